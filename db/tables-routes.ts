import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Day, Id, Json, Moment, Version } from './column-types.ts';

/** An instrument of outside diagnosis; an edition never changes, a new one is a row of its own. */
export interface DiagnosticInstrumentTable {
  /** Identity. */ id: Id;
  /** Who keeps it: the federation, a region, a centre. */ unitId: Id;
  /** Its region; null for the federation's, which all share. */ regionId: Id | null;
  /** Russian name. */ name: string;
  /** Edition as printed, such as «2026». */ edition: string;
  /** Who makes it. */ provider: Generated<string>;
  /** nine, four: how many blocks it measures. */ scheme: string;
  /** Below this share of the maximum a result is a deficit, per cent. */ lowCutPercent: number;
  /** From this share on a result is a strength, per cent. */ highCutPercent: number;
  /** First day of use. */ startedOn: Day;
  /** Last day of use, inclusive. */ endedOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A block of an instrument. */
export interface InstrumentBlockTable {
  /** Of which instrument. */ instrumentId: Id;
  /** Stable code inside the instrument. */ code: string;
  /** Russian name. */ name: string;
  /** Order. */ position: number;
  /** Most points to be had. */ maximum: number;
}

/** Upon which of the nine areas a block's result falls. */
export interface InstrumentAreaTable {
  /** Of which instrument. */ instrumentId: Id;
  /** The area; at most one block measures it. */ areaCode: string;
  /** The block. */ blockCode: string;
}

/** One sheet of diagnosis; sheets are added, never changed (002-37). */
export interface RouteDiagnosisTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** strengths, difficulties: told by the owner; both: measured by an instrument. */ side: string;
  /** The instrument; null for self-assessment. */ instrumentId: Id | null;
  /** Day of the diagnosis. */ madeOn: Day;
  /** Who entered it; null for a job. */ recordedBy: Id | null;
  /** When recorded. */ createdAt: CreatedAt;
}

/** What a sheet says of one area. */
export interface RouteDiagnosisAreaTable {
  /** Of which sheet. */ diagnosisId: Id;
  /** The area. */ areaCode: string;
  /** Mastery, per cent of the most possible; null where only words were asked. */ percent: number | null;
  /** Points got. */ points: number | null;
  /** Most points to be had. */ maximum: number | null;
  /** The owner's words. */ note: Generated<string>;
  /** What confirms it: text or address of a page. */ evidence: Generated<string>;
}

/** A deficit of a route in one area; open until a reflection closes it. */
export interface RouteDeficitTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The area. */ areaCode: string;
  /** In the owner's words. */ description: Generated<string>;
  /** self, external: found by diagnosis; named: by hand. */ source: string;
  /** Day found. */ openedOn: Day;
  /** Day closed by a reflection. */ closedOn: Day | null;
  /** When recorded. */ createdAt: CreatedAt;
}

/** A correction of an agreed roadmap; rows are only added (BR-24). */
export interface RouteRevisionTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** 1, 2, 3 … inside the route. */ number: number;
  /** education, requests, organisation: what changed (002-40). */ cause: string;
  /** Why, in words. */ reason: string;
  /** Who made it. */ madeBy: Id;
  /** Day made. */ madeOn: Day;
  /** When recorded. */ createdAt: CreatedAt;
}

/** The plan of one step before and after a correction. */
export interface RouteRevisionStepTable {
  /** Of which revision. */ revisionId: Id;
  /** Which step. */ stepId: Id;
  /** The plan before; null for a step added. */ before: Json;
  /** The plan after. */ after: Json;
}

/** A year inside a route. */
export interface RouteCycleTable {
  /** Of which route. */ routeId: Id;
  /** 1 to 5. */ number: number;
  /** First day. */ startedOn: Day;
  /** Day from which the year is looked back upon. */ reviewOn: Day;
  /** Last day, inclusive. */ endedOn: Day;
  /** Day of the yearly reflection. */ reviewedOn: Day | null;
}

/** A version of the target image; the newest is the route's own. */
export interface RouteImageTable {
  /** Of which route. */ routeId: Id;
  /** 1, 2, 3 … */ number: number;
  /** The owner's words. */ text: string;
  /** Day written. */ writtenOn: Day;
}

