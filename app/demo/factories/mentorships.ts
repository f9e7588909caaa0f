import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { proposeMentorship, recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { type NewMentorship, usualEnd } from '#app/features/mentorships/mentorship.ts';
import type { Id } from '#db/schema.ts';
import { makeTerms } from './papers.ts';

/** The two people a mentorship is between. */
export interface Pair {
  menteeId: Id;
  mentorId: Id;
}

/**
 * Proposes a mentorship as the curator whose context is given, and writes the terms its legal basis asks for; today to
 * 31 May unless said otherwise.
 */
export async function makeProposal(
  ctx: Context,
  pair: Pair,
  overrides: Partial<NewMentorship> = {},
): Promise<{ id: Id }> {
  const made = await makeBareProposal(ctx, pair, overrides);
  await makeTerms(ctx, made.id);
  return made;
}

/** The same without terms: as it stands right after it was proposed. */
export function makeBareProposal(
  ctx: Context,
  pair: Pair,
  overrides: Partial<NewMentorship> = {},
): Promise<{ id: Id }> {
  const proposal: NewMentorship = {
    formCode: 'teacher_teacher',
    kindCode: 'one_to_one',
    legalBasis: 'labor_351_8',
    focus: 'Работа с классом на уроке и подготовка к первой аттестации.',
    hoursPerWeek: null,
    startedOn: ctx.today,
    endedOn: usualEnd(ctx.today),
    ...pair,
    ...overrides,
  };
  return proposeMentorship(ctx, proposal, null);
}

/** Proposes and records both consents on paper, signed on the day of the proposal. */
export async function makeConsented(
  ctx: Context,
  pair: Pair,
  overrides: Partial<NewMentorship> & { answeredDaysAgo?: number } = {},
): Promise<{ id: Id }> {
  const { answeredDaysAgo = 0, ...terms } = overrides;
  const made = await makeProposal(ctx, pair, terms);
  const answeredOn = addDays(ctx.today, -answeredDaysAgo);
  for (const personId of [pair.mentorId, pair.menteeId]) {
    await recordPaperConsent(ctx, made.id, { personId, answer: 'given', answeredOn });
  }
  return made;
}
