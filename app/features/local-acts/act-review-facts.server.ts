import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * What an approval asks of the review: answers and minutes count only about exactly this text. A text that names its
 * minutes or the union's opinion itself has said them already, and nobody types them again (BR-60).
 */
export async function findReviewFacts(
  ctx: Context,
  act: { id: Id; documentHash: string; reviewDueOn: Day | null; values: object },
): Promise<{ reviewersWaiting: number; isAdopted: boolean; hasUnionOpinion: boolean }> {
  const ofText = (table: 'actReview' | 'actOpinion') =>
    ctx.db.selectFrom(table).where('actId', '=', act.id).where('documentHash', '=', act.documentHash);
  const [waiting, opinions] = await Promise.all([
    ofText('actReview')
      .where('answer', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    ofText('actOpinion').select('body').limit(2).execute(),
  ]);
  const isOverdue = act.reviewDueOn !== null && act.reviewDueOn < ctx.today;
  return {
    reviewersWaiting: isOverdue ? 0 : waiting.count,
    isAdopted: opinions.some(({ body }) => body === 'council') || saysMinutes(act.values),
    hasUnionOpinion: opinions.some(({ body }) => body === 'union') || says(act.values, 'unionOpinion'),
  };
}

/** Whether the text names the minutes by which it was adopted. */
export function saysMinutes(values: object): boolean {
  return says(values, 'minutesNumber') && says(values, 'minutesOn');
}

/** Whether a named field of the text is filled. */
export function says(values: object, field: string): boolean {
  const given = 'given' in values && values.given !== null && typeof values.given === 'object' ? values.given : values;
  const value = Object.entries(given).find(([name]) => name === field)?.[1];
  return typeof value === 'string' && value !== '';
}
