import { addDays, dayOf, HOME_ZONE } from '#app/core/dates.ts';
import { movableClock } from '#app/core/services.server.ts';
import { personOn } from '#app/demo/demo-time.ts';
import { makeDiagnosis, makeMeasured, makeStep } from '#app/demo/factories/routes.ts';
import { openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { STEP_KINDS } from '#app/features/educational-routes/route.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { closeStep, editStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { crowd } from './crowd.ts';
import { type Figure, median } from './figure.ts';
import type { BenchSite } from './site.ts';

const STEPS = 80;
const REVISIONS = 12;
const ROUNDS = 40;

/** A route page with 80 steps and 12 revisions against a list page of 50 in the same run, and that route as PDF. */
export async function routes(site: BenchSite): Promise<Figure[]> {
  await crowd(site.databaseUrl, 'curator@demo.ryadom');
  const db = openDatabase({ url: site.databaseUrl, max: 2 });
  const routeId = await fullRoute(db);
  await closeDatabase(db);
  const { origin } = site.program;
  const [tutor, curator] = [await site.cookieOf('tutor'), await site.cookieOf('curator')];
  const page = `${origin}/educational-routes/${routeId}`;
  const times: Record<'page' | 'list' | 'pdf', number[]> = { page: [], list: [], pdf: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.page.push(await timed(page, tutor));
    times.list.push(await timed(`${origin}/people`, curator));
    if (round % 4 === 0) times.pdf.push(await timed(`${page}/route.pdf`, tutor));
  }
  const warm = (all: number[]) => median(all.slice(2));
  const ratio = warm(times.page) / warm(times.list);
  return [
    { name: 'route of 80 steps: page, times list of 50', value: ratio, unit: 'x', limit: 2, bound: 'at-most' },
    { name: 'route of 80 steps as PDF', value: warm(times.pdf), unit: 'ms', limit: 400, bound: 'at-most' },
  ];
}

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url, { headers: { Cookie: cookie } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return performance.now() - began;
}

/** Opens a route with the demonstration's tutor and fills it through the real operations. */
async function fullRoute(db: Database): Promise<string> {
  const today = dayOf(movableClock(0).now(), HOME_ZONE);
  const holder = async (role: string) => {
    const login = `${role}@demo.ryadom`;
    return (await db.selectFrom('account').select('personId').where('login', '=', login).executeTakeFirstOrThrow())
      .personId;
  };
  const centre = await db
    .selectFrom('roleGrant')
    .innerJoin('orgUnit', 'orgUnit.id', 'roleGrant.unitId')
    .select(['orgUnit.id', 'orgUnit.regionId'])
    .where('roleGrant.personId', '=', await holder('tutor'))
    .where('roleGrant.role', '=', 'tutor')
    .executeTakeFirstOrThrow();
  const owner = await db
    .selectFrom('person')
    .innerJoin('employment', 'employment.personId', 'person.id')
    .select('person.id')
    .where('person.regionId', '=', centre.regionId)
    .where('employment.postCode', '=', 'teacher')
    .where('employment.endedOn', 'is', null)
    .where((is) => is.not(is.exists(is.selectFrom('educationalRoute').whereRef('personId', '=', 'person.id'))))
    .orderBy('person.id')
    .executeTakeFirstOrThrow();
  const head = await personOn(db, await holder('centrehead'), today);
  const opening = { personId: owner.id, centreId: centre.id, years: 5, startedOn: today, targetImage: 'Исследователь' };
  const { id } = await openRoute(head, { ...opening, tutorId: await holder('tutor') });
  const own = await personOn(db, owner.id, today);
  await makeDiagnosis(own, id);
  await makeMeasured(head, id);
  const steps = [];
  for (let count = 0; count < STEPS; count += 1) steps.push(await plannedStep(count));
  for (const position of [1, 2, 3, 4] as const) await completePosition(own, id, { position, note: 'Готово' });
  for (const step of steps.slice(0, 20)) await closeStep(own, step.id, { product: 'Урок', attitude: 'Доволен' });
  for (const step of steps.slice(20, 20 + REVISIONS)) {
    const moved = {
      dueOn: addDays(step.plan.dueOn, 20),
      cause: 'requests',
      reason: 'Хочу глубже',
      version: 1,
    } as const;
    await editStep(own, step.id, { ...step.plan, ...moved });
  }
  return id;

  async function plannedStep(count: number) {
    const plan = {
      kind: STEP_KINDS[count % 4] ?? 'measure',
      area: AREAS[count % 9] ?? 'subject',
      title: `Шаг ${count + 1}: урок-исследование по новой программе`,
      expectedProduct: 'Разработка урока с диагностикой',
      goal: 'Не меньше трёх уроков за полугодие',
      organisation: 'Институт развития образования',
      startedOn: addDays(today, count * 20),
      dueOn: addDays(today, count * 20 + 60),
    };
    return { plan, ...(await makeStep(own, id, plan)) };
  }
}
