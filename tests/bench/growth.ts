import { sql } from 'kysely';
import { systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { rebuildMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { type Figure, percentile } from './figure.ts';
import { type BenchSite, firstLink } from './site.ts';

const COPIES = 99;
const FETCHES = 150;

/** The monitoring page of a unit with the demonstration's records and with a hundred times as many. */
export async function growth(site: BenchSite): Promise<Figure[]> {
  const { origin } = site.program;
  const cookie = await site.cookieOf('ministryofficer');
  const page = await firstLink(origin, '/monitoring', cookie, /href="(\/monitoring\/[0-9a-f-]{36})/).catch(
    () => '/monitoring',
  );
  const small = await pageTime(origin + page, cookie);
  const before = await textOf(origin + page, cookie);
  const db = openDatabase({ url: site.databaseUrl, max: 4, statementTimeoutMs: 0 });
  try {
    await multiply(db);
    await rebuildMonitoring(systemContext('bench', { db, clock: movableClock(0) }));
    if ((await textOf(origin + page, cookie)) === before) throw new Error('the page shows none of the new records');
    const large = await pageTime(origin + page, cookie);
    return [
      {
        name: 'unit monitoring, 100 x records against 1 x',
        value: large / small,
        unit: 'x',
        limit: 1.3,
        bound: 'at-most',
      },
    ];
  } finally {
    await closeDatabase(db);
  }
}

async function textOf(url: string, cookie: string): Promise<string> {
  return (await fetch(url, { headers: { Cookie: cookie } })).text();
}

async function pageTime(url: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < FETCHES; count += 1) {
    const began = performance.now();
    const response = await fetch(url, { headers: { Cookie: cookie } });
    await response.text();
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
    times.push(performance.now() - began);
  }
  // The fastest tenth: on a machine others use too, the middle measures them.
  return percentile(times.slice(30), 0.1);
}

/** Copies every fact monitoring counts, with new ids, inside one transaction. */
async function multiply(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create temporary table copied on commit drop as
      select id as old_id, gen_random_uuid() as new_id from mentorship cross join generate_series(1, ${COPIES}::int)`.execute(
      tx,
    );
    await sql`insert into mentorship (id, unit_id, region_id, form_code, kind_code, legal_basis, focus, state, started_on,
        ended_on, proposed_by, activated_at, finished_on)
      select copied.new_id, unit_id, region_id, form_code, kind_code, legal_basis, focus, state, started_on,
        ended_on, proposed_by, activated_at, finished_on from mentorship join copied on copied.old_id = mentorship.id`.execute(
      tx,
    );
    await sql`insert into mentorship_member (id, mentorship_id, person_id, unit_id, region_id, side, started_on, ended_on)
      select gen_random_uuid(), copied.new_id, person_id, unit_id, region_id, side, started_on, ended_on
      from mentorship_member join copied on copied.old_id = mentorship_member.mentorship_id`.execute(tx);
    await sql`create temporary table copied_programme on commit drop as
      select programme.id as old_id, gen_random_uuid() as new_id, copied.new_id as mentorship_id
      from programme join copied on copied.old_id = programme.mentorship_id`.execute(tx);
    await sql`insert into programme (id, mentorship_id, unit_id, region_id, problem, aim, started_on, ended_on, state)
      select made.new_id, made.mentorship_id, unit_id, region_id, problem, aim, started_on, ended_on, 'draft'
      from programme join copied_programme made on made.old_id = programme.id`.execute(tx);
    await sql`insert into plan_item (id, programme_id, unit_id, region_id, kind, topic, due_on, product, done_on)
      select gen_random_uuid(), made.new_id, unit_id, region_id, kind, topic, due_on, product, done_on
      from plan_item join copied_programme made on made.old_id = plan_item.programme_id`.execute(tx);
    await sql`insert into route_step (id, route_id, unit_id, region_id, kind, area_code, title, started_on, due_on,
        product, attitude, closed_on)
      select gen_random_uuid(), route_id, unit_id, region_id, kind, area_code, title, started_on, due_on,
        product, attitude, closed_on from route_step cross join generate_series(1, ${COPIES}::int)`.execute(tx);
  });
  await sql`analyze`.execute(db);
}
