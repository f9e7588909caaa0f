import { ACTORS, type ActorName } from './canary-world.ts';
import { form, id, type Line, MUNICIPALITY, OWN, page, REGION, SEARCH, UNIT } from './expectation.ts';

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

const TUTORS = ['tutor'] as readonly ActorName[];
const DESKS = ['tutor', 'centreHead'] as readonly ActorName[];
const COUNTING = ['tutor', 'centreHead', 'methodologist', 'municipalCoordinator'] as readonly ActorName[];
const COUNTED = { centreHead: REGION, methodologist: REGION, municipalCoordinator: MUNICIPALITY } as const;
const PLAN = 'area=methodical&startsOn=2026-11-22&dueOn=2026-12-22&expectedProduct=x';

const ownDesk: Line[] = [
  page('desk', undefined, DESKS, SEARCH),
  {
    ...form('desk/group', undefined, TUTORS),
    ...{ queries: SEARCH, formAt: '?offer=:learningOffer', fills: { dueOn: '22.12.2026' } },
    free: ['offerId', 'routeIds'],
  },
  {
    ...form('desk/group/preview', undefined, TUTORS),
    formAt: `?offerId=:learningOffer&routeIds=:route&${PLAN}`,
  },
  form('desk/plans/:id', id('groupPlan'), { tutor: OWN }),
  page('desk/deficits', undefined, COUNTING),
  page('desk/deficits/:unitId/:area', { unitId: 'unit', area: '=legal' }, { tutor: UNIT, ...COUNTED }),
  form('route-proposals/:id', id('proposal'), { mentee: OWN }),
  { ...form('route-steps/:id/review', id('closedStep'), { tutor: OWN }, 'educational-routes/:id') },
  {
    ...form('route-steps/:id/talk', id('step'), { mentee: OWN, tutor: OWN, curator: UNIT }),
    opens: { mentee: OWN, tutor: OWN, curator: UNIT, centreHead: REGION, mentor: OWN },
    under: 'route-steps/:id/talk',
  },
  // Last: it takes the routes away from whoever acts upon them above.
  form('desk/handover', undefined, ['centreHead']),
];

const RECEIVING = { curator: UNIT, hrOfficer: UNIT } as const;
const SEEN_WHOLE = { mentee: OWN, tutor: OWN, centreHead: REGION } as const;
const LIFE = 'educational-routes/:id/life';

const moves: Line[] = [
  page(LIFE, id('route'), SEEN_WHOLE),
  { ...form('educational-routes/:id/pause', id('route'), { mentee: OWN }, LIFE), fills: { expectedUntil: '' } },
  form('educational-routes/:id/return', id('route'), { mentee: OWN }, LIFE),
  form('educational-routes/:id/early-end', id('route'), { mentee: OWN }, LIFE),
  form('route-steps/:id/plan-items', id('step'), { mentee: OWN }, 'educational-routes/:id'),
  {
    ...form('me/move', undefined, 'signedIn'),
    ...{ formAt: `?search=${encodeURIComponent('школа')}`, insider: 'teacher', free: ['unitId'] },
  },
  page('person-moves', undefined, ['curator', 'hrOfficer']),
  { ...form('person-moves/:id/answer', id('personMove'), RECEIVING), insider: 'curator' },
  form('person-moves/:id/withdraw', id('ownMove'), { mentee: OWN }),
  page('route-transfers', undefined, ['centreHead']),
  form('route-transfers/:id/answer', id('routeTransfer'), { mentee: OWN }),
];

/** Offers, the tutor's desk, moves of people and routes. */
export const desk: readonly Line[] = [...ownDesk, ...moves, ...offers];
