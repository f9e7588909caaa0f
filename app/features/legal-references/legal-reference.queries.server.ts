import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { type LegalReference, type Outdated, outdatedOf } from './legal-reference.ts';

const COLUMNS = ['code', 'title', 'citation', 'number', 'datedOn', 'startedOn', 'endedOn', 'replacedBy'] as const;

/** Those for all and those of the regions the viewer belongs to. */
function inSight(ctx: Context, search: string) {
  const regions = ctx.actor.kind === 'person' ? ctx.actor.grants.map(({ regionId }) => regionId) : [];
  const own = regions.filter((id): id is Id => id !== null);
  return ctx.db
    .selectFrom('legalReference')
    .where((eb) =>
      eb.or([
        eb('legalReference.unitId', 'is', null),
        ...(own.length > 0 ? [eb('legalReference.unitId', 'in', own)] : []),
      ]),
    )
    .$if(search !== '', (query) =>
      query.where(
        sql<boolean>`strpos(lower(legal_reference.title || ' ' || legal_reference.number), lower(${search})) > 0`,
      ),
    );
}

/** The directory as the viewer sees it: acts in force first, a page of 50. */
export async function listReferences(ctx: Context, filter: { search: string; page: number }) {
  return inSight(ctx, filter.search)
    .leftJoin('legalReference as next', 'next.code', 'legalReference.replacedBy')
    .select(COLUMNS.map((column) => `legalReference.${column}` as const))
    .select(['legalReference.unitId', 'next.title as replacement'])
    .orderBy(sql`coalesce(legal_reference.ended_on, 'infinity') < ${ctx.today}::date`)
    .orderBy('legalReference.datedOn', 'desc')
    .orderBy('legalReference.code')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
}

/** How many acts the search finds. */
export async function countReferences(ctx: Context, search: string): Promise<number> {
  const row = await inSight(ctx, search)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Acts nothing has taken the place of, for the choice of what a new one replaces. */
export async function listReplaceable(ctx: Context): Promise<Pick<LegalReference, 'code' | 'title' | 'number'>[]> {
  return inSight(ctx, '')
    .select(['legalReference.code', 'legalReference.title', 'legalReference.number'])
    .where('legalReference.replacedBy', 'is', null)
    .orderBy('legalReference.title')
    .orderBy('legalReference.code')
    .limit(200)
    .execute();
}

/** The acts these codes name, in the order of the codes; a code nobody knows is left out. */
export async function listCited(ctx: Context, codes: readonly string[]): Promise<LegalReference[]> {
  if (codes.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('legalReference')
    .select(COLUMNS)
    .where('code', 'in', [...codes])
    .orderBy('code')
    .execute();
  return codes.flatMap((code) => rows.filter((row) => row.code === code));
}

/** «На основании …»: the acts in the genitive, one after another. */
export async function citationWords(ctx: Context, codes: readonly string[]): Promise<string> {
  return (await listCited(ctx, codes)).map(({ citation }) => citation).join(', ');
}

/** Cited acts that are over today, with what is in force instead (BR-65). */
export async function listOutdated(ctx: Context, codes: readonly string[]): Promise<Outdated[]> {
  const cited = await listCited(ctx, codes);
  const next = cited.flatMap(({ replacedBy }) => (replacedBy ? [replacedBy] : []));
  return outdatedOf(cited, await listCited(ctx, next), ctx.today);
}
