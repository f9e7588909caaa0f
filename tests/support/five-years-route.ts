import type { Context } from '#app/core/context.server.ts';
import { addDays, addYears } from '#app/core/dates.ts';
import {
  makeDiagnosis,
  makeFinalReflection,
  makeMeasured,
  makeStep,
  reflectionOn,
} from '#app/demo/factories/routes.ts';
import { assignTutor, openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { closeStep, editStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { handOverRoutes } from '#app/features/route-desk/handover.operations.server.ts';
import { remarkOnStep } from '#app/features/route-desk/remark.operations.server.ts';
import { reviewProduct } from '#app/features/route-desk/review.operations.server.ts';
import { reflectOnYear } from '#app/features/route-reflections/reflection.operations.server.ts';
import { answerMove, askToMove } from '#app/features/route-transfers/move.operations.server.ts';
import { endRouteEarly, pauseRoute, returnToRoute } from '#app/features/route-transfers/pause.operations.server.ts';
import { decideTransfer } from '#app/features/route-transfers/transfer.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { asOn, type Region } from './five-years.ts';

const STEPS_A_YEAR = 2;

/** A route of the simulation and what has been done to it so far. */
export interface RouteLife {
  index: number;
  id: Id;
  personId: Id;
  years: number;
  startedOn: Day;
  tutorId: Id;
  unitId: Id;
  isForeign: boolean;
  isOver: 'completed' | 'stopped' | null;
  done: { planned: number; closed: number; corrected: number; moved: number; paused: number; handed: number };
}

/** Opens a route, diagnoses and agrees on the first year's plan. */
export async function openLife(
  region: Region,
  personId: Id,
  { index, startedOn }: { index: number; startedOn: Day },
): Promise<RouteLife> {
  const tutorId = region.tutors[index % region.tutors.length] ?? '';
  const years = index % 2 === 0 ? 4 : 5;
  const opening = await asOn(region.db, region.centreHead, startedOn);
  const terms = { personId, centreId: region.world.centre, years, startedOn, tutorId };
  const { id } = await openRoute(opening, { ...terms, targetImage: 'Учитель, который слышит класс' });
  const owner = await asOn(region.db, personId, addDays(startedOn, 3));
  await makeDiagnosis(owner, id, 3);
  await makeMeasured(await asOn(region.db, region.centreHead, addDays(startedOn, 3)), id);
  for (const position of [1, 2, 3] as const) await completePosition(owner, id, { position, note: 'Записано' });
  const unit = await region.db
    .selectFrom('person')
    .select('unitId')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const done = { planned: 0, closed: 0, corrected: 0, moved: 0, paused: 0, handed: 0 };
  const life: RouteLife = {
    ...{ index, id, personId, years, startedOn, tutorId, done },
    ...{ unitId: unit.unitId, isForeign: false, isOver: null },
  };
  await plan(life, owner, startedOn);
  await completePosition(owner, id, { position: 4, note: 'Согласовано' });
  return life;
}

/** One school year of one route: what happens depends on the route's number, the same on every run. */
export async function liveYear(
  region: Region,
  life: RouteLife,
  { year, yearStart }: { year: number; yearStart: Day },
): Promise<void> {
  if (life.isOver) return;
  const cycle = addYears(life.startedOn, year);
  const on = (days: number) => asOn(region.db, life.personId, addDays(cycle, days));
  if (year > 0) await plan(life, await on(5), cycle);
  if (life.index % 5 === year) await correct(life, await on(60));
  if (life.index % 7 === year) await rest(life, await on(80), await on(110));
  if (life.index % 11 === year + 1) await handOver(region, life, addDays(cycle, 115));
  if (life.index % 13 === year + 2) await move(region, life, addDays(cycle, 120));
  await carryOut(region, life, cycle);
  if (life.index % 17 === year + 3) return endEarly(life, await on(250));
  if (year + 1 < life.years) {
    const look = await on(345);
    return reflectOnYear(look, life.id, year + 1, await reflectionOnOpen(look, life.id)).then(() => undefined);
  }
  await complete(life, await asOn(region.db, life.personId, earliest(addDays(cycle, 340), addDays(yearStart, 364))));
}

async function plan(life: RouteLife, owner: Context, cycle: Day): Promise<void> {
  for (let count = 0; count < STEPS_A_YEAR; count += 1) {
    const from = addDays(cycle, 10 + count * 90);
    const days = { startedOn: from, dueOn: addDays(from, 80) };
    const why = { cause: 'requests', reason: 'План на новый год' } as const;
    await makeStep(owner, life.id, { ...days, ...why, goal: 'Две открытых работы', choiceReason: 'Ближе к школе' });
    life.done.planned += 1;
  }
}

async function correct(life: RouteLife, owner: Context): Promise<void> {
  const step = await openSteps(owner, life.id);
  const [last] = step.slice(-1);
  if (!last) return;
  const { id, version, startedOn, dueOn } = last;
  await editStep(owner, id, {
    ...{ kind: 'trial', area: 'methodical', title: 'Урок-исследование', expectedProduct: 'Разработка' },
    ...{ startedOn, dueOn: addDays(dueOn, 7), version, cause: 'education', reason: 'Новая программа предмета' },
  });
  life.done.corrected += 1;
}

async function rest(life: RouteLife, leaving: Context, back: Context): Promise<void> {
  const startedOn = leaving.today;
  await pauseRoute(leaving, life.id, { reason: 'illness', startedOn, expectedUntil: null });
  await returnToRoute(back, life.id, { returnedOn: back.today, shifts: life.index % 2 === 0 });
  life.done.paused += 1;
}

async function handOver(region: Region, life: RouteLife, day: Day): Promise<void> {
  if (life.isForeign || region.tutors.length < 2) return;
  const tutorId = region.tutors.find((id) => id !== life.tutorId) ?? '';
  const head = await asOn(region.db, region.centreHead, day);
  await handOverRoutes(head, { tutorId, from: day, note: 'Передаю', routeIds: [life.id] });
  life.tutorId = tutorId;
  life.done.handed += 1;
}

/** Every second mover goes to another region; half agree at once, half when asked. */
async function move(region: Region, life: RouteLife, day: Day): Promise<void> {
  if (life.isForeign) return;
  const isFar = life.index % 2 === 0;
  const unitId = isFar
    ? region.world.foreignSchool
    : (region.schools.find((school) => school !== life.unitId) ?? region.world.school);
  const takesRoute = life.index % 3 !== 0;
  const owner = await asOn(region.db, life.personId, day);
  const { id } = await askToMove(owner, { unitId, postCode: 'teacher', subject: null, startsOn: day, takesRoute });
  const curator = isFar ? region.foreignCurator : (region.curators.get(unitId) ?? '');
  await answerMove(await asOn(region.db, curator, day), id, { answer: 'accepted', version: 1 });
  if (!takesRoute) {
    const waits = region.db.selectFrom('routeTransfer').select(['id', 'version']).where('routeId', '=', life.id);
    const transfer = await waits.where('state', '=', 'pending').executeTakeFirstOrThrow();
    await decideTransfer(owner, transfer.id, { decision: 'done', version: transfer.version });
  }
  life.unitId = unitId;
  life.done.moved += 1;
  if (!isFar) return;
  life.isForeign = true;
  life.tutorId = region.foreignTutor;
  const head = await asOn(region.db, region.foreignHead, day);
  await assignTutor(head, life.id, { tutorId: region.foreignTutor, from: day });
}

/** Closes what the year planned; the tutor reads it, and of every fourth product asks for more first. */
async function carryOut(region: Region, life: RouteLife, cycle: Day): Promise<void> {
  const day = addDays(cycle, 230);
  const owner = await asOn(region.db, life.personId, day);
  const tutor = await asOn(region.db, life.tutorId, addDays(day, 3));
  for (const step of await openSteps(owner, life.id)) {
    await closeStep(owner, step.id, { product: 'Разработка урока', attitude: 'Получилось' });
    life.done.closed += 1;
    let version = step.version + 1;
    if ((life.index + life.done.closed) % 4 === 0) {
      await reviewProduct(tutor, step.id, { decision: 'more', note: 'Добавьте критерии', version });
      const more = { text: 'Критерии', isAboutPlan: false, isAgreed: false, isSupplement: true };
      await remarkOnStep({ ...owner, now: `${addDays(day, 5)}T08:00:00.000Z` }, step.id, more);
      version += 2;
    }
    await reviewProduct(tutor, step.id, { decision: 'accepted', note: '', version });
  }
}

async function reflectionOnOpen(ctx: Context, routeId: Id) {
  const reflection = await reflectionOn(ctx, routeId, { progress: 'smaller' });
  const open = ctx.db.selectFrom('routeDeficit').select('id').where('routeId', '=', routeId);
  const ids = new Set((await open.where('closedOn', 'is', null).execute()).map(({ id }) => id));
  return { ...reflection, deficits: reflection.deficits.filter(({ deficitId }) => ids.has(deficitId)) };
}

async function complete(life: RouteLife, owner: Context): Promise<void> {
  await completePosition(owner, life.id, { position: 5, note: 'Все шаги закрыты' });
  await completePosition(owner, life.id, { position: 6, note: 'Корректировки учтены' });
  await makeFinalReflection(owner, life.id);
  const { state } = await stateOf(owner, life.id);
  if (state !== 'completed') await completePosition(owner, life.id, { position: 7, note: 'Пройдено' });
  life.isOver = 'completed';
}

async function endEarly(life: RouteLife, owner: Context): Promise<void> {
  const { version } = await stateOf(owner, life.id);
  await endRouteEarly(owner, life.id, { reason: 'reached', reflection: 'Достаточно', version });
  life.isOver = 'stopped';
}

function stateOf(ctx: Context, id: Id) {
  return ctx.db
    .selectFrom('educationalRoute')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function openSteps(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeStep')
    .select(['id', 'version', 'startedOn', 'dueOn'])
    .where('routeId', '=', routeId)
    .where('closedOn', 'is', null)
    .orderBy('startedOn')
    .orderBy('id')
    .execute();
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}
