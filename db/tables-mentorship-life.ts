import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Version } from './column-types.ts';

/** Somebody who comes to a mentorship in force, or a mentor who is replaced, from invitation to order. */
export interface MembershipChangeTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** mentee_added, mentor_added or mentor_replaced. */ kind: string;
  /** Who comes. */ personId: Id;
  /** Whose place is taken, when a mentor is replaced. */ replacedMemberId: Id | null;
  /** First day; planned until the change is done. */ startedOn: Day;
  /** Why a mentor is replaced, in the curator's words. */ reason: Generated<string>;
  /** proposed, consented, done, declined, withdrawn. */ state: string;
  /** electronic or paper, once there is an answer. */ manner: string | null;
  /** Day of the answer (on paper: the paper's date). */ answeredOn: Day | null;
  /** Order or other ground in words, once done. */ ground: string | null;
  /** Date of that ground. */ orderedOn: Day | null;
  /** Curator who proposed. */ proposedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Days on which a mentorship rests; its terms and places stay. */
export interface MentorshipPauseTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** leave, parental_leave, illness, training or other. */ reason: string;
  /** First day of rest. */ startedOn: Day;
  /** Last day of rest, inclusive; brought forward when work resumes earlier. */ endedOn: Day;
  /** Whether the mentors' places are free meanwhile. */ freesPlace: Generated<boolean>;
  /** Curator who recorded it. */ recordedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** One direction of a reverse mentorship: who teaches whom what, to which goal. */
export interface MentorshipTopicTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who teaches. */ teacherId: Id;
  /** Who learns. */ learnerId: Id;
  /** What. */ topic: string;
  /** What the learner will be able to do. */ goal: string;
  /** What came out; empty until known. */ result: Generated<string>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** What a member says at the end of a mentorship. */
export interface ClosingWordTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who says it. */ personId: Id;
  /** mentor or mentee. */ side: string;
  /** In his own words; for head and curator. */ words: string;
  /** Day last written. */ writtenOn: Day;
  /** Optimistic lock. */ version: Version;
  /** When first written. */ createdAt: CreatedAt;
}

/** Whether the home organisation of a mentor from elsewhere agrees to the mentorship. */
export interface HomeAgreementTable {
  /** Identity. */ id: Id;
  /** To what. */ mentorshipId: Id;
  /** Which mentor. */ personId: Id;
  /** The mentor's home organisation, which decides. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** asked, agreed or refused. */ state: string;
  /** Cooperation agreement it rests on, in words. */ agreement: Generated<string>;
  /** Day of the decision. */ decidedOn: Day | null;
  /** Head or curator who decided. */ decidedBy: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When asked. */ createdAt: CreatedAt;
}

/** A guardian's consent to the part of a minor, recorded from paper. */
export interface GuardianConsentTable {
  /** Identity. */ id: Id;
  /** To what. */ mentorshipId: Id;
  /** The minor. */ personId: Id;
  /** Organisation of the mentorship. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Full name of the guardian. */ guardianName: string;
  /** Date on the paper. */ consentedOn: Day;
  /** The guardian's record. */ guardianId: Id | null;
  /** Curator who recorded it. */ recordedBy: Id;
  /** Day of withdrawal. */ withdrawnOn: Day | null;
  /** Curator who recorded the withdrawal. */ withdrawnBy: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
