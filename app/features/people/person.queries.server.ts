import { sql } from 'kysely';
import { holdsByRole } from '#app/access/actor.ts';
import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addYears } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { categoryOn } from './category-on.server.ts';
import { CATEGORIES, type Category } from './person.ts';
import { searchKey } from './person-name.ts';

/** Filter of the list of people. */
export interface PeopleFilter {
  search: string;
  who: 'all' | 'young' | 'former';
  page: number;
}

/** People of the units: those who work there now (or will), or who did and no longer do. */
function peopleOfUnits(ctx: Context, units: readonly Id[], filter: PeopleFilter) {
  const isPresent = sql<boolean>`(work.ended_on is null or work.ended_on >= ${ctx.today}::date)`;
  return ctx.db
    .selectFrom('person')
    .where(within(ctx, 'person.private'))
    .where(within(ctx, 'person.read'))
    .where(({ exists, not, selectFrom }) => {
      const work = selectFrom('employment as work')
        .innerJoin('post', 'post.code', 'work.postCode')
        .select('work.id')
        .whereRef('work.personId', '=', 'person.id')
        .where('work.unitId', 'in', units);
      if (filter.who === 'former') return exists(work).and(not(exists(work.where(isPresent))));
      return exists(
        work.where(isPresent).$if(filter.who === 'young', (query) => query.where('post.isTeaching', '=', true)),
      );
    })
    .$if(filter.who === 'young', (query) => query.where('person.teachingSince', '>=', addYears(ctx.today, -3)))
    .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('person.searchName', 'like', pattern))));
}

