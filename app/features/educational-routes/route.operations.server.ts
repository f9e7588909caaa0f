import { sql } from 'kysely';
import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, formatDay } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { heldUnits } from '../org-units/unit-life.server.ts';
import { shortName } from '../people/person-name.ts';
import { assertActive, assertFresh, journalRoute, lockedRoute } from './locked-route.server.ts';
import { routeEnd, ruleAgainstOpening } from './route.ts';
import { cyclesOf } from './route-cycle.ts';
import { POSITIONS } from './route-position.ts';

/** What opening a route needs; `tutorId` null leaves the tutor to the head of the centre. */
export interface OpenRoute {
  personId: Id;
  centreId: Id;
  /** 4 or 5. */
  years: number;
  startedOn: Day;
  tutorId: Id | null;
  targetImage?: string;
}

/**
 * Opens a route with its seven positions, the first of them open. Throws
 * NotFound for a centre or person out of reach, RuleBroken `route-years-four-or-five`, `route-already-over`,
 * `route-starts-too-late`, `route-overlaps`, `route-unit-closed`, `not-a-tutor`. Source: 002-34, 002-36, BR-22.
 */
export async function openRoute(ctx: Context, input: OpenRoute, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'route.open', input.centreId);
    await assertCan(tx, 'person.findForRoute', input.personId);
    return once(tx, onceKey, input, async () => {
      const refusal = ruleAgainstOpening(input, tx.today);
      if (refusal) throw new RuleBroken(refusal, refusal === 'route-years-four-or-five' ? 'years' : 'startedOn');
      const person = await personOfRegionOf(tx, input);
      const { personId, centreId, years, startedOn, targetImage = '' } = input;
      const place = { unitId: person.unitId, regionId: person.regionId };
      const route = { id: newId(), personId, ...place };
      const period = { years, startedOn, endedOn: routeEnd(startedOn, years) };
      const row = { ...route, centreId, ...period, targetImage, state: 'active' };
      await refuseClosing(tx, [person.unitId, centreId], period.endedOn);
      await tx.db.insertInto('educationalRoute').values(row).execute();
      const opened = (position: number) => (position === 1 ? latest(startedOn, tx.today) : null);
      const positions = POSITIONS.map((position) => ({ routeId: route.id, position, openedOn: opened(position) }));
      await tx.db.insertInto('routePosition').values(positions).execute();
      const cycles = cyclesOf(period).map((cycle) => ({ routeId: route.id, ...cycle }));
      await tx.db.insertInto('routeCycle').values(cycles).execute();
      if (targetImage.trim() !== '') await keepImage(tx, route.id, targetImage);
      const { tutorId } = input;
      await journalRoute(tx, 'openRoute', route, { after: { centreId, ...period, tutorId } });
      await notify(tx, { personId, kind: 'route-opened', path: paths.route(route.id) });
      if (tutorId) await giveTutor(tx, { ...route, centreId, name: shortName(person) }, { tutorId, from: startedOn });
      return { id: route.id };
    });
  });
}

/**
 * Assigns the tutor from a day on; the former one's period ends the day before. Throws RuleBroken `not-a-tutor`,
 * `tutor-already-assigned`, `tutor-day-outside-route`, `route-tutor-overlaps`, `route-not-active`.
 */
