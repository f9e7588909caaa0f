import { sql } from 'kysely';
import { grantsInForce } from '#app/access/find-actor.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, addYears, HOME_ZONE } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { makeInstrument } from '#app/demo/factories/routes.ts';
import { recountMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import { askAboutMovedRoutes } from '#app/features/route-transfers/transfer.jobs.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { liveYear, openLife, type RouteLife } from './five-years-route.ts';
import { assertRolesHeld, reconcile, type YearTotals } from './five-years-totals.ts';
import { buildWorld, grant, hire, type World } from './world.ts';

const FIRST_DAY = '2021-09-01';
const YEARS = 5;

/** How large a region is lived through, and how many lives go on beside each other. */
export interface RegionSize {
  teachers: number;
  schools: number;
  tutors: number;
  /** One teacher in so many has a route. */
  oneInHasRoute: number;
  atOnce: number;
}

/** Who acts in the simulated region besides the owners of routes. */
export interface Region {
  world: World;
  db: Database;
  schools: Id[];
  centreHead: Id;
  foreignHead: Id;
  tutors: Id[];
  foreignTutor: Id;
  foreignCurator: Id;
  curators: Map<Id, Id>;
}

/** The context of a person on a day, with the grants in force then. */
export async function asOn(db: Database, personId: Id, today: Day): Promise<Context> {
  const now = `${today}T08:00:00.000Z`;
  const { grants } = await grantsInForce(db, personId, now, false);
  return { db, now, today, timeZone: HOME_ZONE, actor: { kind: 'person', personId, accountId: personId, grants } };
}

/**
 * Five school years of a region with a moved clock: routes are opened, diagnosed, planned, carried out, read, corrected,
 * rested, handed over, moved to another school or region and completed through the real operations; people are set up
 * in a batch. After each year nothing is stuck and the totals of what was done agree with what is stored. Throws when
 * they do not. Source: M-45.
 */
export async function liveFiveYears(db: Database, size: RegionSize): Promise<YearTotals[]> {
  const region = await buildRegion(db, size);
  const owners = await hireTeachers(region, size);
  await makeInstrument(await asOn(db, region.centreHead, FIRST_DAY), region.world.centre);
  const lives: RouteLife[] = [];
  const totals: YearTotals[] = [];
  await inTurns(owners, size.atOnce, async (owner, index) => {
    lives.push(await openLife(region, owner, { index, startedOn: addDays(FIRST_DAY, 10 + (index % 50)) }));
  });
  lives.sort((one, other) => one.index - other.index);
  for (let year = 0; year < YEARS; year += 1) {
    const yearStart = addYears(FIRST_DAY, year);
    await inTurns(lives, size.atOnce, (life) => liveYear(region, life, { year, yearStart }));
    const last = addDays(addYears(yearStart, 1), -1);
    const system: Context = { ...region.world.system, today: last, now: `${last}T20:00:00.000Z` };
    await askAboutMovedRoutes(system);
    await recountMonitoring(system);
    await assertRolesHeld(db, last);
    totals.push(await reconcile(system, region, lives, year));
  }
  return totals;
}

async function buildRegion(db: Database, size: RegionSize): Promise<Region> {
  const world = await buildWorld(db);
  const office = { employment: null, category: 'none', teachingSince: null } as const;
  const appoint = async (role: Parameters<typeof grant>[2], unitId: Id) => {
    const id = await hire(world, unitId, office);
    await grant(world, id, role, unitId);
    return id;
  };
  const schools = [world.school, world.sibling, world.farSchool];
  while (schools.length < size.schools) schools.push(await addSchool(world, schools.length));
  const curators = new Map<Id, Id>();
  for (const school of schools) curators.set(school, await appoint('curator', school));
  const tutors: Id[] = [];
  while (tutors.length < size.tutors) tutors.push(await appoint('tutor', world.centre));
  return {
    ...{ world, db, schools, tutors, curators },
    centreHead: await appoint('centreHead', world.centre),
    foreignHead: await appoint('centreHead', world.foreignCentre),
    foreignTutor: await appoint('tutor', world.foreignCentre),
    foreignCurator: await appoint('curator', world.foreignSchool),
  };
}

async function addSchool(world: World, number: number): Promise<Id> {
  const name = `Школа № ${100 + number}`;
  const unit = {
    kind: 'school',
    name,
    shortName: name,
    parentId: world.municipality,
    startedOn: '2010-09-01',
  } as const;
  return (await addUnit(world.system, { ...unit, timeZone: 'Europe/Moscow' })).id;
}

/** Writes the teachers of the region in one batch; gives those who will have a route. */
async function hireTeachers(region: Region, size: RegionSize): Promise<Id[]> {
  const ids = Array.from({ length: size.teachers }, () => newId());
  const units = ids.map((_, index) => region.schools[index % region.schools.length] ?? region.world.school);
  await sql`
    with hired as (
      insert into person (id, unit_id, region_id, last_name, first_name, middle_name, category, teaching_since)
      select one.id, one.unit_id, ${region.world.region}, 'Учителев', 'Пётр', 'Ильич', 'first', '2015-09-01'
      from unnest(${ids}::uuid[], ${units}::uuid[]) as one (id, unit_id)
      returning id, unit_id, region_id
    )
    insert into employment (id, person_id, unit_id, region_id, post_code, subject, started_on)
    select gen_random_uuid(), id, unit_id, region_id, 'teacher', 'физика', '2015-09-01' from hired
  `.execute(region.db);
  return ids.filter((_, index) => index % size.oneInHasRoute === 0);
}

/** Lives through a list, so many at once; the first fault ends it. */
async function inTurns<T>(list: readonly T[], atOnce: number, live: (one: T, index: number) => Promise<void>) {
  let next = 0;
  const walk = async () => {
    while (next < list.length) {
      const index = next;
      next += 1;
      const one = list[index];
      if (one !== undefined) await live(one, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
}
