import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { LIVE_STATES } from './mentorship.ts';
import { isMine, type ShownPaper, shownPapers } from './mentorship-paper-links.ts';
import { paperRightColumns, paperRightsOf } from './mentorship-paper-rights.server.ts';
import { findPaperFacts } from './mentorship-papers.queries.server.ts';

/** A missing paper the viewer can bring about himself. */
export interface OwnPaper extends ShownPaper {
  mentorshipId: Id;
  state: Extract<ShownPaper['state'], { kind: 'missing' }>;
}

/** Papers of one live mentorship, and the first the viewer can bring about; null for those who do not keep papers. */
export async function findOptionalPapers(ctx: Context, mentorshipId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(paperRightColumns(ctx))
    .where('mentorship.id', '=', mentorshipId)
    .where('mentorship.state', 'in', LIVE_STATES)
    .where(within(ctx, 'mentorship.papers'))
    .executeTakeFirst();
  const [facts] = row ? await findPaperFacts(ctx, [mentorshipId]) : [];
  if (!row || !facts) return null;
  const rights = paperRightsOf(row);
  const papers = shownPapers(facts, rights);
  return { papers, next: papers.find(({ state }) => state.kind === 'missing' && isMine(state.rule, rights)) ?? null };
}

/**
 * Of mentorships on their way to an order, the earliest start first, the one paper each waits for from the viewer;
 * those that wait for somebody else are left out.
 */
export async function listOwnPapers(ctx: Context, most: number): Promise<OwnPaper[]> {
  const rows = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select('mentorship.id')
    .select(paperRightColumns(ctx))
    .where('mentorship.state', 'in', ['proposed', 'consented'])
    .where(within(ctx, 'mentorship.papers'))
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(most)
    .execute();
  const facts = await findPaperFacts(
    ctx,
    rows.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, paperRightsOf(row)]));
  return facts.flatMap((one) => {
    const rights = byId.get(one.id);
    if (!rights) return [];
    for (const { paper, state, href } of shownPapers(one, rights))
      if (state.kind === 'missing' && isMine(state.rule, rights)) return [{ mentorshipId: one.id, paper, state, href }];
    return [];
  });
}