/** People of the actor's organisations, by name, a page of 50, each with the main post there. */
export async function listPeople(ctx: Context, filter: PeopleFilter, limit = PAGE_SIZE) {
  const units = await unitsWhere(ctx, 'person.private');
  if (units.length === 0) return [];
  const page = peopleOfUnits(ctx, units, filter)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(['person.teachingSince', 'person.birthOn', 'person.searchName', categoryOn(ctx.today).as('category')])
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(limit)
    .offset((filter.page - 1) * PAGE_SIZE);
  // The post is looked up for the page's people only, not for everybody the filter finds.
  const rows = await ctx.db
    .selectFrom(page.as('person'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('employment')
          .innerJoin('post', 'post.code', 'employment.postCode')
          .select(['employment.subject', 'post.name as post', 'post.isTeaching'])
          .whereRef('employment.personId', '=', 'person.id')
          .where('employment.unitId', 'in', units)
          .orderBy(sql`coalesce(employment.ended_on >= ${ctx.today}::date, true)`, 'desc')
          .orderBy('employment.startedOn')
          .orderBy('employment.id')
          .limit(1)
          .as('work'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.category'])
    .select(['person.teachingSince', 'person.birthOn', 'work.post', 'work.subject', 'work.isTeaching'])
    .orderBy('person.searchName')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({ ...row, category: categoryOf(row.category) }));
}

/** How many people the filter finds. */
export async function countPeople(ctx: Context, filter: PeopleFilter): Promise<number> {
  const units = await unitsWhere(ctx, 'person.private');
  if (units.length === 0) return 0;
  const row = await peopleOfUnits(ctx, units, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A person's card: private fields only where `person.private` reaches, flags for what may be done. Throws NotFound. */
export async function findPerson(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.unitId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(['person.category', 'person.teachingSince', 'person.birthOn', 'person.email', 'person.phone'])
    .select(['person.categoryFrom', 'person.categoryUntil'])
    .select(['person.version', 'orgUnit.shortName as unitName'])
    .select([within(ctx, 'person.private').as('showsPrivate'), within(ctx, 'person.manage').as('canManage')])
    .select([
      sql<boolean>`(${within(ctx, 'matching.run')} and ${withinUnits(ctx, 'mentorship.propose')})`.as('canMatch'),
      within(ctx, 'account.invite').as('canGrant'),
      within(ctx, 'consentPaper.read').as('canKeepConsents'),
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('employment as present')
          .select('present.id')
          .whereRef('present.personId', '=', 'person.id')
          .where('present.startedOn', '<=', ctx.today)
          .where((eb) => eb.or([eb('present.endedOn', 'is', null), eb('present.endedOn', '>=', ctx.today)])),
      ).as('works'),
    )
    .where('person.id', '=', id)
    .where(within(ctx, 'person.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  const { birthOn, email, phone, showsPrivate, ...card } = row;
  return {
    ...card,
    category: categoryOf(card.category),
    experience: { birthOn, teachingSince: card.teachingSince },
    personal: showsPrivate ? { birthOn, email, phone } : null,
    works: Boolean(card.works),
  };
}

/** A card with everything that can be corrected, for those who may correct it. Throws NotFound. */
export async function findCardToEdit(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.birthOn'])
    .select(['person.email', 'person.phone', 'person.category', 'person.teachingSince', 'person.version'])
    .select(['person.categoryFrom', 'person.categoryUntil'])
    .where('person.id', '=', id)
    .where(within(ctx, 'person.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  return { ...row, category: categoryOf(row.category) };
}

/** Employments of a person within reach, the present ones first. */
export async function listEmployments(ctx: Context, personId: Id) {
  const manageable = await unitsWhere(ctx, 'person.manage');
  return ctx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'employment.unitId')
    .select(['employment.id', 'employment.startedOn', 'employment.endedOn', 'employment.subject', 'employment.version'])
    .select(['post.name as post', 'orgUnit.shortName as unitName', 'employment.unitId'])
    .select((eb) =>
      eb
        .and([
          within(ctx, 'person.manage'),
          eb('employment.endedOn', 'is', null),
          manageable.length > 0 ? eb('employment.unitId', 'in', manageable) : eb.lit(false),
        ])
        .as('canEnd'),
    )
    .where('employment.personId', '=', personId)
    .where(within(ctx, 'person.read'))
    .orderBy(sql`employment.ended_on is null`, 'desc')
    .orderBy('employment.startedOn', 'desc')
    .orderBy('employment.id')
    .limit(100)
    .execute();
}

/** One employment the actor may end. Throws NotFound. */
export async function findEmployment(ctx: Context, id: Id) {
  const manageable = await unitsWhere(ctx, 'person.manage');
  if (manageable.length === 0) throw new NotFound('employment');
  const row = await ctx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .select([
      'employment.id',
      'employment.personId',
      'employment.startedOn',
      'employment.endedOn',
      'employment.version',
    ])
    .select(['post.name as post', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('employment.id', '=', id)
    .where(within(ctx, 'person.manage'))
    .where('employment.unitId', 'in', manageable)
    .executeTakeFirst();
  if (!row) throw new NotFound('employment');
  return row;
}

/** Posts of the nomenclature, by name. */
export async function listPosts(ctx: Context): Promise<{ code: string; name: string }[]> {
  return ctx.db.selectFrom('post').select(['code', 'name']).orderBy('name').orderBy('code').execute();
}

/** Open units where the actor holds the permission about people by role, for a choice. */
export async function listUnitsFor(
  ctx: Context,
  permission: 'person.manage' | 'person.private',
): Promise<{ id: Id; shortName: string }[]> {
  if (!holdsByRole(ctx.actor, permission)) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName'])
    .where(withinUnits(ctx, permission))
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', ctx.today)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Patterns of a name search: every word typed must stand in the name, in any order; ё and case do not matter. */
export function searchPatterns(search: string): string[] {
  const words = searchKey(search).split(' ');
  return words.flatMap((word) => (word === '' ? [] : [`%${word.replace(/[\\%_]/g, (special) => `\\${special}`)}%`]));
}

function categoryOf(word: string): Category {
  return CATEGORIES.find((category) => category === word) ?? 'none';
}
