import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Version } from './column-types.ts';

/** A teacher's request for a mentor: the educational order of 002-12. */
export interface MentoringRequestTable {
  /** Identity. */ id: Id;
  /** Who asks for a mentor. */ personId: Id;
  /** The home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** One of the six occasions of 002-20. */ occasion: string;
  /** One of the four categories of 002-11. */ menteeCategory: string;
  /** Subject help is asked in, lower case. */ subject: string | null;
  /** Difficulties in own words. */ difficulties: string;
  /** The image of the mentor, what is expected (000-22). */ expectation: Generated<string>;
  /** Preferred formats: in_person, remote, hybrid; none means any. */ formats: Generated<string[]>;
  /** Why only remote (000-2): rural, travel_cost, inclusive, nobody_near. */ remoteReason: string | null;
  /** Colleagues who could help may read the own words. */ isShared: Generated<boolean>;
  /** Who filled it in: the person or the curator on behalf. */ enteredBy: Id;
  /** open, matched, withdrawn. */ state: Generated<string>;
  /** First day. */ openedOn: Day;
  /** Day it was matched or withdrawn. */ closedOn: Day | null;
  /** The mentorship proposed upon it. */ mentorshipId: Id | null;
  /** Since when the mentee lets it go outside (BR-10). */ outwardOn: Day | null;
  /** Since when nobody inside is suitable, found by the daily look. */ nobodySince: Day | null;
  /** Day of the last look. */ checkedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** An area of competence a request is about. */
export interface RequestAreaTable {
  /** Of which. */ requestId: Id;
  /** One of the nine areas (002-37). */ areaCode: string;
}

/** Whom the author would like, or would rather not have; avoiding is seen by nobody but the author. */
export interface RequestWishTable {
  /** Of which. */ requestId: Id;
  /** A colleague. */ mentorId: Id;
  /** prefer or avoid. */ wish: string;
}

/** An ask of a request to one colleague, or a colleague's own offer. */
export interface RequestOfferTable {
  /** Identity. */ id: Id;
  /** Of which request. */ requestId: Id;
  /** Unit of the request. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who is asked or offers. */ mentorId: Id;
  /** volunteered, asked, accepted, declined, expired, closed; declined and expired look alike everywhere (BR-04). */ state: string;
  /** Place in the row of those asked, from 1. */ position: number;
  /** Day of the ask or offer. */ askedOn: Day;
  /** Day of the reminder: three working days on. */ remindOn: Day | null;
  /** Day the reminder was sent. */ remindedOn: Day | null;
  /** Last day to answer: seven working days on. */ expiresOn: Day | null;
  /** Day of the answer. */ answeredOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A mentor of another organisation offered upon a request that went outside. */
export interface OutwardOfferTable {
  /** Identity. */ id: Id;
  /** Upon which request. */ requestId: Id;
  /** The mentee's organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who is offered. */ mentorId: Id;
  /** The mentor's home organisation. */ mentorUnitId: Id;
  /** Agreement in force between the two. */ agreementId: Id;
  /** in_person, remote or hybrid. */ format: string;
  /** Why not in person (000-2). */ remoteReason: string | null;
  /** offered, agreed, passed, closed; passed does not say who refused (BR-04). */ state: Generated<string>;
  /** The coordinator. */ offeredBy: Id;
  /** First day. */ offeredOn: Day;
  /** Day the mentor agreed. */ mentorAgreedOn: Day | null;
  /** Day the mentor's home organisation agreed. */ homeAgreedOn: Day | null;
  /** Its curator who agreed. */ homeAgreedBy: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A survey of needs at an organisation for a period. */
export interface NeedsSurveyTable {
  /** Identity. */ id: Id;
  /** The organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** The curator. */ openedBy: Id;
  /** Day of the last reminder. */ remindedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** An answer to a survey of needs. */
export interface NeedsAnswerTable {
  /** To which survey. */ surveyId: Id;
  /** Whose. */ personId: Id;
  /** Whether a mentor is needed. */ needsMentor: boolean;
  /** The request that says so. */ requestId: Id | null;
  /** Day of the answer. */ answeredOn: Day;
}