export async function assignTutor(ctx: Context, routeId: Id, input: { tutorId: Id; from: Day }): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.assignTutor', routeId);
    assertActive(route);
    if (input.from < route.startedOn || input.from > route.endedOn) {
      throw new RuleBroken('tutor-day-outside-route', 'from');
    }
    const former = await tx.db
      .selectFrom('routeTutor')
      .select(['id', 'personId', 'startedOn'])
      .where('routeId', '=', routeId)
      .where(sql<boolean>`(ended_on is null or ended_on >= ${input.from}::date)`)
      .orderBy('startedOn', 'desc')
      .executeTakeFirst();
    if (former?.personId === input.tutorId) throw new RuleBroken('tutor-already-assigned', 'tutorId');
    if (former && former.startedOn >= input.from) {
      // A period that never began is corrected, not ended before its start; the journal keeps who it was.
      await tx.db.deleteFrom('routeTutor').where('id', '=', former.id).execute();
    } else if (former) {
      const ended = { endedOn: addDays(input.from, -1) };
      await tx.db.updateTable('routeTutor').set(ended).where('id', '=', former.id).execute();
    }
    const before = { tutorId: former?.personId ?? null };
    await journalRoute(tx, 'assignTutor', route, { before, after: input });
    const owner = await nameOf(tx, route.personId);
    await giveTutor(tx, { ...route, name: shortName(owner) }, input);
  });
}

/** Writes the picture of the desired professional self; former versions stay readable. Throws StaleWrite, RuleBroken `route-not-active`. Source: 002-36. */
export async function describeTargetImage(
  ctx: Context,
  routeId: Id,
  input: { targetImage: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertCan(tx, 'route.edit', routeId);
    assertActive(route);
    assertFresh(route, input.version, { targetImage: route.targetImage });
    const changed = { targetImage: input.targetImage, version: route.version + 1 };
    await tx.db.updateTable('educationalRoute').set(changed).where('id', '=', routeId).execute();
    await keepImage(tx, routeId, input.targetImage);
    await journalRoute(tx, 'describeTargetImage', route, { after: { version: changed.version } });
  });
}

async function keepImage(tx: Context, routeId: Id, text: string): Promise<void> {
  const last = await tx.db
    .selectFrom('routeImage')
    .select(['number', 'text'])
    .where('routeId', '=', routeId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (last?.text === text) return;
  const image = { routeId, number: (last?.number ?? 0) + 1, text, writtenOn: tx.today };
  await tx.db.insertInto('routeImage').values(image).execute();
}

async function refuseClosing(tx: Context, unitIds: readonly Id[], until: Day): Promise<void> {
  const units = await heldUnits(tx, unitIds);
  if (units.some(({ endedOn }) => endedOn !== null && endedOn < until)) throw new RuleBroken('route-unit-closed');
}

async function personOfRegionOf(tx: Context, input: OpenRoute) {
  const person = await tx.db
    .selectFrom('person')
    .innerJoin('orgUnit as centre', 'centre.regionId', 'person.regionId')
    .select(['person.unitId', 'person.regionId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', '=', input.personId)
    .where('centre.id', '=', input.centreId)
    .where('centre.kind', '=', 'professional_growth_center')
    .executeTakeFirst();
  if (!person) throw new NotFound('person of the region');
  return person;
}

async function giveTutor(
  tx: Context,
  route: { id: Id; centreId: Id; name: string },
  { tutorId, from }: { tutorId: Id; from: Day },
): Promise<void> {
  await assertCanAt(tx, 'route.assignTutor', route.centreId);
  const day = latest(from, tx.today);
  const grant = await tx.db
    .selectFrom('roleGrant')
    .select('id')
    .where('personId', '=', tutorId)
    .where('unitId', '=', route.centreId)
    .where('role', '=', 'tutor')
    .where(sql<boolean>`started_on <= ${day}::date and (ended_on is null or ended_on >= ${day}::date)`)
    .executeTakeFirst();
  if (!grant) throw new RuleBroken('not-a-tutor', 'tutorId');
  const period = { id: newId(), routeId: route.id, personId: tutorId, startedOn: from };
  await tx.db.insertInto('routeTutor').values(period).execute();
  const details = { person: route.name, from: formatDay(from) };
  await notify(tx, { personId: tutorId, kind: 'route-tutor-assigned', path: paths.route(route.id), details });
}

function nameOf(tx: Context, personId: Id) {
  return tx.db
    .selectFrom('person')
    .select(['lastName', 'firstName', 'middleName'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}
