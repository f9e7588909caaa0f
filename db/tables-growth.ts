import type { Generated, JSONColumnType } from 'kysely';
import type { CreatedAt, Day, Id, Moment, Version } from './column-types.ts';

/** The nine diagnostic areas (002-37). */
export interface CompetenceAreaTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** Order. */ position: number;
}

/** An educational route (ИОМ) of four or five years (002-34). */
export interface EducationalRouteTable {
  /** Identity. */ id: Id;
  /** The owner. */ personId: Id;
  /** The owner's organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The ЦНППМ that accompanies. */ centreId: Id;
  /** 4 or 5. */ years: number;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** Picture of the desired professional self. */ targetImage: Generated<string>;
  /** active, completed, stopped. */ state: string;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Tutor of a route for a period. */
export interface RouteTutorTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The tutor. */ personId: Id;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}

/** One of the seven positions of a route (002-36). */
export interface RoutePositionTable {
  /** Of which route. */ routeId: Id;
  /** 1 to 7. */ position: number;
  /** Day opened. */ openedOn: Day | null;
  /** Day completed. */ completedOn: Day | null;
  /** What was found or decided. */ note: Generated<string>;
}

/** A step of a route's roadmap (002-38, 002-39). */
export interface RouteStepTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** course, trial, innovation, measure. */ kind: string;
  /** Area it serves. */ areaCode: string | null;
  /** What is done. */ title: string;
  /** Product expected. */ expectedProduct: Generated<string>;
  /** First day. */ startedOn: Day;
  /** Due day. */ dueOn: Day;
  /** Product left. */ product: string | null;
  /** The owner's attitude to the result. */ attitude: string | null;
  /** Day closed. */ closedOn: Day | null;
  /** Tutor's note. */ tutorNote: Generated<string>;
  /** none while open; waits, accepted, more: how the product stands with the tutor. */ reviewState: Generated<string>;
  /** The deficit it serves. */ deficitId: Id | null;
  /** What is to be reached, measurably. */ goal: Generated<string>;
  /** What else was considered. */ alternatives: Generated<string>;
  /** Why this one was chosen (002-35). */ choiceReason: Generated<string>;
  /** Where or with whom. */ organisation: Generated<string>;
  /** Number in the register of programmes. */ registerNumber: Generated<string>;
  /** Hours of study. */ hours: number | null;
  /** How the product is presented. */ presentationForm: Generated<string>;
  /** organisation, municipality, region, country. */ presentationLevel: string | null;
  /** Where it is presented. */ presentationPlace: Generated<string>;
  /** Day of the presentation. */ presentedOn: Day | null;
  /** Address of the product on the web. */ productLink: Generated<string>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Additive counters of one unit in one period. */
export interface MonitoringRollupTable {
  /** Unit of any tier. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** '2026-year', '2026-h1', '2026-h2': the school year's first calendar year and the part. */ period: string;
  /** Counter name → whole number. */ counters: JSONColumnType<Record<string, number>, string, string>;
  /** When counted. */ countedAt: Moment;
}

/** Organisation and period whose counters are stale. */
export interface MonitoringDirtyTable {
  /** Organisation. */ unitId: Id;
  /** Period. */ period: string;
  /** Since when. */ markedAt: Generated<Moment>;
}
