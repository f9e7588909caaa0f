import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** An entry of the register of what a teacher may take: programme, placement site, practice, community, event (002-14). */
export interface LearningOfferTable {
  /** Identity. */ id: Id;
  /** Who keeps the entry: the federation or a region. */ unitId: Id;
  /** The region; null for the federation's. */ regionId: Id | null;
  /** programme, site, practice, community, event. */ kind: string;
  /** Name. */ title: string;
  /** Number in the federal or regional register. */ number: string | null;
  /** Who provides it. */ providerName: string;
  /** state, municipal, listed, private (BR-26). */ providerKind: string;
  /** Academic hours. */ hours: number | null;
  /** Free places. */ places: number | null;
  /** First day it is held; null when at any time. */ startsOn: Day | null;
  /** Last day. */ endsOn: Day | null;
  /** Town or address, or how it is held at a distance. */ place: Generated<string>;
  /** Page on the web. */ link: string | null;
  /** What it gives, in plain words. */ about: Generated<string>;
  /** Other regions see it too. */ isShared: Generated<boolean>;
  /** Day taken out of the register. */ closedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** An area an offer serves. */
export interface LearningOfferAreaTable {
  /** Of which offer. */ offerId: Id;
  /** The area. */ areaCode: string;
}

/** A file with entries of the register, read and judged. */
export interface OfferImportTable {
  /** Identity. */ id: Id;
  /** Whose register: the federation or a region. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Name of the file. */ fileName: string;
  /** checked, applied. */ state: Generated<string>;
  /** Entries to write. */ entries: Json;
  /** Rows refused, with reasons. */ refusals: Json;
  /** Who uploaded it. */ uploadedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When uploaded. */ createdAt: CreatedAt;
}

/** The offer a step of a route was planned from. */
export interface StepOfferTable {
  /** Which step. */ stepId: Id;
  /** The offer. */ offerId: Id;
}

/** One offer proposed for several routes at once. */
export interface GroupPlanTable {
  /** Identity. */ id: Id;
  /** The centre. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** What is proposed. */ offerId: Id;
  /** The area it is to serve. */ areaCode: string;
  /** First day of the step. */ startsOn: Day;
  /** Due day of the step. */ dueOn: Day;
  /** Product expected of it. */ expectedProduct: string;
  /** The tutor. */ madeBy: Id;
  /** Day. */ madeOn: Day;
  /** Day taken back. */ undoneOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The proposal of a group plan to the owner of one route. */
export interface RouteProposalTable {
  /** Identity. */ id: Id;
  /** Which plan. */ planId: Id;
  /** For which route. */ routeId: Id;
  /** proposed, accepted, declined, withdrawn. */ state: Generated<string>;
  /** Day answered or withdrawn. */ decidedOn: Day | null;
  /** The step it became. */ stepId: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** When the owner of a route first looked at a proposal. */
export interface ProposalLookTable {
  /** Which proposal. */ proposalId: Id;
  /** When. */ firstAt: Moment;
}

/** What was said about a step. */
export interface StepRemarkTable {
  /** Identity. */ id: Id;
  /** About which step. */ stepId: Id;
  /** Who said it. */ authorId: Id;
  /** remark, agreed, accepted, more, supplement. */ kind: string;
  /** About the plan: the school's curator reads it too. */ isAboutPlan: boolean;
  /** The words. */ text: string;
  /** When. */ createdAt: Moment;
}

/** What a former tutor leaves the next one to know. */
export interface RouteHandoverTable {
  /** Identity. */ id: Id;
  /** Which route. */ routeId: Id;
  /** The former tutor. */ fromPersonId: Id | null;
  /** The next one. */ toPersonId: Id;
  /** From which day on. */ handedOn: Day;
  /** What to know. */ note: string;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A teacher's own word that he moves to another organisation. */
export interface PersonMoveTable {
  /** Identity. */ id: Id;
  /** Who. */ personId: Id;
  /** Where to. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Where from. */ fromUnitId: Id;
  /** Post there. */ postCode: string;
  /** Subject there. */ subject: string | null;
  /** First day of work. */ startsOn: Day;
  /** The route goes along, by consent. */ takesRoute: boolean;
  /** asked, accepted, declined, withdrawn. */ state: Generated<string>;
  /** Day asked. */ askedOn: Day;
  /** Day answered. */ decidedOn: Day | null;
  /** Who answered. */ decidedBy: Id | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A route that may follow its owner, by consent only (BR-22). */
export interface RouteTransferTable {
  /** Identity. */ id: Id;
  /** Which route. */ routeId: Id;
  /** The owner. */ personId: Id;
  /** New organisation. */ unitId: Id;
  /** New region. */ regionId: Id | null;
  /** New centre. */ centreId: Id;
  /** Former organisation. */ fromUnitId: Id;
  /** Former region. */ fromRegionId: Id | null;
  /** Former centre. */ fromCentreId: Id;
  /** pending, done, kept. */ state: Generated<string>;
  /** Day proposed. */ proposedOn: Day;
  /** Day decided. */ decidedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A long leave during which a route rests. */
export interface RoutePauseTable {
  /** Identity. */ id: Id;
  /** Which route. */ routeId: Id;
  /** parental, illness, service, study, other. */ reason: string;
  /** First day. */ startedOn: Day;
  /** Until when it is expected. */ expectedUntil: Day | null;
  /** Last day; null while it lasts. */ endedOn: Day | null;
  /** By how many days the open steps were shifted on return. */ shiftedDays: Generated<number>;
  /** When recorded. */ createdAt: CreatedAt;
}

/** Why a route ended before its term. */
export interface RouteEarlyEndTable {
  /** Which route. */ routeId: Id;
  /** reached, left_profession, other_path, other. */ reason: string;
  /** What the owner takes along. */ reflection: string;
  /** Last day. */ endedOn: Day;
  /** When recorded. */ createdAt: CreatedAt;
}

/** An item of a mentorship's programme that serves a step of the mentee's route. */
export interface StepPlanItemTable {
  /** Which item. */ planItemId: Id;
  /** Which step. */ stepId: Id;
  /** Day linked. */ linkedOn: Day;
}
