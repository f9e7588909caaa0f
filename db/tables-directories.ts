import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id } from './column-types.ts';

/** Forms of mentoring: role situations of the sides (DOMAIN 2.5). What each means stands in its versions. */
export interface MentoringFormTable {
  /** Stable code. */ code: string;
  /** Russian name in force. */ name: string;
  /** Lists it stands in: teacher, student_s3, student_r145, reverse. */ lists: Generated<string[]>;
  /** The region whose own entry it is; null for all. */ unitId: Id | null;
  /** The same region. */ regionId: Id | null;
  /** Order in lists. */ position: number;
}

/** Kinds: manners of work (DOMAIN 2.5). What each means stands in its versions. */
export interface MentoringKindTable {
  /** Stable code. */ code: string;
  /** Russian name in force. */ name: string;
  /** The region whose own entry it is; null for all. */ unitId: Id | null;
  /** The same region. */ regionId: Id | null;
  /** Order in lists. */ position: number;
}

/** What an entry of a directory means for a period: a form or a kind, exactly one of the two codes is set. */
export interface DirectoryVersionTable {
  /** Identity. */ id: Generated<Id>;
  /** The form. */ formCode: string | null;
  /** The kind. */ kindCode: string | null;
  /** The region whose own entry it is; null for all. */ unitId: Id | null;
  /** The same region. */ regionId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive; null while in force. */ endedOn: Day | null;
  /** Name. */ name: string;
  /** What it means, in plain words. */ meaning: string;
  /** Document it comes from. */ source: string;
  /** Who may be mentor: employee, leader, lecturer, partner, student, pupil; empty for kinds. */ mentorSides: Generated<
    string[]
  >;
  /** Who may be mentee, in the same words. */ menteeSides: Generated<string[]>;
  /** Whether Labour Code 351.8 and the job itself may be the ground. */ underLabourLaw: boolean;
  /** Whether an order names the people (BR-09). */ needsOrder: boolean;
  /** Whether roles go per topic, not per person (004-2). */ hasRolesPerTopic: boolean;
  /** Whether it is an event without a long assignment (BR-09). */ isEvent: boolean;
  /** Whether several mentees take part. */ isGroup: boolean;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A period in which an entry is off in a region. */
export interface DirectorySwitchTable {
  /** Identity. */ id: Id;
  /** The form. */ formCode: string | null;
  /** The kind. */ kindCode: string | null;
  /** The region. */ unitId: Id;
  /** The same region. */ regionId: Id;
  /** First day off. */ startedOn: Day;
  /** Last day off, inclusive; a day before the first = never off. */ endedOn: Day | null;
  /** When recorded. */ createdAt: CreatedAt;
}
