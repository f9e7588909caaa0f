import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** What stands in both contours: tiers, organisations, and the bodies that work at a tier (DOMAIN 1). */
export interface OrgUnitTable {
  /** Identity. */ id: Id;
  /** One of the kinds of `unit.ts`. */ kind: string;
  /** Full official name in force. */ name: string;
  /** Short name for tables and headers. */ shortName: string;
  /** Parent in force; only the federation has none. */ parentId: Id | null;
  /** The region above (itself for a region); null at the federal tier. */ regionId: Id | null;
  /** IANA zone that decides what "today" is here. */ timeZone: Generated<string>;
  /** First day of existence. */ startedOn: Day;
  /** Last day, inclusive; null while open. */ endedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Names a unit had, as periods. */
export interface OrgUnitNameTable {
  /** Identity. */ id: Id;
  /** Whose name. */ unitId: Id;
  /** Full name. */ name: string;
  /** Short name. */ shortName: string;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}

/** Parents a unit had, as periods. */
export interface OrgUnitParentTable {
  /** Identity. */ id: Id;
  /** Whose parent. */ unitId: Id;
  /** The parent. */ parentId: Id;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}

/** Prepared table of ancestors in force, the unit itself included at depth 0. */
export interface OrgUnitAncestorTable {
  /** The unit below. */ unitId: Id;
  /** The unit above or itself. */ ancestorId: Id;
  /** Steps between the two. */ depth: number;
}

/** The way in: one per person. */
export interface AccountTable {
  /** Identity. */ id: Id;
  /** Whose. */ personId: Id;
  /** Lower-case login, usually the e-mail. */ login: string;
  /** argon2id; null until the first password. */ passwordHash: string | null;
  /** normal, contrast, large, contrast-large. */ theme: Generated<string>;
  /** When made. */ createdAt: CreatedAt;
}

/** A signed-in browser; the id is the SHA-256 of what the cookie holds. */
export interface SessionTable {
  /** SHA-256 of the session id, hex. */ id: string;
  /** Account. */ userId: Id;
  /** Last moment it may live to, however it is used; kept a month longer to say so. */ expiresAt: Moment;
  /** Start. */ createdAt: CreatedAt;
  /** Last request, to the minute; an hour without one ends it. */ lastSeenAt: Generated<Moment>;
  /** Short description of browser and system. */ device: Generated<string>;
}

/** A link to a first (or new) password. */
export interface InvitationTable {
  /** Identity. */ id: Id;
  /** For whom. */ personId: Id;
  /** Unit that invites. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** SHA-256 of the token in the link. */ tokenHash: string;
  /** Login the account will have. */ login: string;
  /** Who invited; null for the installation's first administrator. */ invitedBy: Id | null;
  /** When. */ createdAt: CreatedAt;
  /** Last moment of use. */ expiresAt: Moment;
  /** When used. */ usedAt: Moment | null;
  /** When withdrawn. */ withdrawnAt: Moment | null;
}

/** A role at a unit for a period; the only source of rights. */
export interface RoleGrantTable {
  /** Identity. */ id: Id;
  /** Who holds it. */ personId: Id;
  /** A role of `roles.ts`. */ role: string;
  /** Where. */ unitId: Id;
  /** Region of the unit. */ regionId: Id | null;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive; a day before the first = never held. */ endedOn: Day | null;
  /** Who granted; null for the installation. */ grantedBy: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Counters of failed sign-ins, kept by rate-limiter-flexible. */
export interface SignInAttemptTable {
  /** Hash of account or network. */ key: string;
  /** Points consumed. */ points: Generated<number>;
  /** Milliseconds since 1970 when the counter is forgotten. */ expire: number | null;
}

/** One line an act; append-only. */
export interface JournalEntryTable {
  /** Identity. */ id: Id;
  /** Moment of the act. */ happenedAt: Moment;
  /** Name of the operation. */ act: string;
  /** Person who acted; null when the system did. */ actorId: Id | null;
  /** Name of the job that acted. */ systemName: string | null;
  /** Unit of the object. */ unitId: Id | null;
  /** Its region. */ regionId: Id | null;
  /** Table of the object. */ objectKind: string;
  /** The object. */ objectId: Id;
  /** Whose data it is, when one person's. */ personId: Id | null;
  /** State before, only changed fields. */ before: Json;
  /** State after, only changed fields. */ after: Json;
}

/** A notice to a person. */
export interface NoticeTable {
  /** Identity. */ id: Id;
  /** To whom. */ personId: Id;
  /** Kind of `notice.text.ts`. */ kind: string;
  /** Page it leads to. */ path: string;
  /** Values of the sentence. */ details: ColumnType<Record<string, string>, string | undefined, string>;
  /** When. */ createdAt: Moment;
  /** When read. */ readAt: Moment | null;
  /** Units by whose role the person was told a name; empty where no role was the reason. */ roleUnitIds: ColumnType<
    Id[],
    Id[] | undefined,
    never
  >;
}

/** Mail written in the act's transaction, sent by a job. */
export interface OutboxMailTable {
  /** Identity. */ id: Id;
  /** Address. */ recipient: string;
  /** Subject. */ subject: string;
  /** Plain text. */ body: string;
  /** When written. */ createdAt: Moment;
  /** When sent. */ sentAt: Moment | null;
  /** Tries so far. */ attempts: Generated<number>;
  /** Code of the last failure, without content. */ lastError: string | null;
}

/** Results of forms that may be posted once. */
export interface OnceKeyTable {
  /** Key made with the form. */ key: Id;
  /** Who posted. */ personId: Id;
  /** SHA-256 of the input. */ inputHash: string;
  /** What the first post gave. */ result: Json;
  /** When. */ createdAt: CreatedAt;
}

/** Settings of the installation. */
export interface SettingTable {
  /** Name. */ key: string;
  /** Value. */ value: Json;
}

/** Years of the production calendar that are filled. */
export interface CalendarYearTable {
  /** Calendar year. */ year: number;
  /** Act the days off were moved by. */ act: string;
  /** Whether the yearly decree is in; otherwise only the Labour Code's own days are. */ isDecreed: boolean;
  /** Optimistic lock. */ version: Version;
}

/** A day that differs from a plain five-day week (Labour Code 112). */
export interface CalendarDayTable {
  /** Identity. */ id: Generated<Id>;
  /** The day. */ day: Day;
  /** The region whose day it is; null for all. */ unitId: Id | null;
  /** The same region. */ regionId: Id | null;
  /** holiday, day_off (moved), working (moved), regional. */ kind: string;
  /** What is celebrated, or from where it was moved. */ name: string;
  /** Act it stands on. */ act: string;
  /** When recorded. */ createdAt: CreatedAt;
}
