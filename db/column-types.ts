import type { ColumnType, Generated } from 'kysely';

/** A calendar day 'YYYY-MM-DD'. */
export type Day = string;
/** A moment, ISO 8601 in UTC; written as a string. */
export type Moment = string;
/** A UUIDv7 made in the app. */
export type Id = string;
/** jsonb: read as a value, written as its text. */
export type Json = ColumnType<unknown, string, string>;
/** Counts the edits of a row: the optimistic lock. */
export type Version = Generated<number>;
/** When the row was written. */
export type CreatedAt = Generated<Moment>;
