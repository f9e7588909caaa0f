import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** Terms of one mentor's work and pay in a mentorship (Labour Code 351.8; DOMAIN 2.3). */
export interface MentorshipTermsTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** The mentor. */ personId: Id;
  /** Unit of the mentorship. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Content of the work, in words. */ content: Generated<string>;
  /** in_person, remote, blended. */ workForm: string | null;
  /** First day of the work. */ startedOn: Day | null;
  /** Last day, inclusive. */ endedOn: Day | null;
  /** Volume, whole hours. */ volumeHours: number | null;
  /** Per week or month. */ volumePer: string | null;
  /** Number of the labour contract. */ contractNumber: string | null;
  /** Its date. */ contractOn: Day | null;
  /** percent of the salary, fixed sum, none. */ payKind: string | null;
  /** Share of the salary in hundredths of a per cent. */ payPercentHundredths: number | null;
  /** Sum of one period in kopecks. */ payKopecks: number | null;
  /** monthly, quarterly, once. */ payPeriod: string | null;
  /** Act that sets the pay (002-28). */ payGround: Generated<string>;
  /** Written ground of zero pay (BR-05). */ zeroPayGround: string | null;
  /** Head who gave it. */ zeroPayBy: Id | null;
  /** When. */ zeroPayOn: Day | null;
  /** Job description that holds the work (`job_function`, L-3). */ jobDescription: Generated<string>;
  /** Optimistic lock; a supplement names the version it was drawn up from. */ version: Version;
  /** When last changed. */ changedAt: Generated<Moment>;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A supplement to a labour contract about mentoring (DT-08). */
export interface ContractSupplementTable {
  /** Identity. */ id: Id;
  /** Of which mentorship. */ mentorshipId: Id;
  /** The mentor, who signs as employee. */ personId: Id;
  /** The employer. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Terms it was drawn up from. */ termsId: Id;
  /** Their version. */ termsVersion: number;
  /** drawn, signed, annulled. */ state: string;
  /** First day of the work: both sign by then. */ startedOn: Day;
  /** Heading to the text. */ heading: string;
  /** Template used. */ templateCode: string;
  /** Its version. */ templateVersion: number;
  /** Values put into the template. */ values: Json;
  /** The neutral document exactly as printed. */ document: Json;
  /** SHA-256 of that document. */ documentHash: string;
  /** Term of keeping. */ retentionClass: string;
  /** Who drew it up. */ drawnBy: Id;
  /** Day the employee signed on paper. */ employeeSignedOn: Day | null;
  /** Day the employer signed on paper. */ employerSignedOn: Day | null;
  /** Who recorded the signatures. */ recordedBy: Id | null;
  /** When. */ recordedAt: Moment | null;
  /** Why it was given up. */ annulReason: string | null;
  /** Optimistic lock. */ version: Version;
  /** When drawn up. */ createdAt: CreatedAt;
}

/** By which act an organisation's regulation on mentoring is in force (BR-62). */
export interface RegulationReferenceTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Number of the order that approved it. */ orderNumber: string;
  /** Its date. */ approvedOn: Day;
  /** Minutes of the teachers' council, in words. */ minutes: Generated<string>;
  /** First day in force. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
  /** Who recorded it. */ recordedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
