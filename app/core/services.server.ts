import type { Database } from '#db/database.ts';
import type { Moment } from '#db/schema.ts';
import type { Config } from './config.server.ts';
import type { Log } from './log.server.ts';

/** The clock every context reads; in the demonstration region an administrator may move it (D15). */
export interface Clock {
  /** Moment "now" is. */
  now(): Moment;
  /** Whole days the demonstration clock is ahead of the real one. */
  offsetDays: number;
}

/** What lives as long as the program: opened once in `server.ts`, given to every request and job. */
export interface AppServices {
  readonly db: Database;
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** Parses staff lists in a worker with limits (D11). */
  readonly staffLists: StaffListParser;
  /** Reads detached signatures in a worker with limits (D11). */
  readonly signatures: SignatureFileReader;
  /** Solves scenarios of matching in a worker with limits (D11). */
  readonly scenarios: ScenarioWorker;
  /** Reads files brought to a check in a worker with limits (D11). */
  readonly papers: PaperInspector;
  /** Writes bundles of papers in a worker with limits (D11). */
  readonly bundles: BundleWriter;
  /** Hashed paths of stylesheet, script and icon. */
  readonly assets: Record<string, string>;
  /** Fills the empty database with the demonstration region; missing where that is not on offer. */
  readonly openDemonstration?: () => Promise<void>;
  /** Asks a background job to run soon; the work itself is in the database. */
  readonly wake: (job: JobName) => void;
}

/** Jobs that an act may wake instead of waiting for the schedule. */
export type JobName =
  | 'staff-list'
  | 'scenario'
  | 'monitoring'
  | 'mail'
  | 'mentorship-expiry'
  | 'mentorship-ending'
  | 'bundle'
  | 'act-issue'
  | 'requests'
  | 'notices'
  | 'route-transfers'
  | 'staff-list-contacts';

/** Reads an uploaded file into rows; the feature `staff-lists` narrows the types. */
export interface StaffListParser {
  parse(bytes: Uint8Array, fileName: string, options: { today: string; mapping?: unknown }): Promise<unknown>;
  /** The bare sheets of a file with another table. */
  sheets(bytes: Uint8Array, fileName: string): Promise<unknown>;
}

/** Reads the file of a detached signature; the feature `act-signatures` narrows the types. */
export interface SignatureFileReader {
  read(bytes: Uint8Array): Promise<unknown>;
}

/** Solves one scenario; the feature `scenarios` narrows the types. `onProgress` hears a share, 0 to 1. */
export interface ScenarioWorker {
  solve(task: unknown, onProgress: (share: number) => void): Promise<unknown>;
}

/** Looks into a file that claims to be one of ours: is it a PDF, its SHA-256, the hash of the words it names. */
export interface PaperInspector {
  inspect(bytes: Uint8Array): Promise<{ isPdf: boolean; sha256: string; claimedHash: string | null }>;
}

/** Writes many papers into one file; the feature `bundles` narrows the types. `onProgress` hears a share, 0 to 1. */
export interface BundleWriter {
  write(task: unknown, onProgress: (share: number) => void, signal: AbortSignal): Promise<unknown>;
}

/** A clock that follows the machine's, moved by an offset. */
export function movableClock(offsetDays: number): Clock {
  const clock = {
    offsetDays,
    now: () => new Date(Date.now() + clock.offsetDays * 86_400_000).toISOString(),
  };
  return clock;
}

/** What Remix hands to loaders and actions: the services and what this request has already found out. */
export interface RequestServices {
  readonly services: AppServices;
  /** Values computed once per request, such as the context. */
  readonly memo: Map<string, unknown>;
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestServices {}
}
