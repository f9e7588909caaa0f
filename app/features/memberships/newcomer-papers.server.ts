import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';
import { listLacks } from '../mentorships/mentorship-lacks.server.ts';
import { findPaperFacts } from '../mentorships/mentorship-papers.queries.server.ts';
import { missingBeforeOrder, ruleOfTerms } from '../mentorships/mentorship-papers.ts';

/**
 * Refuses whoever comes to a mentorship in force without the papers asked of those who were there at its order: a mentor's
 * terms and signed supplement (BR-01), the home organisation's agreement (002-2), the guardian's consent (BR-83). The
 * person is a member already. Throws RuleBroken with a code of `PaperRule` or `LackRule`.
 */
export async function refuseWithoutPapers(tx: Context, mentorshipId: Id, personId: Id): Promise<void> {
  const [facts] = await findPaperFacts(tx, [mentorshipId]);
  if (!facts) return;
  const members = facts.members.filter((member) => member.personId === personId);
  // The programme is the mentorship's own and goes on.
  const [missing] = missingBeforeOrder({ ...facts, members, needsOrder: false });
  if (missing) throw new RuleBroken(missing.rule);
  const [lack] = await listLacks(tx, [mentorshipId], personId);
  if (lack) throw new RuleBroken(lack.rule);
}

/** An invited mentor agrees to work whose terms are told (L-1, BR-01). Throws RuleBroken `terms-not-ready`. */
export async function refuseUntoldTerms(tx: Context, mentorshipId: Id, personId: Id): Promise<void> {
  const [facts] = await findPaperFacts(tx, [mentorshipId]);
  if (facts?.legalBasis !== 'labor_351_8') return;
  const terms = facts.terms.find((one) => one.personId === personId);
  if (ruleOfTerms(facts.legalBasis, terms)) throw new RuleBroken('terms-not-ready');
}
