import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { PURPOSES, type Purpose } from './consent-text.ts';

/** A place whose texts the actor keeps. */
export interface TextKeeper {
  id: Id;
  regionId: Id | null;
  name: string;
}

/** Regions and organisations whose texts the actor keeps, by name; most people keep those of one. */
export async function listTextKeepers(ctx: Context): Promise<TextKeeper[]> {
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.regionId', 'orgUnit.shortName as name'])
    .where(withinUnits(ctx, 'consentText.manage'))
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', ctx.today)]))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(PAGE_SIZE)
    .execute();
}

/** A text somebody recorded. */
export interface RecordedText {
  id: Id;
  purpose: Purpose;
  unitName: string;
  startedOn: Day;
  endedOn: Day | null;
}

/** Texts recorded at the actor's places, the latest first; the first page of them, older ones have long been replaced. */
export async function listRecordedTexts(ctx: Context): Promise<RecordedText[]> {
  const rows = await ctx.db
    .selectFrom('consentText')
    .innerJoin('orgUnit', 'orgUnit.id', 'consentText.unitId')
    .select(['consentText.id', 'consentText.purpose', 'consentText.startedOn', 'consentText.endedOn'])
    .select('orgUnit.shortName as unitName')
    .where(within(ctx, 'consentText.manage'))
    .orderBy('consentText.startedOn', 'desc')
    .orderBy('consentText.id')
    .limit(PAGE_SIZE)
    .execute();
  return rows.flatMap(({ purpose: word, ...row }) => {
    const purpose = PURPOSES.find((one) => one === word);
    return purpose ? [{ ...row, purpose }] : [];
  });
}
