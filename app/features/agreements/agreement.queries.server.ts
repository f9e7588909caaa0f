import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import type { AgreementFilter } from './agreement.schema.ts';

/** An agreement in a list. */
export interface AgreementLine {
  id: Id;
  number: string;
  signedOn: Day;
  startedOn: Day;
  endedOn: Day | null;
  subject: string;
  /** Short name of whose record it is. */
  unitName: string;
  /** Name of the other party. */
  partner: string;
}

/** A page of the agreements within reach, those in force or coming first, the latest on top. */
export async function listAgreements(ctx: Context, filter: AgreementFilter): Promise<AgreementLine[]> {
  const isOver = sql<boolean>`coalesce(cooperation_agreement.ended_on < ${ctx.today}::date, false)`;
  return narrowed(ctx, filter)
    .orderBy(isOver)
    .orderBy('cooperationAgreement.startedOn', 'desc')
    .orderBy('cooperationAgreement.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
}

/** How many the filter leaves. */
export async function countAgreements(ctx: Context, filter: AgreementFilter): Promise<number> {
  const row = await narrowed(ctx, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function narrowed(ctx: Context, { search, state }: Pick<AgreementFilter, 'search' | 'state'>) {
  const words = wordsOf(search);
  return agreements(ctx)
    .where(within(ctx, 'agreement.manage'))
    .where((eb) => eb.and(words.map((word) => sql<boolean>`position(${word} in ${searched}) > 0`)))
    .$if(state === 'inForce', (query) => query.where(isInForce(ctx.today)))
    .$if(state === 'coming', (query) => query.where('cooperationAgreement.startedOn', '>', ctx.today))
    .$if(state === 'over', (query) => query.where('cooperationAgreement.endedOn', '<', ctx.today));
}

// People type the letter yo as ye: both are compared as ye.
const YO = '\u0451';
const YE = '\u0435';

function wordsOf(search: string): string[] {
  return search.toLowerCase().replaceAll(YO, YE).split(/\s+/u).filter(Boolean);
}

const searched = sql`replace(lower(cooperation_agreement.number || ' ' || cooperation_agreement.subject || ' '
  || coalesce(partner.name || ' ' || partner.short_name, cooperation_agreement.partner_name)), ${YO}, ${YE})`;

function agreements(ctx: Context) {
  return ctx.db
    .selectFrom('cooperationAgreement')
    .innerJoin('orgUnit', 'orgUnit.id', 'cooperationAgreement.unitId')
    .leftJoin('orgUnit as partner', 'partner.id', 'cooperationAgreement.partnerUnitId')
    .select(['cooperationAgreement.id', 'cooperationAgreement.number', 'cooperationAgreement.signedOn'])
    .select(['cooperationAgreement.startedOn', 'cooperationAgreement.endedOn', 'cooperationAgreement.subject'])
    .select('orgUnit.shortName as unitName')
    .select(sql<string>`coalesce(partner.short_name, cooperation_agreement.partner_name)`.as('partner'));
}

function isInForce(day: Day): RawBuilder<boolean> {
  return sql<boolean>`(cooperation_agreement.started_on <= ${day}::date
    and (cooperation_agreement.ended_on is null or cooperation_agreement.ended_on >= ${day}::date))`;
}

/** One agreement within reach. Throws NotFound. */
export async function findAgreement(ctx: Context, id: Id) {
  const row = await agreements(ctx)
    .select(['cooperationAgreement.endReason', 'cooperationAgreement.version'])
    .select(sql<boolean>`cooperation_agreement.partner_unit_id is null`.as('isOutside'))
    .where('cooperationAgreement.id', '=', id)
    .where(within(ctx, 'agreement.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('agreement');
  return row;
}

/** Units for which the actor keeps agreements, by name; most people keep those of one. */
export async function listKeepers(ctx: Context): Promise<{ id: Id; name: string }[]> {
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where(withinUnits(ctx, 'agreement.manage'))
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', ctx.today)]))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(PAGE_SIZE)
    .execute();
}

/** A unit that may stand on the other side. */
export interface PartnerChoice {
  id: Id;
  name: string;
  kind: string;
}

/**
 * Open units that can be a partner of one of the keepers: of the same region or federal, the nearest in the tree first,
 * at most a page; a part of the name narrows them. Names of units only, as they stand on an agreement.
 */
export async function listPartners(ctx: Context, keepers: readonly Id[], search: string): Promise<PartnerChoice[]> {
  if (keepers.length === 0) return [];
  const words = wordsOf(search);
  const named = sql`replace(lower(org_unit.name || ' ' || org_unit.short_name), ${YO}, ${YE})`;
  const mine = sql.join(keepers.map((id) => sql`${id}::uuid`));
  const { rows } = await sql<PartnerChoice>`
    select org_unit.id, org_unit.short_name as name, org_unit.kind
    from org_unit
    where ${keepers.length > 1 ? sql`true` : sql`org_unit.id not in (${mine})`} and org_unit.kind not in ('federation', 'region')
      and (org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date)
      and (org_unit.region_id is null or org_unit.region_id in (select keeper.region_id from org_unit keeper where keeper.id in (${mine})))
      and ${
        words.length > 0
          ? sql.join(
              words.map((word) => sql`position(${word} in ${named}) > 0`),
              sql` and `,
            )
          : sql`true`
      }
    order by (select max(shared.depth) from org_unit_ancestor theirs
        join org_unit_ancestor ours on ours.ancestor_id = theirs.ancestor_id and ours.unit_id in (${mine})
        join lateral (select count(*) as depth from org_unit_ancestor above where above.unit_id = theirs.ancestor_id) shared on true
        where theirs.unit_id = org_unit.id) desc,
      org_unit.short_name, org_unit.id
    limit ${PAGE_SIZE}
  `.execute(ctx.db);
  return rows;
}

/** An agreement another feature may refer to. */
export interface AgreementRef {
  id: Id;
  number: string;
  signedOn: Day;
  startedOn: Day;
  endedOn: Day | null;
}

/**
 * The agreement between two units that is in force on the day, whichever of them keeps it; an agreement of a municipality
 * or another unit above speaks for those below it. Asks nobody's rights: it answers a rule, not a reader. Null when there
 * is none; the one that lasts longest when there are several.
 */
export async function findAgreementInForce(ctx: Context, unitA: Id, unitB: Id, day: Day): Promise<AgreementRef | null> {
  const above = (unit: Id) => sql`(select up.ancestor_id from org_unit_ancestor up where up.unit_id = ${unit})`;
  const between = (keeper: Id, partner: Id) =>
    sql<boolean>`(cooperation_agreement.unit_id in ${above(keeper)}
      and cooperation_agreement.partner_unit_id in ${above(partner)})`;
  const row = await ctx.db
    .selectFrom('cooperationAgreement')
    .select(['id', 'number', 'signedOn', 'startedOn', 'endedOn'])
    .where(sql<boolean>`(${between(unitA, unitB)} or ${between(unitB, unitA)})`)
    .where(isInForce(day))
    .orderBy(sql`ended_on desc nulls first`)
    .orderBy('startedOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** An agreement to choose in a form. */
export interface AgreementChoice extends AgreementRef {
  partner: string;
  partnerUnitId: Id | null;
}

/** Agreements of the unit that are in force today or will be, within reach, by partner; for choosing one in a form. */
export async function listAgreementChoices(ctx: Context, unitId: Id): Promise<AgreementChoice[]> {
  return agreements(ctx)
    .select('cooperationAgreement.partnerUnitId')
    .where(within(ctx, 'agreement.manage'))
    .where('cooperationAgreement.unitId', '=', unitId)
    .where((eb) =>
      eb.or([eb('cooperationAgreement.endedOn', 'is', null), eb('cooperationAgreement.endedOn', '>=', ctx.today)]),
    )
    .orderBy('partner')
    .orderBy('cooperationAgreement.id')
    .limit(PAGE_SIZE)
    .execute();
}