/** A shift of the route's start that waits for the owner's consent. */
export interface RouteShiftTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The first day proposed. */ newStartOn: Day;
  /** Why. */ reason: string;
  /** Tutor or head of the centre. */ proposedBy: Id;
  /** Day proposed. */ proposedOn: Day;
  /** proposed, accepted, declined. */ state: string;
  /** Day answered by the owner. */ answeredOn: Day | null;
}

/** A reflection of a year or of the whole route (002-41, DT-15). */
export interface RouteReflectionTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** yearly, final. */ kind: string;
  /** Which year; null for the final one. */ cycleNumber: number | null;
  /** Nearness to the target image, 1 to 10. */ nearness: number;
  /** What was tried. */ tried: string;
  /** What changed for pupils. */ changed: string;
  /** What to keep. */ kept: Generated<string>;
  /** What still troubles. */ troubles: Generated<string>;
  /** What is needed next. */ needs: Generated<string>;
  /** Day made. */ madeOn: Day;
  /** When recorded. */ createdAt: CreatedAt;
}

/** What a reflection says of one deficit. */
export interface RouteReflectionDeficitTable {
  /** Of which reflection. */ reflectionId: Id;
  /** Which deficit. */ deficitId: Id;
  /** closed, smaller, same. */ progress: string;
  /** In words. */ note: Generated<string>;
}

/** Motivation as measured: four answers of 1 to 5 (002-42). */
export interface RouteMotivationTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** With which reflection; null at the start. */ reflectionId: Id | null;
  /** I like to learn. */ interest: number;
  /** I see what the route is for. */ meaning: number;
  /** I believe that it will come out. */ confidence: number;
  /** I am ready to give time to it. */ readiness: number;
  /** Day told. */ toldOn: Day;
}

/** An area of the diagnosis shown to curator and mentor, from moment to moment. */
export interface RouteShareTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The owner's organisation at that time. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The area shown. */ areaCode: string;
  /** Since when. */ startedAt: Moment;
  /** Until when. */ endedAt: Moment | null;
}

/** That somebody looked at a part of another's route on a day (BR-86). */
export interface RouteLookTable {
  /** Whose route. */ routeId: Id;
  /** Who looked. */ personId: Id;
  /** What part. */ part: string;
  /** On which day. */ lookedOn: Day;
  /** First moment of that day. */ firstAt: Moment;
  /** Last moment of that day. */ lastAt: Moment;
  /** Openings at least ten minutes apart. */ times: Generated<number>;
}

/** A file with results of an instrument for a group of people of one centre. */
export interface DiagnosisImportTable {
  /** Identity. */ id: Id;
  /** The centre whose people it is about. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** The instrument. */ instrumentId: Id;
  /** Day of the diagnosis. */ madeOn: Day;
  /** Name of the file. */ fileName: string;
  /** checked, applied. */ state: Generated<string>;
  /** Rows taken: route, name, points by block; empty once applied. */ results: Json;
  /** Rows refused: number, code, what stands there; empty once applied. */ refusals: Json;
  /** How many rows were written; null until applied. */ takenCount: number | null;
  /** How many were passed over: the centre no longer accompanied the route. */ goneCount: number | null;
  /** How many were refused. */ refusedCount: number | null;
  /** Who uploaded it. */ uploadedBy: Id;
  /** Optimistic lock. */ version: Version;
  /** When uploaded. */ createdAt: CreatedAt;
}

/** A file of a route: the product of a step, or what confirms a sheet of diagnosis; never changed. */
export interface RouteFileTable {
  /** Identity. */ id: Id;
  /** Of which route. */ routeId: Id;
  /** The step it is a product of. */ stepId: Id | null;
  /** The sheet it confirms; exactly one of the two is said. */ diagnosisId: Id | null;
  /** The owner's organisation on that day. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Name with the ending its content has. */ name: string;
  /** pdf, docx, xlsx, pptx, odt, ods, odp, jpeg, png: by content. */ kind: string;
  /** Bytes. */ size: number;
  /** SHA-256 of the bytes, hexadecimal. */ fileHash: string;
  /** The file; at most 20 MiB. */ bytes: ColumnType<Buffer, Uint8Array, never>;
  /** Who attached it. */ addedBy: Id;
  /** When. */ createdAt: Moment;
}
