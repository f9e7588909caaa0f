import { sql } from 'kysely';
import { type AccessObject, below, institutional } from './access-object.server.ts';

/** A consent about personal data: the person's own, and the operator's to whom it was given. */
export const personalConsent: AccessObject = {
  ...institutional('personal_consent'),
  own: { everyone: (me) => sql<boolean>`personal_consent.person_id = ${me}` },
};

/** A text of a consent, of a region or an organisation. */
export const consentText: AccessObject = { ...institutional('consent_text'), own: {} };

/** Somebody whose papers of consent are kept: at the home organisation alone, which is the operator. */
export const consentPaper: AccessObject = {
  table: 'person',
  inUnits: (units) => sql<boolean>`person.unit_id in (${units})`,
  inSubtrees: (units) => below(sql.ref('person.unit_id'), units),
  inRegions: (regions) => sql<boolean>`person.region_id in (${regions})`,
  own: {},
};

/** The legal representative of a minor: follows the ward, whose home organisation alone looks after the record. */
export const guardian: AccessObject = {
  table: 'guardian',
  inUnits: (units) => sql<boolean>`exists (select 1 from person ward where ward.id = guardian.person_id
    and ward.unit_id in (${units}))`,
  inSubtrees: (units) => sql<boolean>`exists (select 1 from person ward where ward.id = guardian.person_id
    and ${below(sql.ref('ward.unit_id'), units)})`,
  inRegions: (regions) => sql<boolean>`exists (select 1 from person ward where ward.id = guardian.person_id
    and ward.region_id in (${regions}))`,
  own: {},
};

/** A guardian's consent to a minor's part in a mentorship. */
export const guardianConsent: AccessObject = { ...institutional('guardian_consent'), own: {} };

/** Whether a mentor's home organisation agrees; the unit is the home organisation. */
export const homeAgreement: AccessObject = { ...institutional('home_agreement'), own: {} };

/** What is due for destruction at an organisation. */
export const erasure: AccessObject = { ...institutional('erasure_due'), own: {} };

/** An act of destruction. */
export const destructionAct: AccessObject = { ...institutional('destruction_act'), own: {} };
