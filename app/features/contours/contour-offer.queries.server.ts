import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import type { OffersQuery } from './contour-offer.schema.ts';
import { answerOf } from './contour-offer.ts';
import { findOfferer } from './offer-place.server.ts';

/** An offer as the organisation it is made to sees it. */
export interface OfferToUnit {
  id: Id;
  componentCode: string;
  component: string;
  provider: string;
  /** Who offers: the municipality or the region. */
  from: string;
  startedOn: Day;
  endedOn: Day | null;
  ground: string;
  isDeclined: boolean;
}

function offersToUnits(ctx: Context) {
  return ctx.db
    .selectFrom('componentOffer')
    .innerJoin('orgUnitAncestor as up', 'up.ancestorId', 'componentOffer.targetUnitId')
    .innerJoin('orgUnit', 'orgUnit.id', 'up.unitId')
    .innerJoin('structuralComponent', 'structuralComponent.code', 'componentOffer.componentCode')
    .innerJoin('orgUnit as provider', 'provider.id', 'componentOffer.providerUnitId')
    .innerJoin('orgUnit as offerer', 'offerer.id', 'componentOffer.unitId')
    .leftJoin('componentOfferAnswer as given', (join) =>
      join.onRef('given.offerId', '=', 'componentOffer.id').onRef('given.unitId', '=', 'orgUnit.id'),
    )
    .select(['componentOffer.id', 'componentOffer.componentCode', 'structuralComponent.name as component'])
    .select(['provider.shortName as provider', 'offerer.shortName as from'])
    .select(['componentOffer.startedOn', 'componentOffer.endedOn', 'componentOffer.ground'])
    .select(sql<boolean>`coalesce(given.answer = 'declined', false)`.as('isDeclined'))
    .where('orgUnit.kind', 'in', [...ORGANISATION_KINDS])
    .whereRef('componentOffer.providerUnitId', '<>', 'orgUnit.id');
}

/** Neither taken back nor over nor accepted yet, and the provider still exists. */
function isOpen(ctx: Context) {
  return sql<boolean>`(component_offer.withdrawn_at is null
    and (component_offer.ended_on is null or component_offer.ended_on >= ${ctx.today}::date)
    and (provider.ended_on is null or provider.ended_on >= ${ctx.today}::date)
    and given.answer is distinct from 'accepted')`;
}

/** Offers the organisation may accept, those it has not declined first. */
export async function listOffersTo(ctx: Context, unitId: Id): Promise<OfferToUnit[]> {
  return offersToUnits(ctx)
    .where('orgUnit.id', '=', unitId)
    .where(within(ctx, 'contour.read'))
    .where(isOpen(ctx))
    .orderBy('isDeclined')
    .orderBy('structuralComponent.position')
    .orderBy('componentOffer.id')
    .limit(PAGE_SIZE)
    .execute();
}

/** One offer to the organisation of a head, whatever has become of it. Throws NotFound. */
export async function findOfferTo(ctx: Context, unitId: Id, offerId: Id) {
  const row = await offersToUnits(ctx)
    .select(['orgUnit.shortName as unitName', 'given.answer'])
    .select(sql<boolean>`component_offer.withdrawn_at is not null`.as('isWithdrawn'))
    .where('orgUnit.id', '=', unitId)
    .where('componentOffer.id', '=', offerId)
    .where(within(ctx, 'contour.place'))
    .executeTakeFirst();
  if (!row) throw new NotFound('offer');
  return { ...row, answer: answerOf(row.answer) };
}

/** Offers that wait for an answer of the actor's organisations, the oldest first. */
export async function listWaitingOffers(ctx: Context, most: number) {
  return offersToUnits(ctx)
    .select(['orgUnit.id as unitId', 'componentOffer.createdAt'])
    .where(within(ctx, 'contour.place'))
    .where(isOpen(ctx))
    .where('given.answer', 'is', null)
    .orderBy('componentOffer.createdAt')
    .orderBy('componentOffer.id')
    .orderBy('orgUnit.id')
    .limit(most)
    .execute();
}

function offersOf(ctx: Context, areaId: Id, { open }: Pick<OffersQuery, 'open'>) {
  return ctx.db
    .selectFrom('componentOffer')
    .innerJoin('orgUnit', 'orgUnit.id', 'componentOffer.targetUnitId')
    .innerJoin('orgUnitAncestor as up', 'up.unitId', 'orgUnit.id')
    .where('up.ancestorId', '=', areaId)
    .where(within(ctx, 'contour.read'))
    .$if(open === 'yes', (query) =>
      query
        .where('componentOffer.withdrawnAt', 'is', null)
        .where((eb) =>
          eb.or([eb('componentOffer.endedOn', 'is', null), eb('componentOffer.endedOn', '>=', ctx.today)]),
        ),
    );
}

