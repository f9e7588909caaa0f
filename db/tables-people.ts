import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** Nomenclature of posts (government decree 225 of 21.02.2022). */
export interface PostTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** Counts as a teacher in indicators. */ isTeaching: boolean;
}

/** A person: employee, official or minor; the name and what the class of experience is computed from. */
export interface PersonTable {
  /** Identity. */ id: Id;
  /** Home unit: the present main employer. */ unitId: Id;
  /** Region of the home unit. */ regionId: Id | null;
  /** Last name. */ lastName: string;
  /** First name. */ firstName: string;
  /** Patronymic, if any. */ middleName: string | null;
  /** Birth day; class P2, `person.private`. */ birthOn: Day | null;
  /** Work e-mail; `person.private` for those outside the unit. */ email: string | null;
  /** Phone +7XXXXXXXXXX; `person.private`. */ phone: string | null;
  /** Qualification category. */ category: Generated<string>;
  /** First day it is held; null when not known. */ categoryFrom: Day | null;
  /** Last day of one given for a term; null without a term. */ categoryUntil: Day | null;
  /** First day of teaching anywhere. */ teachingSince: Day | null;
  /** Lower-case full name with ё as е, made by the database. */ searchName: ColumnType<string, never, never>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A post of a person at a unit for a period. */
export interface EmploymentTable {
  /** Identity. */ id: Id;
  /** Who. */ personId: Id;
  /** Where. */ unitId: Id;
  /** Region of the unit. */ regionId: Id | null;
  /** Post of the nomenclature. */ postCode: string;
  /** Subject taught, lower case. */ subject: string | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A case form of a full name, corrected by hand. */
export interface PersonNameFormTable {
  /** Whose. */ personId: Id;
  /** genitive, dative, accusative or instrumental. */ grammaticalCase: string;
  /** The whole name in that case. */ fullName: string;
  /** Who corrected it. */ correctedBy: Id;
  /** When. */ correctedAt: Moment;
}

/** A name a person bore before, kept by the database at every change: texts signed then name him so. */
export interface PersonFormerNameTable {
  /** Whose. */ personId: Id;
  /** Last name. */ lastName: string;
  /** First name. */ firstName: string;
  /** Patronymic; empty when there was none. */ middleName: string;
  /** Forms of it that had been corrected by hand. */ forms: string[];
}

/** A staff list on its way in. */
export interface StaffListTable {
  /** Identity. */ id: Id;
  /** Organisation, or municipality of a consolidated list. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** organisation or consolidated. */ scope: string;
  /** Name of the file as uploaded. */ fileName: string;
  /** SHA-256 of the bytes. */ fileHash: string;
  /** uploaded, checking, checked, refused, applying, applied, discarded. */ state: string;
  /** Why the file could not be read. */ refusalCode: string | null;
  /** Column mapping, found or corrected. */ mapping: ColumnType<unknown, string | null, string | null>;
  /** 0–100 while working. */ progressPercent: Generated<number>;
  /** Rows by outcome. */ counts: ColumnType<Record<string, number>, string | undefined, string>;
  /** Found by the check: sheets, first rows, day of the list, rows left out. */ reading: ColumnType<
    unknown,
    string | null | undefined,
    string | null
  >;
  /** Until when a job holds the list; a later moment means the job died. */ busyUntil: Moment | null;
  /** How often a job has taken up what is asked of the list now. */ tries: Generated<number>;
  /** Day phones and e-mails were removed from its rows. */ contactsForgottenOn: Day | null;
  /** Who uploaded. */ uploadedBy: Id;
  /** Who applied. */ appliedBy: Id | null;
  /** When applied. */ appliedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When uploaded. */ createdAt: CreatedAt;
}

/** The bytes of a staff list until it is applied or discarded. */
export interface StaffListFileTable {
  /** Of which list. */ staffListId: Id;
  /** The file. */ bytes: ColumnType<Buffer, Uint8Array, Uint8Array>;
}

/** What one row of a staff list would do. */
export interface StaffListRowTable {
  /** Of which list. */ staffListId: Id;
  /** Row number as the table program shows it. */ rowNumber: number;
  /** new, changed, unchanged, refused, unplaced. */ outcome: string;
  /** Organisation the row goes to. */ unitId: Id | null;
  /** Person found, or made when applied. */ personId: Id | null;
  /** What was read: the cells as written and the person they make. */ found: Json;
  /** Field → [before, after], and what happens to the employment. */ changes: Json;
  /** Cells and reasons. */ refusals: Json;
}

/** Organisations named in a consolidated list and where their people go. */
export interface StaffListOrganisationTable {
  /** Of which list. */ staffListId: Id;
  /** Name as written. */ nameInFile: string;
  /** Where to; null until decided. */ unitId: Id | null;
  /** People under this name. */ people: number;
  /** Decided not to load these people. */ isSkipped: Generated<boolean>;
}
