import { addDays, addYears } from '#app/core/dates.ts';
import { openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { addStep, closeStep, noteStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import { productFilesOn } from './demo-product-file.ts';
import { diagnose, HARD_AREAS, liveYears } from './demo-route-life.ts';
import { routeLifeWords } from './demo-route-words.ts';
import { personOn } from './demo-time.ts';
import { routeWords } from './demo-words.ts';

const KINDS = ['course', 'trial', 'innovation', 'measure'] as const;
const STEPS = 8;

/** Opens a route at a centre and lives it through up to today: positions, steps closed with a product, some overdue. */
export async function liveRoute(
  db: Database,
  route: { personId: Id; centreId: Id; centreHead: Id; tutorId: Id; startedOn: Day; today: Day },
  chance: Chance,
): Promise<Id> {
  const { personId, centreId, tutorId, startedOn, today } = route;
  const years = chance.of([4, 5]);
  const opening = await personOn(db, route.centreHead, startedOn);
  const { id } = await openRoute(opening, {
    personId,
    centreId,
    years,
    startedOn,
    tutorId,
    targetImage: chance.of(routeWords.image),
  });
  const lived = { id, personId, tutorId, years, startedOn, today };
  await diagnose(db, lived, chance);
  const owner = async (day: Day) => personOn(db, personId, day);
  for (const position of [1, 2, 3] as const) {
    const day = addDays(startedOn, 10 * position);
    if (day < today) await completePosition(await owner(day), id, { position, note: chance.of(routeWords.notes) });
  }
  const planning = addDays(startedOn, 35);
  for (let count = 0; count < STEPS && planning <= today; count += 1) {
    const kind = chance.of(KINDS);
    const from = addDays(startedOn, 40 + Math.floor((count * (years * 365 - 200)) / STEPS));
    const due = addDays(from, 60 + chance.number(100));
    const plan = {
      kind,
      area: chance.of(HARD_AREAS.slice(0, 4)),
      title: chance.of(routeWords.steps[kind]),
      expectedProduct: chance.of(routeWords.products),
      goal: chance.of(routeLifeWords.goals),
      choiceReason: chance.of(routeLifeWords.choice),
      alternatives: chance.of(routeLifeWords.alternatives),
      ...(kind === 'course'
        ? { organisation: chance.of(routeLifeWords.organisations), registerNumber: '1042', hours: 72 }
        : { presentationForm: chance.of(routeLifeWords.presentation), presentationLevel: 'organisation' as const }),
      startedOn: from,
      dueOn: due,
    };
    const step = await addStep(await owner(planning), id, plan);
    if (due < today && chance.happens(85))
      await finishStep(db, { stepId: step.id, personId, tutorId, due, today }, chance);
  }
  const planned = addDays(startedOn, 50);
  if (planned < today) {
    await completePosition(await owner(planned), id, { position: 4, note: routeWords.planned });
    await liveYears(db, lived, chance);
  }
  return id;
}

async function finishStep(
  db: Database,
  step: { stepId: Id; personId: Id; tutorId: Id; due: Day; today: Day },
  chance: Chance,
): Promise<void> {
  const day = addDays(step.due, chance.number(12) - 9);
  const done = day > step.today ? step.today : day;
  const words = { product: chance.of(routeWords.products), attitude: chance.of(routeWords.attitudes) };
  const files = await productFilesOn(step.due);
  await closeStep(await personOn(db, step.personId, done), step.stepId, { ...words, files });
  if (!chance.happens(40)) return;
  const row = await db
    .selectFrom('routeStep')
    .select('version')
    .where('id', '=', step.stepId)
    .executeTakeFirstOrThrow();
  await noteStep(await personOn(db, step.tutorId, done), step.stepId, {
    note: chance.of(routeWords.notes),
    version: row.version,
  });
}

/** First day of a route that has been going for this many school years. */
export function routeStart(yearStart: Day, yearsAgo: number): Day {
  return addDays(addYears(yearStart, -yearsAgo), 14);
}