/** Offers made to the area or into it, the latest first, a page of them, with how they were answered. */
export async function listOffersOf(ctx: Context, areaId: Id, query: OffersQuery) {
  const answers = (answer: string) =>
    sql<number>`(select count(*) from component_offer_answer given
      where given.offer_id = component_offer.id and given.answer = ${answer})`;
  return offersOf(ctx, areaId, query)
    .innerJoin('structuralComponent', 'structuralComponent.code', 'componentOffer.componentCode')
    .innerJoin('orgUnit as provider', 'provider.id', 'componentOffer.providerUnitId')
    .innerJoin('orgUnit as offerer', 'offerer.id', 'componentOffer.unitId')
    .select(['componentOffer.id', 'structuralComponent.name as component', 'provider.shortName as provider'])
    .select(['orgUnit.shortName as target', 'offerer.shortName as from'])
    .select(['componentOffer.startedOn', 'componentOffer.endedOn', 'componentOffer.ground'])
    .select(sql<boolean>`component_offer.withdrawn_at is not null`.as('isWithdrawn'))
    .select(sql<boolean>`org_unit.kind not in (${sql.join([...ORGANISATION_KINDS])})`.as('isToAll'))
    .select([answers('accepted').as('accepted'), answers('declined').as('declined'), isOwnOffer(ctx).as('isOwn')])
    .orderBy('componentOffer.createdAt', 'desc')
    .orderBy('componentOffer.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE)
    .execute();
}

/** The offer was made in the name of the topmost unit the actor offers for: it is his to withdraw. */
function isOwnOffer(ctx: Context) {
  return sql<boolean>`exists (select 1 from org_unit where org_unit.id = component_offer.unit_id
    and ${withinUnits(ctx, 'contour.offer')} and not exists (select 1 from org_unit_ancestor higher
      where higher.unit_id = component_offer.unit_id and higher.depth > 0
        and higher.ancestor_id in (select org_unit.id from org_unit where ${withinUnits(ctx, 'contour.offer')})))`;
}

/** How many the filter leaves. */
export async function countOffersOf(ctx: Context, areaId: Id, query: Pick<OffersQuery, 'open'>): Promise<number> {
  const row = await offersOf(ctx, areaId, query)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** An offer whose author may take it back. Throws NotFound. */
export async function findOwnOffer(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('componentOffer')
    .innerJoin('structuralComponent', 'structuralComponent.code', 'componentOffer.componentCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'componentOffer.unitId')
    .innerJoin('orgUnit as target', 'target.id', 'componentOffer.targetUnitId')
    .innerJoin('orgUnit as provider', 'provider.id', 'componentOffer.providerUnitId')
    .select(['componentOffer.id', 'componentOffer.unitId', 'componentOffer.targetUnitId', 'componentOffer.version'])
    .select(['structuralComponent.name as component', 'target.shortName as target', 'provider.shortName as provider'])
    .select(['componentOffer.startedOn', 'componentOffer.endedOn', 'componentOffer.ground'])
    .select(sql<boolean>`component_offer.withdrawn_at is not null`.as('isWithdrawn'))
    .select(
      sql<boolean>`exists (select 1 from component_offer_answer given where given.offer_id = component_offer.id
        and given.unit_id = component_offer.target_unit_id and given.answer = 'accepted')`.as(
        'isAcceptedByItsOnlyTarget',
      ),
    )
    .where('componentOffer.id', '=', id)
    .where(withinUnits(ctx, 'contour.offer'))
    .executeTakeFirst();
  if (!row || (await findOfferer(ctx, row.unitId)).id !== row.unitId) throw new NotFound('offer');
  return row;
}

/** An organisation or area the actor may offer to. Throws NotFound. */
export async function findOfferTarget(ctx: Context, unitId: Id) {
  const row = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name', 'orgUnit.endedOn'])
    .select(sql<boolean>`org_unit.kind in (${sql.join([...ORGANISATION_KINDS])})`.as('isOrganisation'))
    .where('orgUnit.id', '=', unitId)
    .where('orgUnit.kind', 'in', ['municipality', 'region', ...ORGANISATION_KINDS])
    .where(within(ctx, 'contour.offer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('contour');
  return row;
}
