import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** The legal representative of a minor (DOMAIN 6.2, BR-83). */
export interface GuardianTable {
  /** Identity. */ id: Id;
  /** The minor. */ personId: Id;
  /** The minor's organisation, which recorded it. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Full name as in the document of right; emptied when destroyed. */ fullName: string;
  /** By which document: birth certificate, decision on guardianship; emptied likewise. */ rightDocument: string;
  /** Phone or address to reach; emptied likewise. */ contact: string;
  /** Curator who entered it. */ recordedBy: Id;
  /** Last day it counts, once over. */ endedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Text of a consent that a region or an organisation uses in place of the built-in one. */
export interface ConsentTextTable {
  /** Identity; the key of the text in a consent. */ id: Id;
  /** Region or organisation whose text it is. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Purpose, one text each. */ purpose: string;
  /** Points of the text, one a line. */ body: string;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive; null while no later text has come. */ endedOn: Day | null;
  /** Who recorded it. */ recordedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A consent about personal data, exactly as signed (152-FZ article 9; BR-80). */
export interface PersonalConsentTable {
  /** Identity. */ id: Id;
  /** Whose data. */ personId: Id;
  /** The operator: the organisation the consent was given to. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** data_processing, dissemination or centre_transfer. */ purpose: string;
  /** Which text: code and version of the template, or id of a `consent_text`. */ textKey: string;
  /** SHA-256 of the text that stood on the page or on the paper. */ shownHash: string;
  /** electronic or paper. */ manner: string;
  /** Day of signing. */ givenOn: Day;
  /** Legal representative who signed too, for a minor. */ guardianId: Id | null;
  /** Categories of data that may be published; only for dissemination. */ categories: Json;
  /** Conditions and bans of the person on further use. */ conditions: Generated<string>;
  /** The neutral document exactly as signed. */ document: Json;
  /** SHA-256 of that document. */ documentHash: string;
  /** Term of keeping after the end. */ retentionClass: string;
  /** Who pressed the button: the person, or the curator who has the paper. */ recordedBy: Id;
  /** Last day in force; null while in force. */ endedOn: Day | null;
  /** withdrawn, or replaced by a consent to a later text. */ endKind: string | null;
  /** Who ended it. */ endedBy: Id | null;
  /** When, to the moment: what is read later does not see it. */ endedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The act by which personal data were destroyed (DT-34). */
export interface DestructionActTable {
  /** Identity. */ id: Id;
  /** The operator. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Day of the destruction. */ actedOn: Day;
  /** Who took part, one a line. */ commission: string;
  /** Of how many people. */ peopleCount: number;
  /** The neutral document: classes, grounds, days; no name. */ document: Json;
  /** SHA-256 of it. */ documentHash: string;
  /** Head who recorded it. */ recordedBy: Id;
  /** When. */ createdAt: CreatedAt;
}

/** What is due for destruction, since when, until when and on what ground. */
export interface ErasureDueTable {
  /** Identity. */ id: Id;
  /** Whose data. */ personId: Id;
  /** The operator. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The withdrawn consent, the ground. */ consentId: Id | null;
  /** Or the guardian's withdrawn consent. */ guardianConsentId: Id | null;
  /** contacts, published, transferred or guardian. */ dataClass: string;
  /** Day of the withdrawal. */ startedOn: Day;
  /** Last day to destroy, inclusive. */ dueOn: Day;
  /** The act that did it. */ actId: Id | null;
  /** Day on which the person consented anew, so that nothing is destroyed. */ stoppedOn: Day | null;
  /** Day on which it was closed because nothing was left to delete. */ settledOn: Day | null;
  /** On what ground: moved, still-needed, not-kept. */ settledGround: string | null;
  /** When recorded. */ createdAt: CreatedAt;
}
