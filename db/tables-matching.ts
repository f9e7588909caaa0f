import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** Ceilings of the six parts of the score at an organisation, from a day on; they sum to 100. */
export interface MatchingWeightsTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Version at the organisation, from 1. */ number: number;
  /** First day in force. */ startedOn: Day;
  /** Strengths of the mentor against difficulties of the mentee. */ strengths: number;
  /** Subject or post. */ subject: number;
  /** Common free time and remote work. */ freeTime: number;
  /** Own organisation, municipality, region. */ distance: number;
  /** Load left of the mentor. */ loadLeft: number;
  /** Wishes of both sides. */ wishes: number;
  /** Who set them. */ setBy: Id;
  /** When recorded. */ createdAt: CreatedAt;
}

/** One bulk assignment: what was asked, how far it is, what came out. */
export interface MatchingScenarioTable {
  /** Identity. */ id: Id;
  /** Organisation of the mentees. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Name by the curator. */ name: string;
  /** waiting, solving, solved, failed, published, discarded. */ state: string;
  /** Whose mentor is sought: young, all, requests. */ pool: string;
  /** coverage: most mentees first; quality: only pairs from the threshold on. */ aim: string;
  /** Least score of a pair under `quality`, 0–100. */ threshold: number;
  /** Whether pairs may work at a distance. */ isRemoteAllowed: boolean;
  /** Form of the mentorships to propose. */ formCode: string;
  /** Kind of the mentorships to propose. */ kindCode: string;
  /** Hours a week each would take. */ hoursPerWeek: number;
  /** First day of the mentorships. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** Scenario it was solved again from. */ basedOnId: Id | null;
  /** Version of the weights; 0 = the usual ones. */ weightsNumber: number;
  /** The weights themselves, by part. */ weights: Json;
  /** 0–100 while working. */ progressPercent: Generated<number>;
  /** Until when a job holds it; a later moment means the job died. */ busyUntil: Moment | null;
  /** How often a job has taken it up. */ tries: Generated<number>;
  /** Why it could not be solved. */ failureCode: string | null;
  /** SHA-256 of everything the answer was computed from. */ inputHash: string | null;
  /** SHA-256 of the answer. */ resultHash: string | null;
  /** Sums of the answer. */ figures: ColumnType<unknown, string | null | undefined, string | null>;
  /** Who asked. */ createdBy: Id;
  /** When. */ createdAt: CreatedAt;
  /** When solved. */ solvedAt: Moment | null;
  /** Who published. */ publishedBy: Id | null;
  /** When. */ publishedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
}

/** A possible mentor of a scenario. */
export interface ScenarioMentorTable {
  /** Of which. */ scenarioId: Id;
  /** Order; refusals name mentors by it. */ position: number;
  /** Who. */ personId: Id;
  /** SHA-256 of the facts used: tells later what has changed. */ factsHash: string;
  /** Places free for this scenario. */ capacity: number;
  /** Places given. */ used: number;
  /** Rules that refuse the mentor to everybody, load in numbers. */ explanation: Json;
}

/** A mentee of a scenario with the outcome. */
export interface ScenarioMenteeTable {
  /** Of which. */ scenarioId: Id;
  /** Order. */ position: number;
  /** Who. */ personId: Id;
  /** SHA-256 of the facts used. */ factsHash: string;
  /** The mentor found; null = none. */ mentorId: Id | null;
  /** Score of the pair, 0–100. */ total: number | null;
  /** The curator's own decision. */ isPinned: boolean;
  /** Parts, reasons, nearest alternative, refusals by rule, or the rule that left without a mentor. */ explanation: Json;
  /** Proposed at publishing. */ mentorshipId: Id | null;
  /** Or refused then by this rule. */ refusalCode: string | null;
}

/** A pair the curator wants, or does not want, with the reason. */
export interface ScenarioPinTable {
  /** Identity. */ id: Id;
  /** Of which scenario. */ scenarioId: Id;
  /** Mentee. */ menteeId: Id;
  /** Mentor. */ mentorId: Id;
  /** pin or ban. */ kind: string;
  /** Why, in the curator's words. */ reason: string;
  /** counted: in the answer; added: in the next one; dropped: in this answer, not in the next. */ state: string;
  /** Who decided. */ createdBy: Id;
  /** When. */ createdAt: CreatedAt;
}
