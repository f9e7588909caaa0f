import { type RouteConfigEntry, route } from '@remix-run/route-config';

/** Addresses of the register of offers, the tutor's desk and the moves of routes. */
export const deskRoutes: RouteConfigEntry[] = [
  // route-desk
  route('desk', 'features/route-desk/desk.page.tsx'),
  route('desk/group', 'features/route-desk/group.page.tsx'),
  route('desk/group/preview', 'features/route-desk/group-preview.page.tsx'),
  route('desk/plans/:id', 'features/route-desk/group-made.page.tsx'),
  route('desk/handover', 'features/route-desk/handover.page.tsx'),
  route('desk/deficits', 'features/route-desk/deficit-map.page.tsx'),
  route('desk/deficits/:unitId/:area', 'features/route-desk/deficit-cell.page.tsx'),
  route('route-proposals/:id', 'features/route-desk/proposal.page.tsx'),
  route('route-steps/:id/review', 'features/route-desk/review.page.tsx'),
  route('route-steps/:id/talk', 'features/route-desk/talk.page.tsx'),

  // route-transfers
  route('educational-routes/:id/life', 'features/route-transfers/route-life.page.tsx'),
  route('educational-routes/:id/pause', 'features/route-transfers/route-pause.page.tsx'),
  route('educational-routes/:id/return', 'features/route-transfers/route-return.page.tsx'),
  route('educational-routes/:id/early-end', 'features/route-transfers/route-early-end.page.tsx'),
  route('route-steps/:id/plan-items', 'features/route-transfers/plan-items.page.tsx'),
  route('me/move', 'features/route-transfers/my-move.page.tsx'),
  route('person-moves', 'features/route-transfers/moves.page.tsx'),
  route('person-moves/:id/answer', 'features/route-transfers/move-answer.page.tsx'),
  route('person-moves/:id/withdraw', 'features/route-transfers/move-withdraw.page.tsx'),
  route('route-transfers', 'features/route-transfers/transfers.page.tsx'),
  route('route-transfers/:id/answer', 'features/route-transfers/transfer-answer.page.tsx'),

  // offers
  route('offers', 'features/offers/offers.page.tsx'),
  route('offers/add', 'features/offers/offer-add.page.tsx'),
  route('offers/import', 'features/offers/offer-import.page.tsx'),
  route('offers/imports/:id', 'features/offers/offer-imported.page.tsx'),
  route('offers/:id', 'features/offers/offer.page.tsx'),
  route('offers/:id/edit', 'features/offers/offer-edit.page.tsx'),
  route('offers/:id/end', 'features/offers/offer-end.page.tsx'),
];
