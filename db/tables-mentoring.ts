import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** A mentorship: a pair or a group, its form, kind, legal basis, planned period and state. */
export interface MentorshipTable {
  /** Identity. */ id: Id;
  /** The mentee's organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Form. */ formCode: string;
  /** Kind. */ kindCode: string;
  /** Typed legal basis (Labour Code 351.8 and others). */ legalBasis: string;
  /** What it is about, in the curator's words. */ focus: Generated<string>;
  /** proposed, consented, active, declined, withdrawn, expired, closed. */ state: string;
  /** Hours a week it takes of the mentor; null counts as one. */ hoursPerWeek: number | null;
  /** First planned day. */ startedOn: Day;
  /** Last planned day, inclusive. */ endedOn: Day;
  /** Curator who proposed. */ proposedBy: Id;
  /** When the order made it active. */ activatedAt: Moment | null;
  /** Actual last day. */ finishedOn: Day | null;
  /** By what its mentor stands lower. */ reverseGround: string | null;
  /** What came out of it, in the curator's words at the end. */ outcome: Generated<string>;
  /** A member is under 18 on the first day (BR-83). */ hasMinor: Generated<boolean>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A person on one side of a mentorship for a period. */
export interface MentorshipMemberTable {
  /** Identity. */ id: Id;
  /** Of which. */ mentorshipId: Id;
  /** Who. */ personId: Id;
  /** Home organisation of the member. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** mentor or mentee. */ side: string;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
}

/** A notice of an early end (Labour Code 351.8, BR-03). */
export interface MentorshipNoticeTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** Unit of the mentorship. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** mentor, mentee or employer; told to head and curator alone (BR-04). */ party: string;
  /** The side that gave it; null for the employer. */ personId: Id | null;
  /** electronic or paper. */ manner: string;
  /** Day of the notice (on paper: the paper's date). */ givenOn: Day;
  /** Last day it leads to. */ endsOn: Day;
  /** Who recorded it: the side itself, head or curator. */ recordedBy: Id;
  /** When taken back. */ withdrawnAt: Moment | null;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The answer of one side. */
export interface ConsentTable {
  /** Identity. */ id: Id;
  /** To what. */ mentorshipId: Id;
  /** Whose. */ personId: Id;
  /** Unit of the mentorship. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** given or declined. */ answer: string;
  /** electronic or paper. */ manner: string;
  /** Day of the answer (on paper: the paper's date). */ answeredOn: Day;
  /** Who recorded it: the person or the curator. */ recordedBy: Id;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A local act from draft to approval. */
export interface LocalActTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** A code of `act-type.ts` that is drawn up as an act. */ kind: string;
  /** Heading to the text. */ heading: string;
  /** draft, review, approved, returned, cancelled. */ state: string;
  /** Template used. */ templateCode: string;
  /** Its version. */ templateVersion: number;
  /** Own variant of the organisation it was drawn up from; null for the standard. */ variantId: Id | null;
  /** Values put into the template. */ values: Json;
  /** The neutral document exactly as shown. */ document: Json;
  /** SHA-256 of that document. */ documentHash: string;
  /** Term of keeping. */ retentionClass: Generated<string>;
  /** Registration number. */ number: string | null;
  /** Registration day. */ registeredOn: Day | null;
  /** Who drew it up. */ authorId: Id;
  /** When sent to the head. */ submittedAt: Moment | null;
  /** Why the head returned it. */ returnReason: string | null;
  /** Who approved. */ approvedBy: Id | null;
  /** When. */ approvedAt: Moment | null;
  /** program: drawn up here; paper: made before, registered by number and date. */ origin: Generated<string>;
  /** Kinds of signature its type allowed when it was approved. */ signatureKinds: Generated<string[]>;
  /** How it is signed: paper, simple, unqualified, qualified. */ signatureKind: string | null;
  /** Until when those asked answer; afterwards the head may decide without them. */ reviewDueOn: Day | null;
  /** First day in force. */ inForceOn: Day | null;
  /** Last day in force, inclusive; null while no end is known. */ endedOn: Day | null;
  /** superseded, repealed. */ endGround: string | null;
  /** Why it was repealed. */ endReason: string | null;
  /** Who ended it. */ endedBy: Id | null;
  /** When that was decided. */ endedAt: Moment | null;
  /** The act of which this one is a new version. */ supersedesId: Id | null;
  /** By which anybody checks the act: sixteen hexadecimal digits by chance. */ checkCode: Generated<string>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Mentorships an order assigns. */
export interface LocalActMentorshipTable {
  /** The order. */ actId: Id;
  /** The mentorship. */ mentorshipId: Id;
}

/** Counter of numbers by organisation, journal of registration and year. */
export interface LocalActNumberTable {
  /** Organisation. */ unitId: Id;
  /** Journal of registration. */ journal: string;
  /** Calendar year. */ year: number;
  /** Last number given. */ lastNumber: number;
}

/** The personalised programme of a mentorship. */
export interface ProgrammeTable {
  /** Identity. */ id: Id;
  /** Whose. */ mentorshipId: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** What troubles the mentee. */ problem: Generated<string>;
  /** Aim. */ aim: Generated<string>;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** draft or approved. */ state: string;
  /** Head who approved. */ approvedBy: Id | null;
  /** When. */ approvedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A measurable goal of a programme. */
export interface ProgrammeGoalTable {
  /** Identity. */ id: Id;
  /** Of which programme. */ programmeId: Id;
  /** Order. */ position: number;
  /** What is to be reached. */ aim: string;
  /** How it is measured. */ indicator: string;
  /** Value at the start. */ startValue: string;
  /** Value to reach. */ targetValue: string;
  /** Optimistic lock. */ version: Version;
}

/** A dated item of a programme's plan. */
export interface PlanItemTable {
  /** Identity. */ id: Id;
  /** Of which programme. */ programmeId: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** meeting, lesson_visit, training, trial, innovation, other. */ kind: string;
  /** What is done. */ topic: string;
  /** Due day. */ dueOn: Day;
  /** Expected product. */ product: Generated<string>;
  /** Day done. */ doneOn: Day | null;
  /** What came out. */ resultNote: Generated<string>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Recognition: money or another kind (DOMAIN 2.7, DT-24). */
export interface StimulusTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who receives. */ personId: Id;
  /** For which mentorship. */ mentorshipId: Id | null;
  /** Money or not. */ isMoney: boolean;
  /** Kind. */ kind: string;
  /** Basis act in words. */ basis: string;
  /** Sum in kopecks for the period. */ amountKopecks: number | null;
  /** First day of the period, or the day given. */ startedOn: Day;
  /** Last day of the period. */ endedOn: Day | null;
  /** proposed, approved, paid. */ state: string;
  /** Who proposed. */ proposedBy: Id;
  /** Who approved. */ approvedBy: Id | null;
  /** Who paid. */ paidBy: Id | null;
  /** When paid. */ paidOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
