import { sql } from 'kysely';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { type Figure, percentile } from './figure.ts';
import type { BenchSite } from './site.ts';

const FETCHES = 150;
/** Open requests of one school, and of the whole municipality the coordinator looks after. */
const OF_SCHOOL = 60;
const OF_MUNICIPALITY = 1_500;

/** The page of people who wait for a mentor: of one school to its curator, of a municipality to its coordinator. */
export async function waiting(site: BenchSite): Promise<Figure[]> {
  const db = openDatabase({ url: site.databaseUrl, max: 1, statementTimeoutMs: 0 });
  try {
    await askAt(db, 'curator@demo.ryadom', OF_SCHOOL, sql<boolean>`unit.id = asker.unit_id`);
    const below = sql<boolean>`unit.kind in ('school', 'college') and unit.id <> (
        select person.unit_id from account join person on person.id = account.person_id
        where account.login = 'curator@demo.ryadom')
      and exists (select 1 from org_unit_ancestor up where up.unit_id = unit.id and up.ancestor_id = asker.unit_id)`;
    await askAt(db, 'municipalcoordinator@demo.ryadom', OF_MUNICIPALITY - OF_SCHOOL, below);
    await sql`analyze`.execute(db);
    const { origin } = site.program;
    const school = { url: `${origin}/requests`, cookie: await site.cookieOf('curator') };
    const municipality = { url: `${origin}/requests`, cookie: await site.cookieOf('municipalcoordinator') };
    await assertTotal(school, OF_SCHOOL);
    await assertTotal(municipality, OF_MUNICIPALITY);
    const ratios: number[] = [];
    for (let round = 0; round < 3; round += 1) ratios.push((await pageTime(municipality)) / (await pageTime(school)));
    const value = Math.min(...ratios);
    return [
      { name: 'people waiting, 1 500 requests against a school', value, unit: 'x', limit: 1.3, bound: 'at-most' },
    ];
  } finally {
    await closeDatabase(db);
  }
}

interface Asked {
  url: string;
  cookie: string;
}

/** Puts so many people with an open request that went outside into the units that fit, seen from the unit of a login. */
async function askAt(db: Database, login: string, count: number, fits: ReturnType<typeof sql<boolean>>): Promise<void> {
  await sql`
    with asker as (
      select person.unit_id from account join person on person.id = account.person_id where account.login = ${login}
    ), place as (
      select unit.id, unit.region_id, row_number() over (order by unit.id) - 1 as number, count(*) over () as places
      from org_unit unit cross join asker where ${fits}
    ), hired as (
      insert into person (id, unit_id, region_id, last_name, first_name, middle_name, category, teaching_since)
      select gen_random_uuid(), place.id, place.region_id, 'Ожидаева' || number.one, 'Мария', 'Ивановна', 'none', '2026-09-01'
      from generate_series(1, ${count}::int) as number (one)
      join place on place.number = number.one % place.places
      returning id, unit_id, region_id
    ), working as (
      insert into employment (id, person_id, unit_id, region_id, post_code, subject, started_on)
      select gen_random_uuid(), id, unit_id, region_id, 'teacher', 'физика', '2026-09-01' from hired
    )
    insert into mentoring_request
      (id, person_id, unit_id, region_id, occasion, mentee_category, subject, difficulties, entered_by, opened_on, outward_on)
    select gen_random_uuid(), id, unit_id, region_id, 'young_specialist', 'beginner', 'физика', 'Опыты', id,
      current_date - (random() * 60)::int, current_date from hired`.execute(db);
}

async function assertTotal({ url, cookie }: Asked, least: number): Promise<void> {
  const text = await (await fetch(url, { headers: { Cookie: cookie } })).text();
  const total = Number(/Найдено: (\d+)/.exec(text)?.[1] ?? 0);
  if (total < least) throw new Error(`${url}: ${total} requests instead of ${least}`);
  if (text.split('<li>').length < 50) throw new Error(`${url}: the page is not full`);
}

async function pageTime({ url, cookie }: Asked): Promise<number> {
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
