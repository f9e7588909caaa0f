import { sql } from 'kysely';
import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import type { Side } from '../mentorships/mentorship.ts';
import { membersOn, namesOf, type SidePerson } from '../mentorships/mentorship-sides.server.ts';
import { bundleText } from './bundle.text.ts';
import { type BundleFormat, bundleState, keyWord, type PaperKey, scopeOf } from './bundle.ts';
import { listPaperKeys } from './bundle-papers.queries.server.ts';

function bundlesInReach(ctx: Context) {
  return ctx.db
    .selectFrom('paperBundle')
    .innerJoin('orgUnit', 'orgUnit.id', 'paperBundle.unitId')
    .leftJoin('mentorship', 'mentorship.id', 'paperBundle.mentorshipId')
    .select(['paperBundle.id', 'paperBundle.unitId', 'paperBundle.regionId', 'paperBundle.mentorshipId'])
    .select(['paperBundle.year', 'paperBundle.format', 'paperBundle.state', 'paperBundle.progressPercent'])
    .select(['paperBundle.failureCode', 'paperBundle.paperCount', 'paperBundle.pageCount', 'paperBundle.fileSize'])
    .select(['paperBundle.expiresOn', 'paperBundle.version', 'paperBundle.createdAt', 'orgUnit.shortName as unitName'])
    .select(['orgUnit.timeZone', told(ctx, 'mentor').as('mentors'), told(ctx, 'mentee').as('mentees')])
    .where(within(ctx, 'bundle.read'));
}

/** Names of a side while the actor may still read the mentorship. */
function told(ctx: Context, side: Side) {
  return sql<SidePerson[] | null>`case when ${within(ctx, 'mentorship.read')} then ${membersOn(ctx, side)} end`;
}

type Row = Awaited<ReturnType<ReturnType<typeof bundlesInReach>['execute']>>[number];

function shown({ mentors, mentees, ...row }: Row) {
  const name =
    row.year === null
      ? mentors && mentees
        ? bundleText.ofMentorship(namesOf(mentors), namesOf(mentees))
        : bundleText.ofMentorshipShort
      : bundleText.ofYear(row.unitName, row.year);
  const format: BundleFormat = row.format === 'docx' ? 'docx' : 'pdf';
  return { ...row, state: bundleState(row.state), format, name };
}

/** The actor's bundles, newest first, a page of 50. */
export async function listBundles(ctx: Context, page: number) {
  const rows = await bundlesInReach(ctx)
    .orderBy('paperBundle.createdAt', 'desc')
    .orderBy('paperBundle.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(shown);
}

/** How many bundles the actor has asked for. */
export async function countBundles(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('paperBundle')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(ctx, 'bundle.read'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One of the actor's bundles. Throws NotFound. */
export async function findBundle(ctx: Context, id: Id) {
  const row = await bundlesInReach(ctx).where('paperBundle.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('bundle');
  return shown(row);
}

/** Whether the actor may still read every paper of a ready bundle. */
export async function isStillReadable(
  ctx: Context,
  bundle: { id: Id; unitId: Id; mentorshipId: Id | null; year: number | null },
) {
  const [now, made] = await Promise.all([
    listPaperKeys(ctx, bundle.unitId, scopeOf(bundle)),
    ctx.db
      .selectFrom('paperBundlePaper')
      .select(['kind', 'paperId'])
      .where('bundleId', '=', bundle.id)
      .orderBy('position')
      .execute(),
  ]);
  const readable = new Set(now.map(keyWord));
  // Written only from `PaperKey`.
  return made.every(({ kind, paperId }) => readable.has(keyWord({ kind: kind as PaperKey['kind'], id: paperId })));
}

/** The file of a ready bundle, rights to each of its papers asked again. Throws NotFound. */
export async function findBundleFile(ctx: Context, id: Id) {
  const bundle = await findBundle(ctx, id);
  if (bundle.state !== 'ready' || !(await isStillReadable(ctx, bundle))) throw new NotFound('bundle');
  const { content } = await ctx.db
    .selectFrom('paperBundleFile')
    .select('content')
    .where('bundleId', '=', id)
    .executeTakeFirstOrThrow();
  return { ...bundle, content };
}

/** Organisations of which the actor may ask for a year's papers. */
export async function listBundleUnits(ctx: Context) {
  const ids = await unitsWhere(ctx, 'bundle.ofYear');
  if (ids.length === 0) return [];
  const rows = ctx.db.selectFrom('orgUnit').select(['id', 'shortName as name']).where('id', 'in', ids);
  return rows.orderBy('name').orderBy('id').limit(100).execute();
}

/** The mentorship a bundle is asked for. Throws NotFound. */
export async function findBundleMentorship(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  return { id, name: bundleText.ofMentorship(namesOf(row.mentors), namesOf(row.mentees)) };
}
