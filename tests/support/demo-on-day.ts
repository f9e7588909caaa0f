import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { dayOf, daysBetween, HOME_ZONE } from '#app/core/dates.ts';
import { movableClock } from '#app/core/services.server.ts';
import { openDemonstration } from '#app/demo/open-demonstration.server.ts';
import { closeDatabase, createDatabase, type Database, databaseUrl, dropDatabase, openDatabase } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import { startProgram } from './program.ts';

/** A demonstration region of its own in which today is another day, served by a program of its own. */
export interface DemoOnDay {
  siteUrl: string;
  db: Database;
  stop: () => Promise<void>;
}

/** Lives the demonstration up to the day and starts the built program there, its clock moved. */
export async function demoOnDay(day: Day): Promise<DemoOnDay> {
  const adminUrl = inject('adminUrl');
  const name = `demo_${day.replaceAll('-', '_')}`;
  const url = databaseUrl(adminUrl, name);
  await createDatabase(adminUrl, name, inject('template'));
  const db = openDatabase({ url, max: 4 });
  const today = dayOf(movableClock(0).now(), HOME_ZONE);
  const clock = movableClock(daysBetween(today, day));
  await openDemonstration({ db, clock });
  const { value } = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirstOrThrow();
  const moved = { ...(typeof value === 'object' ? value : {}), offsetDays: clock.offsetDays };
  await db
    .updateTable('setting')
    .set({ value: JSON.stringify(moved) })
    .where('key', '=', 'demo')
    .execute();
  const dataDir = mkdtempSync(join(tmpdir(), 'ryadom-day-'));
  const out = join(import.meta.dirname, '../.out');
  mkdirSync(out, { recursive: true });
  const environment = { DATABASE_URL: url, DATA_DIR: dataDir };
  const program = await startProgram(environment, { flags: ['--demo'], logFile: join(out, `server-${day}.log`) });
  return {
    siteUrl: program.origin,
    db,
    stop: async () => {
      await program.stop();
      await closeDatabase(db);
      await dropDatabase(adminUrl, name);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
