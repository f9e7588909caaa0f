import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { PURPOSES, type Purpose, pointsOf, purposeTypes, type TextInForce } from './consent-text.ts';

/** The organisation whose people are asked, and its region. */
export interface TextPlace {
  unitId: Id;
  regionId: Id | null;
}

/** The text of every purpose at a place on a day: the organisation's own, else the region's, else the built-in one. */
export async function findTextsInForce(ctx: Context, place: TextPlace, day: Day): Promise<Map<Purpose, TextInForce>> {
  const rows = await ctx.db
    .selectFrom('consentText')
    .select(['id', 'unitId', 'purpose', 'body', 'startedOn'])
    .where('unitId', 'in', place.regionId === null ? [place.unitId] : [place.unitId, place.regionId])
    .where('startedOn', '<=', day)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', day)]))
    .orderBy(sql`unit_id = ${place.unitId}`, 'desc')
    .orderBy('id')
    .execute();
  return new Map(
    PURPOSES.map((purpose) => {
      const own = rows.find((row) => row.purpose === purpose);
      return [purpose, own ? ownText(purpose, own, place) : builtIn(purpose)];
    }),
  );
}

/** The text of one purpose. */
export async function findTextInForce(
  ctx: Context,
  purpose: Purpose,
  place: TextPlace,
  day: Day,
): Promise<TextInForce> {
  return (await findTextsInForce(ctx, place, day)).get(purpose) ?? builtIn(purpose);
}

function ownText(
  purpose: Purpose,
  row: { id: Id; unitId: Id; body: string; startedOn: Day },
  { unitId }: TextPlace,
): TextInForce {
  const source = row.unitId === unitId ? 'organisation' : 'region';
  const { id: key, body, startedOn } = row;
  return { purpose, key, source, type: purposeTypes[purpose], points: pointsOf(body), startedOn };
}

function builtIn(purpose: Purpose): TextInForce {
  const type = purposeTypes[purpose];
  const { code, version } = actTemplate(type);
  return { purpose, key: `${code}/${version}`, source: 'builtIn', type, points: null, startedOn: null };
}
