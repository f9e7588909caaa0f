import { ACTORS, type ActorName } from './canary-world.ts';
import { form, id, type Line, page, REGION, SEARCH } from './expectation.ts';

/** Everybody of the region reads its register; whoever sits in the federation reads only what is shared. */
const OF_REGION = Object.fromEntries(
  ACTORS.filter((actor) => !['nobody', 'federalOperator', 'federalCentre'].includes(actor)).map((actor) => [
    actor,
    REGION,
  ]),
) as Partial<Record<ActorName, typeof REGION>>;
const KEEPERS = { methodologist: REGION, centreHead: REGION } as const;
const KEEPING = ['methodologist', 'centreHead', 'federalOperator'] as readonly ActorName[];
const NO_LINK = { link: '', places: '10' };

const offers: Line[] = [
  page('offers', undefined, 'signedIn', SEARCH),
  { ...form('offers/add', undefined, KEEPING), fills: NO_LINK },
  form('offers/import', undefined, KEEPING),
  form('offers/imports/:id', id('offerImport'), KEEPERS),
  page('offers/:id', id('learningOffer'), OF_REGION),
  { ...form('offers/:id/edit', id('learningOffer'), KEEPERS, 'offers/:id'), fills: NO_LINK },
  form('offers/:id/end', id('endedOffer'), KEEPERS, 'offers/:id'),
];

/** Offers, the tutor's desk, moves of people and routes. */
export const desk: readonly Line[] = [...offers];
