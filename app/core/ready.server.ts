import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Config } from './config.server.ts';

/** What a watchman asks: does the database answer, is there room to write. */
export type Readiness = { database: boolean; space: boolean };

const leastFreeBytes = 1_000_000_000;
const answerWithinMs = 2_000;

/** Looks whether the program can serve; never throws and never takes longer than two seconds. */
export async function checkReadiness(
  db: Database,
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<Readiness> {
  const [database, space] = await Promise.all([
    within(sql`select 1`.execute(db).then(() => true)),
    // With a server of one's own the room is watched there.
    databaseUrl === null ? within(statfs(dataDir).then(({ bavail, bsize }) => bavail * bsize > leastFreeBytes)) : true,
  ]);
  return { database, space };
}

async function within(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs);
  });
  try {
    return await Promise.race([answer.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
