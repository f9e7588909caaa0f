import { form, id, type Line, MUNICIPALITY, page, REGION, SEARCH, UNIT } from './expectation.ts';

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

const READERS = { head: UNIT, curator: UNIT, municipalCoordinator: MUNICIPALITY } as const;
const ABOVE = { methodologist: REGION, ministryOfficer: REGION } as const;
const AREA = { municipalCoordinator: MUNICIPALITY, ...ABOVE } as const;
const OFFERERS = { municipalCoordinator: MUNICIPALITY, methodologist: REGION } as const;
const HEAD = { head: UNIT } as const;
const unit = { unitId: 'unit' } as const;
const area = { unitId: 'municipality' } as const;
const component = { unitId: 'unit', code: '=curator' } as const;
const offer = { unitId: 'unit', offerId: 'offer' } as const;
const TO_CONTOUR = 'contours/:unitId';

const components: Line[] = [
  {
    ...page('contours', undefined, ['head', 'curator', 'municipalCoordinator', 'methodologist', 'ministryOfficer']),
    mayMove: true,
  },
  page('contours/:unitId', unit, { ...READERS, ...ABOVE }),
  page('contours/:unitId', area, {}),
  page('contours/areas/:unitId', area, AREA),
  page('contours/areas/:unitId', unit, {}),
  page('contours/areas/:unitId/contours.xlsx', area, AREA),
  page('contours/areas/:unitId/offers', area, AREA),
  page('contours/:unitId/components/:code', component, { ...READERS, ...ABOVE }),
  form('contours/:unitId/components/:code/inside', component, HEAD, TO_CONTOUR),
  {
    ...form('contours/:unitId/components/:code/outside', component, HEAD, TO_CONTOUR),
    ...{ queries: SEARCH, fills: { agreementId: '' } },
  },
  form('contours/:unitId/components/:code/end', component, HEAD, TO_CONTOUR),
  form('contours/:unitId/offer', unit, OFFERERS, TO_CONTOUR),
  form('contours/:unitId/offer', area, OFFERERS, 'contours/areas/:unitId'),
  // What was declined may still be accepted, not the other way round.
  form('contours/:unitId/offers/:offerId/decline', offer, HEAD, TO_CONTOUR),
  form('contours/:unitId/offers/:offerId/accept', offer, HEAD, TO_CONTOUR),
  form('component-offers/:id/withdraw', id('areaOffer'), { municipalCoordinator: MUNICIPALITY }),
];

/** Agreements between organisations, and where the components of the system stand. */
export const contours: readonly Line[] = [...agreements, ...components];
