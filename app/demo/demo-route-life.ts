import { addDays } from '#app/core/dates.ts';
import { addInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import { cyclesOf } from '#app/features/educational-routes/route-cycle.ts';
import { recordLook } from '#app/features/educational-routes/route-look.server.ts';
import { editStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { AREAS, type Area } from '#app/features/people/competence-area.ts';
import {
  recordMeasured,
  tellDifficulties,
  tellStrengths,
} from '#app/features/route-diagnosis/route-diagnosis.operations.server.ts';
import { shareAreas } from '#app/features/route-diagnosis/route-share.operations.server.ts';
import { reflectOnYear, tellMotivation } from '#app/features/route-reflections/reflection.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import { routeLifeWords as words } from './demo-route-words.ts';
import { personOn } from './demo-time.ts';

/** Areas that come hard to somebody of the demonstration: those with words of their own. */
export const HARD_AREAS = Object.keys(words.hard) as (keyof typeof words.hard)[];

/** Whose route it is, and who accompanies it. */
export interface LivedRoute {
  id: Id;
  personId: Id;
  tutorId: Id;
  years: number;
  startedOn: Day;
  today: Day;
}

/** Instruments of a region's centre, kept by its head. */
export async function keepInstruments(db: Database, centre: { id: Id; head: Id }, since: Day): Promise<void> {
  const head = await personOn(db, centre.head, since);
  for (const instrument of words.instruments)
    await addInstrument(head, {
      ...{ ...instrument, unitId: centre.id, startedOn: since },
      ...{ lowCutPercent: 60, highCutPercent: 80 },
    });
}

/** The first month: motivation, strengths, difficulties, and the results of an instrument. */
export async function diagnose(db: Database, route: LivedRoute, chance: Chance): Promise<void> {
  const day = addDays(route.startedOn, 5);
  if (day > route.today) return;
  const owner = await personOn(db, route.personId, day);
  const grade = () => 2 + chance.number(3);
  const motivation = { interest: grade(), meaning: grade(), confidence: grade(), readiness: grade() };
  await tellMotivation(owner, route.id, motivation);
  await tellStrengths(owner, route.id, words.strong);
  await tellDifficulties(owner, route.id, marksOf(chance, 0));
  const points = chance.happens(50) ? pointsOf(chance) : usualPoints;
  await measure(db, route, day, points);
  if (chance.happens(60)) await shareAreas(owner, route.id, HARD_AREAS.slice(0, 3));
}

const usualPoints = new Map([
  ['legal_block', 20],
  ['subject_block', 21],
  ['methodical_block', 13],
  ['psychological_block', 17],
]);

function pointsOf(chance: Chance): Map<string, number> {
  return new Map([
    ['legal_block', 18 + chance.number(7)],
    ['subject_block', 12 + chance.number(8)],
    ['methodical_block', 9 + chance.number(8)],
    ['psychological_block', 11 + chance.number(9)],
  ]);
}

async function measure(db: Database, route: LivedRoute, day: Day, points: Map<string, number>): Promise<void> {
  const instrument = await db
    .selectFrom('diagnosticInstrument')
    .innerJoin('educationalRoute', 'educationalRoute.regionId', 'diagnosticInstrument.regionId')
    .select('diagnosticInstrument.id')
    .where('educationalRoute.id', '=', route.id)
    .where('diagnosticInstrument.scheme', '=', 'four')
    .executeTakeFirstOrThrow();
  const evidence = 'Протокол центра № 7';
  await recordMeasured(await personOn(db, route.tutorId, day), route.id, {
    instrumentId: instrument.id,
    madeOn: day,
    points,
    evidence,
  });
}

/** Years that are over: what changed in the plan, how the deficits stand, and how the areas are marked now. */
export async function liveYears(db: Database, route: LivedRoute, chance: Chance): Promise<void> {
  for (const cycle of cyclesOf(route)) {
    const corrected = addDays(cycle.startedOn, 120);
    if (corrected < route.today) await correct(db, route, corrected, chance);
    const day = addDays(cycle.reviewOn, 8);
    if (day >= route.today) continue;
    const owner = await personOn(db, route.personId, day);
    await tellDifficulties(owner, route.id, marksOf(chance, cycle.number));
    await lookBack(db, route, { number: cycle.number, day }, chance);
    await recordLook(await personOn(db, route.tutorId, day), route, 'whole');
  }
}

async function lookBack(
  db: Database,
  route: LivedRoute,
  year: { number: number; day: Day },
  chance: Chance,
): Promise<void> {
  const open = await db
    .selectFrom('routeDeficit')
    .select('id')
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .orderBy('areaCode')
    .execute();
  const grade = () => Math.min(5, 3 + chance.number(2) + (year.number > 1 ? 1 : 0));
  await reflectOnYear(await personOn(db, route.personId, year.day), route.id, year.number, {
    nearness: Math.min(10, 3 + year.number * 2),
    ...{ tried: words.tried, changed: words.changed, kept: words.kept, troubles: words.troubles, needs: words.needs },
    deficits: open.map(({ id }, index) => ({
      deficitId: id,
      progress: index === 0 && open.length > 2 ? ('closed' as const) : ('smaller' as const),
      note: '',
    })),
    motivation: { interest: grade(), meaning: grade(), confidence: grade(), readiness: grade() },
  });
}

async function correct(db: Database, route: LivedRoute, day: Day, chance: Chance): Promise<void> {
  const step = await db
    .selectFrom('routeStep')
    .select(['id', 'kind', 'areaCode', 'title', 'expectedProduct', 'startedOn', 'dueOn', 'version'])
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .where('startedOn', '>', day)
    .orderBy('startedOn')
    .executeTakeFirst();
  const area = AREAS.find((known) => known === step?.areaCode);
  if (!step || !area) return;
  const { kind, title, expectedProduct, startedOn, version } = step;
  await editStep(await personOn(db, route.personId, day), step.id, {
    ...{ kind: kind as 'course', area, title, expectedProduct, startedOn, version },
    dueOn: addDays(step.dueOn, 14 + chance.number(30)),
    ...chance.of(words.causes),
  });
}

function marksOf(chance: Chance, year: number): { area: Area; mark: number; note: string }[] {
  const hard = new Set<string>(HARD_AREAS.slice(0, 4));
  return AREAS.map((area) => {
    const isHard = hard.has(area);
    const mark = Math.min(10, (isHard ? 3 : 7) + chance.number(2) + year * (isHard ? 2 : 1));
    return { area, mark, note: isHard && year === 0 ? words.hard[area as keyof typeof words.hard] : '' };
  });
}
