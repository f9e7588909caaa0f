import type { CreatedAt, Day, Id, Version } from './column-types.ts';

/** An agreement on co-operation or social partnership between two organisations (REQUIREMENTS 002-23). */
export interface CooperationAgreementTable {
  /** Identity. */ id: Id;
  /** Whose record it is: one of the parties. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The other party, when it stands in the tree. */ partnerUnitId: Id | null;
  /** The other party by name, when it does not. */ partnerName: string | null;
  /** Number as written on the paper. */ number: string;
  /** Day of signing. */ signedOn: Day;
  /** First day in force. */ startedOn: Day;
  /** Last day in force, inclusive; null = until ended. */ endedOn: Day | null;
  /** What it is about. */ subject: string;
  /** Why it was ended before its term; null when it was not. */ endReason: string | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
