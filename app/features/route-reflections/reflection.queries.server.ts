import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { areaOf } from '../educational-routes/route.ts';
import { fullName } from '../people/person-name.ts';
import { MOTIVES, type Motivation, PROGRESS } from './reflection.ts';

/** The years of a route with their reflections, for those who see the whole route. */
export async function listYears(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeCycle')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeCycle.routeId')
    .leftJoin('routeReflection', (join) =>
      join
        .onRef('routeReflection.routeId', '=', 'routeCycle.routeId')
        .onRef('routeReflection.cycleNumber', '=', 'routeCycle.number'),
    )
    .select(['routeCycle.number', 'routeCycle.startedOn', 'routeCycle.reviewOn', 'routeCycle.endedOn'])
    .select(['routeCycle.reviewedOn', 'routeReflection.id as reflectionId', 'routeReflection.nearness'])
    .where('routeCycle.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeCycle.number')
    .execute();
}

/** The final reflection of a route; null before it is made and out of reach. */
export async function findOptionalFinal(ctx: Context, routeId: Id) {
  const row = await ctx.db
    .selectFrom('routeReflection')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeReflection.routeId')
    .select(['routeReflection.id', 'routeReflection.nearness', 'routeReflection.madeOn'])
    .where('routeReflection.routeId', '=', routeId)
    .where('routeReflection.kind', '=', 'final')
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  return row ?? null;
}

/** Motivation as measured at the start and with each reflection, in order of days. */
export async function listMotivation(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeMotivation')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeMotivation.routeId')
    .select(['routeMotivation.reflectionId', 'routeMotivation.toldOn', 'routeMotivation.interest'])
    .select(['routeMotivation.meaning', 'routeMotivation.confidence', 'routeMotivation.readiness'])
    .where('routeMotivation.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeMotivation.toldOn')
    .orderBy('routeMotivation.id')
    .limit(20)
    .execute();
}

/** Deficits a reflection has to speak of: those open, or all the route ever had, the open one of an area last. */
export async function listDeficitsAsked(ctx: Context, routeId: Id, which: 'open' | 'all') {
  const rows = await ctx.db
    .selectFrom('routeDeficit')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDeficit.routeId')
    .innerJoin('competenceArea', 'competenceArea.code', 'routeDeficit.areaCode')
    .select(['routeDeficit.id', 'routeDeficit.areaCode', 'routeDeficit.description', 'routeDeficit.closedOn'])
    .where('routeDeficit.routeId', '=', routeId)
    .where(within(ctx, 'route.edit'))
    .$if(which === 'open', (query) => query.where('routeDeficit.closedOn', 'is', null))
    .orderBy('competenceArea.position')
    .orderBy('routeDeficit.openedOn')
    .orderBy('routeDeficit.id')
    .limit(200)
    .execute();
  return rows.flatMap(({ areaCode, ...row }) => {
    const area = areaOf(areaCode);
    return area ? [{ area, ...row }] : [];
  });
}

/** One reflection with what it says of each deficit. Throws NotFound unless the actor sees the whole route. */
export async function findReflection(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('routeReflection')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeReflection.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .leftJoin('routeMotivation', 'routeMotivation.reflectionId', 'routeReflection.id')
    .select(['routeReflection.id', 'routeReflection.routeId', 'routeReflection.kind', 'routeReflection.cycleNumber'])
    .select(['routeReflection.nearness', 'routeReflection.tried', 'routeReflection.changed', 'routeReflection.kept'])
    .select(['routeReflection.troubles', 'routeReflection.needs', 'routeReflection.madeOn'])
    .select(['educationalRoute.personId', 'educationalRoute.targetImage', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(['routeMotivation.interest', 'routeMotivation.meaning', 'routeMotivation.confidence'])
    .select('routeMotivation.readiness')
    .where('routeReflection.id', '=', id)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('reflection');
  const { lastName, firstName, middleName, interest, meaning, confidence, readiness, kind, ...words } = row;
  const answers = { interest, meaning, confidence, readiness };
  return {
    ...words,
    kind: kind === 'final' ? ('final' as const) : ('yearly' as const),
    owner: fullName({ lastName, firstName, middleName }),
    motivation: isWhole(answers) ? answers : null,
    deficits: await listDeficitViews(ctx, id),
  };
}

async function listDeficitViews(ctx: Context, reflectionId: Id) {
  const rows = await ctx.db
    .selectFrom('routeReflectionDeficit')
    .innerJoin('routeDeficit', 'routeDeficit.id', 'routeReflectionDeficit.deficitId')
    .innerJoin('competenceArea', 'competenceArea.code', 'routeDeficit.areaCode')
    .select(['routeDeficit.id', 'routeDeficit.areaCode', 'routeDeficit.description'])
    .select(['routeReflectionDeficit.progress', 'routeReflectionDeficit.note'])
    .where('routeReflectionDeficit.reflectionId', '=', reflectionId)
    .orderBy('competenceArea.position')
    .orderBy('routeDeficit.openedOn')
    .orderBy('routeDeficit.id')
    .limit(200)
    .execute();
  return rows.flatMap(({ areaCode, progress, ...row }) => {
    const area = areaOf(areaCode);
    const known = PROGRESS.find((one) => one === progress);
    return area && known ? [{ area, progress: known, ...row }] : [];
  });
}

function isWhole(answers: Record<keyof Motivation, number | null>): answers is Motivation {
  return MOTIVES.every((motive) => answers[motive] !== null);
}
