import { sql } from 'kysely';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { type Figure, percentile } from './figure.ts';
import type { BenchSite } from './site.ts';

const FETCHES = 120;
const OWN = 60;
const OF_REGION = 6_000;
const STEPS = 20;

/** The desk of a tutor with 60 routes, in a region of no more and in one of 6 000; every page of it that is asked for. */
export async function desk(site: BenchSite): Promise<Figure[]> {
  const db = openDatabase({ url: site.databaseUrl, max: 1, statementTimeoutMs: 0 });
  try {
    const cookie = await site.cookieOf('tutor');
    const asked = ['', '?show=overdue', '?show=waits', '?show=uncorrected', '?show=cycle', '?show=silent'];
    const urls = asked.map((query) => `${site.program.origin}/desk${query}`);
    await openRoutes(db, OWN, sql<boolean>`account.login = 'tutor@demo.ryadom'`);
    await sql`analyze`.execute(db);
    await assertOwn(urls[0] ?? '', cookie);
    const small = await timesOf(urls, cookie);
    const others = sql<boolean>`account.login = 'centrehead@demo.ryadom'`;
    await openRoutes(db, OF_REGION - OWN, others);
    await sql`analyze`.execute(db);
    const large = await timesOf(urls, cookie);
    const again = await timesOf(urls, cookie);
    const ratio = Math.min(percentile(large, 0.5), percentile(again, 0.5)) / percentile(small, 0.5);
    return [
      { name: 'desk, 6 000 routes in the region against 60', value: ratio, unit: 'x', limit: 1.3, bound: 'at-most' },
      { name: 'desk with 60 routes, p95', value: percentile(large, 0.95), unit: 'ms', limit: 300, bound: 'at-most' },
    ];
  } finally {
    await closeDatabase(db);
  }
}

/** Puts so many routes with twenty steps each under the person of a login as a tutor, at the centre he works at. */
async function openRoutes(db: Database, count: number, whose: ReturnType<typeof sql<boolean>>): Promise<void> {
  await sql`
    with holder as (
      select person.id, person.unit_id as centre_id, person.region_id from account
      join person on person.id = account.person_id where ${whose}
    ), place as (
      select unit.id, row_number() over (order by unit.id) - 1 as number, count(*) over () as places
      from org_unit unit join holder on holder.region_id = unit.region_id where unit.kind = 'school'
    ), hired as (
      insert into person (id, unit_id, region_id, last_name, first_name, middle_name, category, teaching_since)
      select gen_random_uuid(), place.id, holder.region_id, 'Маршрутова' || number.one, 'Анна', 'Петровна', 'none', '2020-09-01'
      from holder cross join generate_series(1, ${count}::integer) as number (one)
      join place on place.number = number.one % place.places
      returning id, unit_id, region_id
    ), opened as (
      insert into educational_route
        (id, person_id, unit_id, region_id, centre_id, years, started_on, ended_on, target_image, state)
      select gen_random_uuid(), hired.id, hired.unit_id, hired.region_id, holder.centre_id, 4, started.day,
        (started.day + interval '4 years')::date - 1, 'Учитель', 'active'
      from hired cross join holder cross join lateral (select current_date - (random() * 700)::integer as day) started
      returning id, unit_id, region_id, started_on
    ), held as (
      insert into route_tutor (id, route_id, person_id, started_on)
      select gen_random_uuid(), opened.id, holder.id, opened.started_on from opened cross join holder
    )
    insert into route_step
      (id, route_id, unit_id, region_id, kind, area_code, title, started_on, due_on, closed_on, product, attitude, review_state)
    select gen_random_uuid(), opened.id, opened.unit_id, opened.region_id, 'trial', 'methodical', 'Урок ' || step.one,
      opened.started_on + step.one * 30, opened.started_on + step.one * 30 + 40,
      case when step.one % 3 < 2 then opened.started_on + step.one * 30 + 35 end, 'Разработка', 'Доволен',
      case when step.one % 3 = 0 then 'waits' when step.one % 3 = 1 then 'accepted' else 'none' end
    from opened cross join generate_series(1, ${STEPS}::integer) as step (one)`.execute(db);
}

async function assertOwn(url: string, cookie: string): Promise<void> {
  const text = await (await fetch(url, { headers: { Cookie: cookie } })).text();
  if (text.split('Маршрутова').length < 50) throw new Error(`${url}: the page is not full`);
}

async function timesOf(urls: readonly string[], cookie: string): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < FETCHES; count += 1) {
    const url = urls[count % urls.length] ?? '';
    const began = performance.now();
    const response = await fetch(url, { headers: { Cookie: cookie } });
    await response.text();
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
    times.push(performance.now() - began);
  }
  return times.slice(urls.length);
}
