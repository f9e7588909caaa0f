import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { findPaperFacts } from '../mentorships/mentorship-papers.queries.server.ts';
import { missingBeforeOrder, type Paper, type PaperRule } from '../mentorships/mentorship-papers.ts';
import { findOptionalProgramme } from '../programmes/programme.queries.server.ts';

/** A programme complete but not approved, to be read with the order. */
type Programme = NonNullable<Awaited<ReturnType<typeof findOptionalProgramme>>>;

/**
 * What an order still waits for, by mentorship, and the programmes that only wait for the head: those he approves in the
 * same sitting.
 */
export async function findOrderReadiness(ctx: Context, actId: Id) {
  const named = await ctx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select('localActMentorship.mentorshipId')
    .where('localAct.id', '=', actId)
    .where(within(ctx, 'act.approve'))
    .orderBy('localActMentorship.mentorshipId')
    .limit(100)
    .execute();
  const facts = await findPaperFacts(
    ctx,
    named.map(({ mentorshipId }) => mentorshipId),
  );
  const programmes: Programme[] = [];
  const lacking: { mentorshipId: Id; paper: Paper; rule: PaperRule }[] = [];
  for (const one of facts) {
    const missing = missingBeforeOrder(one);
    const waits = missing.some(({ rule }) => rule === 'programme-not-approved');
    const programme = waits ? await findOptionalProgramme(ctx, one.id) : null;
    const isWhole = programme?.canApprove === true && programme.missing.length === 0;
    if (programme && isWhole) programmes.push(programme);
    for (const { paper, rule } of missing) {
      if (rule !== 'programme-not-approved' || !isWhole) lacking.push({ mentorshipId: one.id, paper, rule });
    }
  }
  return { programmes, lacking };
}
