/** A group plan as its preview's address carries it. */
interface PlanInAddress {
  offerId: string;
  area: string;
  startsOn: string;
  dueOn: string;
  expectedProduct: string;
  routeIds: readonly string[];
}

/** Addresses of the register of offers, the tutor's desk and the moves of routes; a part of `paths`. */
export const deskPaths = {
  offers: (routeId?: string) => `/offers${routeId ? `?route=${routeId}` : ''}`,
  offersFor: (area: string) => `/offers?area=${area}`,
  offerAdd: () => '/offers/add',
  offer: (id: string) => `/offers/${id}`,
  offerEdit: (id: string) => `/offers/${id}/edit`,
  offerEnd: (id: string) => `/offers/${id}/end`,
  offerImport: () => '/offers/import',
  offerImported: (id: string) => `/offers/imports/${id}`,
  routeStepFromOffer: (id: string, offerId: string) => `/educational-routes/${id}/steps/add?offer=${offerId}`,
  desk: () => '/desk',
  deskOf: (tutorId: string) => `/desk?tutor=${tutorId}`,
  stepReview: (stepId: string) => `/route-steps/${stepId}/review`,
  stepFiles: (stepId: string) => `/route-steps/${stepId}/files`,
  routeFile: (fileId: string) => `/route-files/${fileId}`,
  routeFileRemove: (fileId: string) => `/route-files/${fileId}/remove`,
  diagnosisFiles: (diagnosisId: string) => `/route-diagnoses/${diagnosisId}/files`,
  stepTalk: (stepId: string) => `/route-steps/${stepId}/talk`,
  groupPlan: (offerId?: string) => `/desk/group${offerId ? `?offer=${offerId}` : ''}`,
  groupPreview: (plan: PlanInAddress) =>
    `/desk/group/preview?${new URLSearchParams({ ...plan, routeIds: plan.routeIds?.join(',') ?? '' })}`,
  groupPlanMade: (id: string) => `/desk/plans/${id}`,
  routeProposal: (id: string) => `/route-proposals/${id}`,
  deficitCell: (unitId: string, area: string) => `/desk/deficits/${unitId}/${area}`,
  routeLife: (id: string) => `/educational-routes/${id}/life`,
  routePause: (id: string) => `/educational-routes/${id}/pause`,
  routeReturn: (id: string) => `/educational-routes/${id}/return`,
  routeEarlyEnd: (id: string) => `/educational-routes/${id}/early-end`,
  stepPlanItems: (stepId: string) => `/route-steps/${stepId}/plan-items`,
  myMove: () => '/me/move',
  personMoves: () => '/person-moves',
  personMoveAnswer: (id: string) => `/person-moves/${id}/answer`,
  personMoveWithdraw: (id: string) => `/person-moves/${id}/withdraw`,
  routeTransfers: () => '/route-transfers',
  routeTransferAnswer: (id: string) => `/route-transfers/${id}/answer`,
  handover: (tutorId?: string) => `/desk/handover${tutorId ? `?tutor=${tutorId}` : ''}`,
  deficitMap: () => '/desk/deficits',
};
