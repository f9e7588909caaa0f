import { sql } from 'kysely';
import { type AccessObject, institutional } from './access-object.server.ts';

/** An entry of the register of offers: the federation's and what a region shares are everybody's, the rest its region's. */
export const offer: AccessObject = {
  ...institutional('learning_offer'),
  own: {
    everyone: (me) => sql<boolean>`(learning_offer.region_id is null or learning_offer.is_shared
      or learning_offer.region_id = (select reader.region_id from person reader where reader.id = ${me}))`,
  },
};

/** A file with entries of a register: its keepers'. */
export const offerImport: AccessObject = { ...institutional('offer_import'), own: {} };

/** One offer proposed to several routes: to the tutor who did. */
export const groupPlan: AccessObject = {
  ...institutional('group_plan'),
  own: { tutor: (me) => sql<boolean>`group_plan.made_by = ${me}` },
};

/** A tutor's proposal: to the owner of the route. */
export const proposal: AccessObject = {
  table: 'route_proposal',
  inUnits: () => sql<boolean>`false`,
  inSubtrees: () => sql<boolean>`false`,
  inRegions: () => sql<boolean>`false`,
  own: {
    everyone: (me) =>
      sql<boolean>`exists (select 1 from educational_route asked where asked.id = route_proposal.route_id and asked.person_id = ${me})`,
  },
};

/** A teacher's word that he moves: his own, and the organisation's he moves to. */
export const personMove: AccessObject = {
  ...institutional('person_move'),
  own: { everyone: (me) => sql<boolean>`person_move.person_id = ${me}` },
};

/** A route on its way: the owner's; both regions know of it. */
export const routeTransfer: AccessObject = {
  ...institutional('route_transfer'),
  inRegions: (regions) =>
    sql<boolean>`(route_transfer.region_id in (${regions}) or route_transfer.from_region_id in (${regions}))`,
  own: { everyone: (me) => sql<boolean>`route_transfer.person_id = ${me}` },
};
