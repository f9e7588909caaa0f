import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Day, Id, Version } from './column-types.ts';

type Words = ColumnType<string[], string[] | undefined, string[]>;

/** What a mentor offers and how much at once; its place is the home organisation. */
export interface MentorProfileTable {
  /** The mentor. */ personId: Id;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Own number of mentees at once (BR-07); null = as the organisation allows. */ loadLimitPeople: number | null;
  /** Own number of hours a week; null = as the organisation allows. */ loadLimitHours: number | null;
  /** Strengths in own words. */ strengths: Generated<string>;
  /** in_person, remote, hybrid (000-1); empty = not said. */ formats: Words;
  /** Subjects helped with besides those taught, lower case. */ subjects: Words;
  /** Takes new requests. */ isTaking: Generated<boolean>;
  /** Last day of the pause in new requests; null = until the mentor says otherwise. */ notTakingUntil: Day | null;
  /** Opened by the owner for other organisations. */ isOpenOutside: Generated<boolean>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A measurable result of a mentor with its evidence (002-10). */
export interface MentorResultTable {
  /** Identity. */ id: Id;
  /** Whose. */ personId: Id;
  /** Home organisation when it was entered. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** pupils, exams, contest, practice, mentoring, publication, other. */ kind: string;
  /** What was reached. */ title: string;
  /** Calendar year. */ year: number;
  /** What is measured. */ measure: Generated<string>;
  /** Value before. */ valueBefore: Generated<string>;
  /** Value after. */ valueAfter: Generated<string>;
  /** Address of the evidence. */ evidenceLink: string | null;
  /** Paper the evidence is on. */ evidencePaper: Generated<string>;
  /** Who entered it. */ enteredBy: Id;
  /** Curator or head who saw the evidence. */ confirmedBy: Id | null;
  /** When. */ confirmedOn: Day | null;
  /** Who took it back. */ withdrawnBy: Id | null;
  /** When. */ withdrawnOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Strength of a mentor in one of the nine areas (002-37). */
export interface MentorStrengthTable {
  /** Whose. */ personId: Id;
  /** Diagnostic area. */ areaCode: string;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** 1 knows, 2 knows well, 3 teaches others. */ level: number;
}

/** Free time of a person in a usual week. */
export interface FreeSlotTable {
  /** Identity. */ id: Id;
  /** Whose. */ personId: Id;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** 1 Monday to 7 Sunday. */ weekday: number;
  /** First minute since midnight. */ fromMinute: number;
  /** Minute after the last. */ toMinute: number;
}

/** What a participant has said of the own readiness (000-18) and of the code of the side (000-20, 000-21). */
export interface ParticipantReadinessTable {
  /** Who. */ personId: Id;
  /** mentor or mentee. */ side: string;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Day of saying: ready to write. */ writingReadyOn: Day | null;
  /** Day of saying: at ease on the internet. */ internetReadyOn: Day | null;
  /** Day the code was accepted. */ codeAcceptedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Limits of a mentor's load by an act of the organisation (BR-07). */
export interface MentoringLimitsTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive; null while in force. */ endedOn: Day | null;
  /** Mentees at once from which the curator is warned. */ peopleSoft: number;
  /** Mentees at once nobody passes without the head. */ peopleHard: number;
  /** Hours a week from which the curator is warned. */ hoursSoft: number;
  /** Hours a week nobody passes without the head. */ hoursHard: number;
  /** The act in words. */ sourceAct: string;
  /** Who entered it. */ enteredBy: Id;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The head's decision that one mentor may carry more, for a period. */
export interface LoadOverrideTable {
  /** Identity. */ id: Id;
  /** The mentor. */ personId: Id;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** Mentees at once on these days. */ people: number;
  /** Hours a week on these days. */ hours: number;
  /** Why. */ reason: string;
  /** Head who decided. */ grantedBy: Id;
  /** When recorded. */ createdAt: CreatedAt;
}
