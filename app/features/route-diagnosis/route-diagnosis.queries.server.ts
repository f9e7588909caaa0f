import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { areaOf } from '../educational-routes/route.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { type BeforeAfter, beforeAfter } from './route-diagnosis.ts';

/** What is known of one area of a route. */
export interface AreaDiagnosis {
  area: Area;
  self: BeforeAfter | null;
  external: BeforeAfter | null;
  /** The latest achievements told, with what confirms them. */
  strength: { note: string; evidence: string } | null;
  deficits: { id: Id; description: string; source: string; openedOn: Day; closedOn: Day | null }[];
}

/** A row seen whole, or shown by the owner to curator and mentor at this very moment. */
function shownTo(ctx: Context, areaColumn: string) {
  return sql<boolean>`(${within(ctx, 'route.read')} or ${within(ctx, 'route.shared')} and exists (
    select 1 from route_share shown where shown.route_id = educational_route.id
      and shown.area_code = ${sql.ref(areaColumn)} and shown.ended_at is null))`;
}

/** The nine areas of a route as far as the actor may see them; areas out of reach are absent. */
export async function listAreaDiagnoses(ctx: Context, routeId: Id): Promise<AreaDiagnosis[]> {
  const [shown, told, deficits] = await Promise.all([
    listShownAreas(ctx, routeId),
    listTold(ctx, routeId),
    listDeficits(ctx, routeId),
  ]);
  return AREAS.filter((area) => shown.has(area)).map((area) => {
    const rows = told.filter((row) => row.area === area);
    const strength = rows.filter((row) => row.side === 'strengths').at(-1);
    return {
      area,
      self: measuredIn(rows, false),
      external: measuredIn(rows, true),
      strength: strength ? { note: strength.note, evidence: strength.evidence } : null,
      deficits: deficits.filter((deficit) => deficit.area === area).map(({ area: _, ...deficit }) => deficit),
    };
  });
}

/** Results of an area by both ways of diagnosis, first and latest. */
export type AreaResult = Pick<AreaDiagnosis, 'area' | 'self' | 'external'>;

/** What was measured or marked in the areas the actor may see, for the strips of a route; areas without a result are absent. */
export async function listAreaResults(ctx: Context, routeId: Id): Promise<AreaResult[]> {
  const rows = await ctx.db
    .selectFrom('routeDiagnosisArea')
    .innerJoin('routeDiagnosis', 'routeDiagnosis.id', 'routeDiagnosisArea.diagnosisId')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDiagnosis.routeId')
    .leftJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'routeDiagnosis.instrumentId')
    .select(['routeDiagnosisArea.areaCode as area', 'routeDiagnosisArea.percent', 'routeDiagnosis.madeOn'])
    .select(['diagnosticInstrument.lowCutPercent', 'diagnosticInstrument.highCutPercent'])
    .select(sql<boolean>`route_diagnosis.instrument_id is not null`.as('isExternal'))
    .where('routeDiagnosis.routeId', '=', routeId)
    .where('routeDiagnosisArea.percent', 'is not', null)
    .where(shownTo(ctx, 'route_diagnosis_area.area_code'))
    .orderBy('routeDiagnosis.madeOn')
    .orderBy('routeDiagnosis.id')
    .limit(1000)
    .execute();
  return AREAS.flatMap((area) => {
    const told = rows.filter((row) => row.area === area);
    return told.length === 0 ? [] : [{ area, self: measuredIn(told, false), external: measuredIn(told, true) }];
  });
}

function measuredIn(
  rows: readonly {
    percent: number | null;
    isExternal: boolean;
    madeOn: Day;
    lowCutPercent: number | null;
    highCutPercent: number | null;
  }[],
  isExternal: boolean,
): BeforeAfter | null {
  return beforeAfter(
    rows.flatMap(({ percent, ...row }) =>
      percent !== null && row.isExternal === isExternal ? [{ ...row, percent }] : [],
    ),
  );
}

async function listShownAreas(ctx: Context, routeId: Id): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('competenceArea', (join) => join.onTrue())
    .select('competenceArea.code')
    .where('educationalRoute.id', '=', routeId)
    .where(shownTo(ctx, 'competence_area.code'))
    .execute();
  return new Set(rows.map((row) => row.code));
}

async function listTold(ctx: Context, routeId: Id) {
  const rows = await ctx.db
    .selectFrom('routeDiagnosisArea')
    .innerJoin('routeDiagnosis', 'routeDiagnosis.id', 'routeDiagnosisArea.diagnosisId')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDiagnosis.routeId')
    .leftJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'routeDiagnosis.instrumentId')
    .select(['routeDiagnosisArea.areaCode', 'routeDiagnosisArea.percent', 'routeDiagnosisArea.note'])
    .select(['routeDiagnosisArea.evidence', 'routeDiagnosis.side', 'routeDiagnosis.madeOn'])
    .select(['diagnosticInstrument.lowCutPercent', 'diagnosticInstrument.highCutPercent'])
    .select(sql<boolean>`route_diagnosis.instrument_id is not null`.as('isExternal'))
    .where('routeDiagnosis.routeId', '=', routeId)
    .where(shownTo(ctx, 'route_diagnosis_area.area_code'))
    .orderBy('routeDiagnosis.madeOn')
    .orderBy('routeDiagnosis.id')
    .limit(1000)
    .execute();
  return rows.map(({ areaCode, ...row }) => ({ ...row, area: areaOf(areaCode) }));
}

/** Deficits of a route as far as shown, open and closed, by area and day. */
export async function listDeficits(ctx: Context, routeId: Id) {
  const rows = await ctx.db
    .selectFrom('routeDeficit')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDeficit.routeId')
    .innerJoin('competenceArea', 'competenceArea.code', 'routeDeficit.areaCode')
    .select(['routeDeficit.id', 'routeDeficit.areaCode', 'routeDeficit.description', 'routeDeficit.source'])
    .select(['routeDeficit.openedOn', 'routeDeficit.closedOn'])
    .where('routeDeficit.routeId', '=', routeId)
    .where(shownTo(ctx, 'route_deficit.area_code'))
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

/** Areas the owner shows now, for the owner's own form. */
export async function listShares(ctx: Context, routeId: Id): Promise<Area[]> {
  const rows = await ctx.db
    .selectFrom('routeShare')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeShare.routeId')
    .select('routeShare.areaCode')
    .where('routeShare.routeId', '=', routeId)
    .where('routeShare.endedAt', 'is', null)
    .where(within(ctx, 'route.edit'))
    .execute();
  const open = new Set(rows.map((row) => row.areaCode));
  return AREAS.filter((area) => open.has(area));
}

/** Sheets of a route, the latest first, for those who see the whole route. */
export async function listSheets(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeDiagnosis')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeDiagnosis.routeId')
    .leftJoin('diagnosticInstrument', 'diagnosticInstrument.id', 'routeDiagnosis.instrumentId')
    .select(['routeDiagnosis.id', 'routeDiagnosis.side', 'routeDiagnosis.madeOn'])
    .select(['diagnosticInstrument.name as instrument', 'diagnosticInstrument.edition'])
    .select(
      sql<number>`(select count(*) from route_file confirms where confirms.diagnosis_id = route_diagnosis.id)`.as(
        'files',
      ),
    )
    .where('routeDiagnosis.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeDiagnosis.madeOn', 'desc')
    .orderBy('routeDiagnosis.id', 'desc')
    .limit(100)
    .execute();
}
