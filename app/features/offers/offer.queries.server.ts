import { type RawBuilder, sql } from 'kysely';
import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import type { Area } from '../people/competence-area.ts';
import type { OfferFilter } from './offer.schema.ts';
import { areasAmong, doesCount, isOpenOffer, offerKind, providerKind } from './offer.ts';

const areaCodes = sql<string[]>`array(select served.area_code from learning_offer_area served
  where served.offer_id = learning_offer.id)`;

function offers(ctx: Context) {
  return ctx.db
    .selectFrom('learningOffer')
    .innerJoin('orgUnit', 'orgUnit.id', 'learningOffer.unitId')
    .select(['learningOffer.id', 'learningOffer.kind', 'learningOffer.title', 'learningOffer.number'])
    .select(['learningOffer.providerName', 'learningOffer.providerKind', 'learningOffer.hours', 'learningOffer.places'])
    .select(['learningOffer.startsOn', 'learningOffer.endsOn', 'learningOffer.closedOn', 'learningOffer.regionId'])
    .select(['orgUnit.shortName as keeper', areaCodes.as('areas')]);
}

/** What can still be taken on the day. */
function isOpen(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(learning_offer.closed_on is null
    and (learning_offer.ends_on is null or learning_offer.ends_on >= ${ctx.today}::date))`;
}

/** Since 1 September 2025 courses of other providers do not count (BR-26); the dates are those of `doesCount`. */
const counts = sql<boolean>`(learning_offer.kind <> 'programme' or learning_offer.provider_kind <> 'private')`;

/** Offers open today that the filter finds, the soonest first, a page of 50, with how many there are. */
export async function listOffers(ctx: Context, filter: OfferFilter) {
  const rows = await offers(ctx)
    .select(sql<number>`count(*) over ()`.as('found'))
    .where(within(ctx, 'offer.read'))
    .where(isOpen(ctx))
    .where((eb) => eb.and(wordsOf(filter.search).map((pattern) => eb('learningOffer.title', 'ilike', pattern))))
    .$if(filter.kind !== '', (query) => query.where('learningOffer.kind', '=', filter.kind))
    .$if(filter.area !== '', (query) => query.where(serves(filter.area)))
    .$if(filter.from === 'federal', (query) => query.where('learningOffer.regionId', 'is', null))
    .$if(filter.from === 'own', (query) => query.where(isOwnRegion(ctx)))
    .$if(filter.from === 'elsewhere', (query) =>
      query.where('learningOffer.regionId', 'is not', null).where(sql<boolean>`not ${isOwnRegion(ctx)}`),
    )
    .$if(filter.counts === 'yes', (query) => query.where(counts))
    .orderBy(sql`learning_offer.starts_on asc nulls last`)
    .orderBy('learningOffer.title')
    .orderBy('learningOffer.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return { total: rows[0]?.found ?? 0, offers: rows.map((row) => shownOffer(row, ctx)) };
}

/** One offer with everything said of it. Throws NotFound. */
export async function findOffer(ctx: Context, id: Id) {
  const row = await offers(ctx)
    .select(['learningOffer.place', 'learningOffer.link', 'learningOffer.about', 'learningOffer.isShared'])
    .select(['learningOffer.version', within(ctx, 'offer.manage').as('mayManage')])
    .where('learningOffer.id', '=', id)
    .where(within(ctx, 'offer.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('offer');
  const { place, link, about, isShared, version, mayManage } = row;
  return { ...shownOffer(row, ctx), place, link, about, isShared, version, mayManage: Boolean(mayManage) };
}

/** The offer if it can be read and still taken, for filling in a step; null otherwise. */
export async function findOptionalOpenOffer(ctx: Context, id: Id) {
  const row = await offers(ctx)
    .where('learningOffer.id', '=', id)
    .where(within(ctx, 'offer.read'))
    .where(isOpen(ctx))
    .executeTakeFirst();
  return row ? shownOffer(row, ctx) : null;
}

/** The first offers that serve the area: those that count, of the own region, with places, the soonest first. */
export async function listOffersFor(ctx: Context, area: Area, most: number) {
  const rows = await offers(ctx)
    .where(within(ctx, 'offer.read'))
    .where(isOpen(ctx))
    .where(serves(area))
    .where((eb) => eb.or([eb('learningOffer.places', 'is', null), eb('learningOffer.places', '>', 0)]))
    .orderBy(counts, 'desc')
    .orderBy(isOwnRegion(ctx), 'desc')
    .orderBy(sql`learning_offer.starts_on asc nulls last`)
    .orderBy('learningOffer.id')
    .limit(most)
    .execute();
  return rows.map((row) => shownOffer(row, ctx));
}

const SUGGESTED_AREAS = 3;
const SUGGESTED_EACH = 2;

/** A few offers for the first of the open deficits, each offer once. */
export async function listSuggestions(ctx: Context, areas: readonly Area[]) {
  const chosen = areas.slice(0, SUGGESTED_AREAS);
  const found = await Promise.all(chosen.map((area) => listOffersFor(ctx, area, SUGGESTED_EACH)));
  const seen = new Set<Id>();
  return found.flatMap((offers, index) =>
    offers.flatMap(({ id, title, counts, startsOn, places }) => {
      const area = chosen[index];
      if (!area || seen.has(id)) return [];
      seen.add(id);
      return [{ area, offer: { id, title, counts, startsOn, places } }];
    }),
  );
}

/** Areas that at least one offer within reach and open today serves, with how many. */
export async function countOffersByArea(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('learningOffer')
    .innerJoin('learningOfferArea', 'learningOfferArea.offerId', 'learningOffer.id')
    .select(['learningOfferArea.areaCode', ({ fn }) => fn.countAll<number>().as('count')])
    .where(within(ctx, 'offer.read'))
    .where(isOpen(ctx))
    .groupBy('learningOfferArea.areaCode')
    .execute();
  return new Map(rows.map(({ areaCode, count }) => [areaCode, count]));
}

/** The federation or regions whose register the actor keeps. */
export async function listOfferKeepers(ctx: Context): Promise<{ id: Id; name: string }[]> {
  const ids = await unitsWhere(ctx, 'offer.manage');
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName as name'])
    .where('id', 'in', ids)
    .where('kind', 'in', ['federation', 'region'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

function serves(area: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from learning_offer_area served
    where served.offer_id = learning_offer.id and served.area_code = ${area})`;
}

function isOwnRegion(ctx: Context): RawBuilder<boolean> {
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  return sql<boolean>`coalesce(learning_offer.region_id
    = (select reader.region_id from person reader where reader.id = ${me}::uuid), false)`;
}

function wordsOf(search: string): string[] {
  return search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, (special) => `\\${special}`)}%`);
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number];

function shownOffer(row: OfferRow, ctx: Context) {
  const kind = offerKind(row.kind);
  const facts = { kind, providerKind: providerKind(row.providerKind), startsOn: row.startsOn };
  const { id, title, number, providerName, hours, places, endsOn, keeper } = row;
  return {
    ...{ id, title, number, providerName, hours, places, endsOn, keeper, ...facts },
    areas: areasAmong(row.areas),
    isFederal: row.regionId === null,
    isOpen: isOpenOffer(row, ctx.today),
    isClosed: row.closedOn !== null,
    counts: doesCount(facts, ctx.today),
  };
}

/** An offer as lists and suggestions show it. */
export type ShownOffer = ReturnType<typeof shownOffer>;
