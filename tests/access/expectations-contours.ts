import { form, id, type Line, MUNICIPALITY, page, SEARCH, UNIT } from './expectation.ts';

const PARTIES = { head: UNIT, curator: UNIT } as const;
const MUNICIPAL = { municipalCoordinator: MUNICIPALITY } as const;
const NAMED_ONCE = { partnerName: '' };

const agreements: Line[] = [
  page('agreements', undefined, ['head', 'curator', 'municipalCoordinator'], SEARCH),
  {
    ...form('agreements/add', undefined, ['head', 'curator', 'municipalCoordinator']),
    ...{ queries: SEARCH, fills: NAMED_ONCE },
  },
  page('agreements/:id', id('agreement'), PARTIES),
  page('agreements/:id', id('municipalAgreement'), MUNICIPAL),
  form('agreements/:id/edit', id('agreement'), PARTIES),
  form('agreements/:id/edit', id('municipalAgreement'), MUNICIPAL),
  form('agreements/:id/end', id('agreement'), PARTIES),
  form('agreements/:id/end', id('municipalAgreement'), MUNICIPAL),
];

/** Agreements between organisations, and where the components of the system stand. */
export const contours: readonly Line[] = [...agreements];
