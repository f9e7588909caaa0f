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
