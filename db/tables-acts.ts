import type { ColumnType } from 'kysely';
import type { CreatedAt, Day, Id, Moment, Version } from './column-types.ts';

/** Somebody asked about the text of an act before the head decides; one answer, about exactly that text. */
export interface ActReviewTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who is asked. */ personId: Id;
  /** SHA-256 of the text shown. */ documentHash: string;
  /** Who asked. */ askedBy: Id;
  /** agreed, commented. */ answer: string | null;
  /** What should be mended, in words. */ comment: string | null;
  /** When answered. */ answeredAt: Moment | null;
  /** When asked. */ createdAt: CreatedAt;
}

/** What the teachers' council or the union said of a text. */
export interface ActOpinionTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** council, union. */ body: string;
  /** SHA-256 of the text that was before them. */ documentHash: string;
  /** adopted (council); agreed, objected, absent (union: there is none). */ outcome: string;
  /** Number of the minutes. */ number: string | null;
  /** Day of the meeting. */ heldOn: Day | null;
  /** Reasons of an objection. */ note: ColumnType<string, string | undefined, never>;
  /** Who recorded it. */ recordedBy: Id;
  /** When. */ createdAt: CreatedAt;
}

/** How numbers of a journal look in an organisation (BR-64). */
export interface NumberMaskTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Journal of registration. */ journal: string;
  /** Such as `{n}-Н` or `{n}/{yy}`. */ mask: string;
  /** Who set it. */ changedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When first set. */ createdAt: CreatedAt;
}

/** A number of a journal and year: given to an act, or left out with the reason. Never given again. */
export interface ActNumberTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Journal of registration. */ journal: string;
  /** Calendar year. */ year: number;
  /** Place in the row of numbers; null for a number that does not look like the mask. */ firstOrdinal: number | null;
  /** The last place of several left out together. */ lastOrdinal: number | null;
  /** As written. */ number: string;
  /** The act that bears it. */ actId: Id | null;
  /** Why it was left out. */ reason: string | null;
  /** Who gave or left it out. */ recordedBy: Id | null;
  /** When. */ createdAt: CreatedAt;
}

/** A file beside an act, exactly as it was sent. */
export interface ActFileTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** scan, signature. */ kind: string;
  /** pdf, jpeg, png, cms: told by the content, not by the name. */ format: string;
  /** SHA-256 of the bytes, hexadecimal. */ fileHash: string;
  /** The bytes; at most 10 MiB. */ bytes: ColumnType<Buffer, Uint8Array, never>;
  /** Who added it. */ addedBy: Id;
  /** When. */ createdAt: CreatedAt;
}

/** The signature of an approved act. */
export interface ActSignatureTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** paper, simple, unqualified, qualified: the kind the act was approved with. */ kind: string;
  /** Day of signing. */ signedOn: Day;
  /** SHA-256 of the text signed. */ documentHash: string;
  /** Who signed, where the program knows him. */ signerId: Id | null;
  /** Scan or detached signature. */ fileId: Id | null;
  /** Holder named by the certificate. */ certificateHolder: string | null;
  /** Who issued it. */ certificateIssuer: string | null;
  /** Its serial number, hexadecimal. */ certificateSerial: string | null;
  /** Valid from. */ certificateFrom: Moment | null;
  /** Valid to. */ certificateTo: Moment | null;
  /** Who recorded it. */ recordedBy: Id;
  /** When. */ createdAt: CreatedAt;
}

/** A PDF file an approved act was given out as. */
export interface ActIssueTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** SHA-256 of the file, hexadecimal. */ fileHash: string;
  /** 2025 or 2016: the year of GOST R 7.0.97 it is laid out by. */ standard: string;
  /** It carries the mark of an electronic signature. */ isMarked: boolean;
  /** Its bytes, where a detached signature is made of them; one file of an act. */ content: Buffer | null;
  /** When it was first given out. */ createdAt: Moment;
}

/** Somebody who is to read an approved act. */
export interface ActAcquaintanceTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who. */ personId: Id;
  /** Day it was read. */ acquaintedOn: Day | null;
  /** own: confirmed on the own page; paper: signed the paper list. */ way: string | null;
  /** Who recorded it. */ recordedBy: Id | null;
  /** When named. */ createdAt: CreatedAt;
}

/** A time an act stood on the organisation's public page. */
export interface ActPublicationTable {
  /** Identity. */ id: Id;
  /** The act. */ actId: Id;
  /** Its organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who published it. */ publishedBy: Id;
  /** When. */ publishedAt: Moment;
  /** Who took it down. */ withdrawnBy: Id | null;
  /** When. */ withdrawnAt: Moment | null;
  /** When recorded. */ createdAt: CreatedAt;
}
