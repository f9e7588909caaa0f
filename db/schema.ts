import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A calendar day 'YYYY-MM-DD'. */
export type Day = string;
/** A moment, ISO 8601 in UTC; written as a string. */
export type Moment = string;
/** A UUIDv7 made in the app. */
export type Id = string;
type Json = ColumnType<unknown, string, string>;
type Version = Generated<number>;
type CreatedAt = Generated<Moment>;

/** What stands in both contours: tiers, organisations, and the bodies that work at a tier (DOMAIN 1). */
interface OrgUnitTable {
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
interface OrgUnitNameTable {
  /** Identity. */ id: Id;
  /** Whose name. */ unitId: Id;
  /** Full name. */ name: string;
  /** Short name. */ shortName: string;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}
/** Parents a unit had, as periods. */
interface OrgUnitParentTable {
  /** Identity. */ id: Id;
  /** Whose parent. */ unitId: Id;
  /** The parent. */ parentId: Id;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}
/** Prepared table of ancestors in force, the unit itself included at depth 0. */
interface OrgUnitAncestorTable {
  /** The unit below. */ unitId: Id;
  /** The unit above or itself. */ ancestorId: Id;
  /** Steps between the two. */ depth: number;
}
/** Nomenclature of posts (government decree 225 of 21.02.2022). */
interface PostTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** Counts as a teacher in indicators. */ isTeaching: boolean;
}
/** A person: employee, official or minor; the name and what the class of experience is computed from. */
interface PersonTable {
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
  /** First day of teaching anywhere. */ teachingSince: Day | null;
  /** Lower-case full name with ё as е, made by the database. */ searchName: ColumnType<string, never, never>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** A post of a person at a unit for a period. */
interface EmploymentTable {
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
interface PersonNameFormTable {
  /** Whose. */ personId: Id;
  /** genitive, dative, accusative or instrumental. */ grammaticalCase: string;
  /** The whole name in that case. */ fullName: string;
  /** Who corrected it. */ correctedBy: Id;
  /** When. */ correctedAt: Moment;
}
/** The way in: one per person. */
interface AccountTable {
  /** Identity. */ id: Id;
  /** Whose. */ personId: Id;
  /** Lower-case login, usually the e-mail. */ login: string;
  /** argon2id; null until the first password. */ passwordHash: string | null;
  /** normal, contrast, large, contrast-large. */ theme: Generated<string>;
  /** When made. */ createdAt: CreatedAt;
}
/** A signed-in browser; the id is the SHA-256 of what the cookie holds. */
interface SessionTable {
  /** SHA-256 of the session id, hex. */ id: string;
  /** Account. */ userId: Id;
  /** End unless renewed. */ expiresAt: Moment;
  /** Start. */ createdAt: CreatedAt;
  /** Last request, to the minute. */ lastSeenAt: Generated<Moment>;
  /** Short description of browser and system. */ device: Generated<string>;
}
/** A link to a first (or new) password. */
interface InvitationTable {
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
interface RoleGrantTable {
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
interface SignInAttemptTable {
  /** Hash of account or network. */ key: string;
  /** Points consumed. */ points: Generated<number>;
  /** Milliseconds since 1970 when the counter is forgotten. */ expire: number | null;
}
/** One line an act; append-only. */
interface JournalEntryTable {
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
/** Forms of mentoring: role situations of the sides (DOMAIN 2.5). */
interface MentoringFormTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** teacher, student or reverse list. */ family: string;
  /** Order in lists. */ position: number;
}
/** Kinds: manners of work (DOMAIN 2.5). */
interface MentoringKindTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** Order in lists. */ position: number;
}
/** What a mentor offers and how many people at once. */
interface MentorProfileTable {
  /** The mentor. */ personId: Id;
  /** Home organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Mentees at once (BR-07). */ loadLimitPeople: Generated<number>;
  /** Strengths in own words. */ strengths: Generated<string>;
  /** Opened by the owner for other organisations. */ isOpenOutside: Generated<boolean>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** A mentorship: a pair or a group, its form, kind, legal basis, planned period and state. */
interface MentorshipTable {
  /** Identity. */ id: Id;
  /** The mentee's organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Form. */ formCode: string;
  /** Kind. */ kindCode: string;
  /** Typed legal basis (Labour Code 351.8 and others). */ legalBasis: string;
  /** What it is about, in the curator's words. */ focus: Generated<string>;
  /** proposed, consented, active, declined, withdrawn, closed. */ state: string;
  /** First planned day. */ startedOn: Day;
  /** Last planned day, inclusive. */ endedOn: Day;
  /** Curator who proposed. */ proposedBy: Id;
  /** When the order made it active. */ activatedAt: Moment | null;
  /** Actual last day. */ finishedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** A person on one side of a mentorship for a period. */
interface MentorshipMemberTable {
  /** Identity. */ id: Id;
  /** Of which. */ mentorshipId: Id;
  /** Who. */ personId: Id;
  /** Home organisation of the member. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** mentor or mentee. */ side: string;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
}
/** The answer of one side. */
interface ConsentTable {
  /** Identity. */ id: Id;
  /** To what. */ mentorshipId: Id;
  /** Whose. */ personId: Id;
  /** Unit of the mentorship. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** given or declined. */ answer: string;
  /** electronic or paper. */ manner: string;
  /** Day of the answer (on paper: the paper's date). */ answeredOn: Day;
  /** Who recorded it: the person or the curator. */ recordedBy: Id;
  /** When recorded. */ createdAt: CreatedAt;
}
/** A local act from draft to approval. */
interface LocalActTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** assignment_order. */ kind: string;
  /** Heading to the text. */ heading: string;
  /** draft, review, approved, returned, cancelled. */ state: string;
  /** Template used. */ templateCode: string;
  /** Its version. */ templateVersion: number;
  /** Values put into the template. */ values: Json;
  /** The neutral document exactly as shown. */ document: Json;
  /** SHA-256 of that document. */ documentHash: string;
  /** Term of keeping. */ retentionClass: Generated<string>;
  /** Registration number. */ number: string | null;
  /** Registration day. */ registeredOn: Day | null;
  /** Who drew it up. */ authorId: Id;
  /** When sent to the head. */ submittedAt: Moment | null;
  /** Why the head returned it. */ returnReason: string | null;
  /** Who approved. */ approvedBy: Id | null;
  /** When. */ approvedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** Mentorships an order assigns. */
interface LocalActMentorshipTable {
  /** The order. */ actId: Id;
  /** The mentorship. */ mentorshipId: Id;
}
/** Counter of numbers by organisation, kind and year. */
interface LocalActNumberTable {
  /** Organisation. */ unitId: Id;
  /** Kind of act. */ kind: string;
  /** Calendar year. */ year: number;
  /** Last number given. */ lastNumber: number;
}
/** The personalised programme of a mentorship. */
interface ProgrammeTable {
  /** Identity. */ id: Id;
  /** Whose. */ mentorshipId: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** What troubles the mentee. */ problem: Generated<string>;
  /** Aim. */ aim: Generated<string>;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** draft or approved. */ state: string;
  /** Head who approved. */ approvedBy: Id | null;
  /** When. */ approvedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** A measurable goal of a programme. */
interface ProgrammeGoalTable {
  /** Identity. */ id: Id;
  /** Of which programme. */ programmeId: Id;
  /** Order. */ position: number;
  /** What is to be reached. */ aim: string;
  /** How it is measured. */ indicator: string;
  /** Value at the start. */ startValue: string;
  /** Value to reach. */ targetValue: string;
  /** Optimistic lock. */ version: Version;
}
/** A dated item of a programme's plan. */
interface PlanItemTable {
  /** Identity. */ id: Id;
  /** Of which programme. */ programmeId: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** meeting, lesson_visit, training, trial, innovation, other. */ kind: string;
  /** What is done. */ topic: string;
  /** Due day. */ dueOn: Day;
  /** Expected product. */ product: Generated<string>;
  /** Day done. */ doneOn: Day | null;
  /** What came out. */ resultNote: Generated<string>;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** The nine diagnostic areas (002-37). */
interface CompetenceAreaTable {
  /** Stable code. */ code: string;
  /** Russian name. */ name: string;
  /** Order. */ position: number;
}
/** An educational route (ИОМ) of four or five years (002-34). */
interface EducationalRouteTable {
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
interface RouteTutorTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The tutor. */ personId: Id;
  /** First day. */ startedOn: Day;
  /** Last day, inclusive. */ endedOn: Day | null;
}
/** One of the seven positions of a route (002-36). */
interface RoutePositionTable {
  /** Of which route. */ routeId: Id;
  /** 1 to 7. */ position: number;
  /** Day opened. */ openedOn: Day | null;
  /** Day completed. */ completedOn: Day | null;
  /** What was found or decided. */ note: Generated<string>;
}
/** A step of a route's roadmap (002-38, 002-39). */
interface RouteStepTable {
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
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** Recognition: money or another kind (DOMAIN 2.7, DT-24). */
interface StimulusTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Who receives. */ personId: Id;
  /** For which mentorship. */ mentorshipId: Id | null;
  /** Money or not. */ isMoney: boolean;
  /** Kind. */ kind: string;
  /** Basis act in words. */ basis: string;
  /** Sum in kopecks for the period. */ amountKopecks: number | null;
  /** First day of the period, or the day given. */ startedOn: Day;
  /** Last day of the period. */ endedOn: Day | null;
  /** proposed, approved, paid. */ state: string;
  /** Who proposed. */ proposedBy: Id;
  /** Who approved. */ approvedBy: Id | null;
  /** Who paid. */ paidBy: Id | null;
  /** When paid. */ paidOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}
/** Additive counters of one unit in one period. */
interface MonitoringRollupTable {
  /** Unit of any tier. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** '2026-year', '2026-h1', '2026-h2': the school year's first calendar year and the part. */ period: string;
  /** Counter name → whole number. */ counters: JSONColumnType<Record<string, number>, string, string>;
  /** When counted. */ countedAt: Moment;
}
/** Organisation and period whose counters are stale. */
interface MonitoringDirtyTable {
  /** Organisation. */ unitId: Id;
  /** Period. */ period: string;
  /** Since when. */ markedAt: Generated<Moment>;
}
/** A staff list on its way in. */
interface StaffListTable {
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
  /** Who uploaded. */ uploadedBy: Id;
  /** Who applied. */ appliedBy: Id | null;
  /** When applied. */ appliedAt: Moment | null;
  /** Optimistic lock. */ version: Version;
  /** When uploaded. */ createdAt: CreatedAt;
}
/** The bytes of a staff list until it is applied or discarded. */
interface StaffListFileTable {
  /** Of which list. */ staffListId: Id;
  /** The file. */ bytes: ColumnType<Buffer, Uint8Array, Uint8Array>;
}
/** What one row of a staff list would do. */
interface StaffListRowTable {
  /** Of which list. */ staffListId: Id;
  /** Row number as the table program shows it. */ rowNumber: number;
  /** new, changed, unchanged, refused, unplaced. */ outcome: string;
  /** Organisation the row goes to. */ unitId: Id | null;
  /** Person found, or made when applied. */ personId: Id | null;
  /** What was read. */ found: Json;
  /** Field → before and after. */ changes: Json;
  /** Cells and reasons. */ refusals: Json;
}
/** Organisations named in a consolidated list and where their people go. */
interface StaffListOrganisationTable {
  /** Of which list. */ staffListId: Id;
  /** Name as written. */ nameInFile: string;
  /** Where to; null until decided. */ unitId: Id | null;
  /** People under this name. */ people: number;
}
/** A notice to a person. */
interface NoticeTable {
  /** Identity. */ id: Id;
  /** To whom. */ personId: Id;
  /** Kind of `notice.text.ts`. */ kind: string;
  /** Page it leads to. */ path: string;
  /** Values of the sentence. */ details: ColumnType<Record<string, string>, string | undefined, string>;
  /** When. */ createdAt: Moment;
  /** When read. */ readAt: Moment | null;
}
/** Mail written in the act's transaction, sent by a job. */
interface OutboxMailTable {
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
interface OnceKeyTable {
  /** Key made with the form. */ key: Id;
  /** Who posted. */ personId: Id;
  /** SHA-256 of the input. */ inputHash: string;
  /** What the first post gave. */ result: Json;
  /** When. */ createdAt: CreatedAt;
}
/** Settings of the installation. */
interface SettingTable {
  /** Name. */ key: string;
  /** Value. */ value: Json;
}

/** Every table of the database; a test compares it with the migrated schema. */
export interface Schema {
  orgUnit: OrgUnitTable;
  orgUnitName: OrgUnitNameTable;
  orgUnitParent: OrgUnitParentTable;
  orgUnitAncestor: OrgUnitAncestorTable;
  post: PostTable;
  person: PersonTable;
  employment: EmploymentTable;
  personNameForm: PersonNameFormTable;
  account: AccountTable;
  session: SessionTable;
  invitation: InvitationTable;
  roleGrant: RoleGrantTable;
  signInAttempt: SignInAttemptTable;
  journalEntry: JournalEntryTable;
  mentoringForm: MentoringFormTable;
  mentoringKind: MentoringKindTable;
  mentorProfile: MentorProfileTable;
  mentorship: MentorshipTable;
  mentorshipMember: MentorshipMemberTable;
  consent: ConsentTable;
  localAct: LocalActTable;
  localActMentorship: LocalActMentorshipTable;
  localActNumber: LocalActNumberTable;
  programme: ProgrammeTable;
  programmeGoal: ProgrammeGoalTable;
  planItem: PlanItemTable;
  competenceArea: CompetenceAreaTable;
  educationalRoute: EducationalRouteTable;
  routeTutor: RouteTutorTable;
  routePosition: RoutePositionTable;
  routeStep: RouteStepTable;
  stimulus: StimulusTable;
  monitoringRollup: MonitoringRollupTable;
  monitoringDirty: MonitoringDirtyTable;
  staffList: StaffListTable;
  staffListFile: StaffListFileTable;
  staffListRow: StaffListRowTable;
  staffListOrganisation: StaffListOrganisationTable;
  notice: NoticeTable;
  outboxMail: OutboxMailTable;
  onceKey: OnceKeyTable;
  setting: SettingTable;
}
