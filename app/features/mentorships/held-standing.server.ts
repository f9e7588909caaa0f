import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { type NewMentorship, REVERSE_KIND } from './mentorship.ts';
import { LEADING_POSTS } from './mentorship-rules.ts';
import { isMinor, type Standing, standsLowerBy } from './mentorship-standing.ts';

const UNPAID = ['volunteer', 'student_activity'];

/**
 * What the proposal keeps of the people's standing. Throws RuleBroken `not-reverse` when the mentor of a reverse one stands
 * lower by nothing (004-1), `minor-needs-unpaid-basis` when a minor would be paid or employed for it (BR-83).
 */
export async function standingOfPair(
  tx: Context,
  input: NewMentorship,
): Promise<{ reverseGround: string | null; hasMinor: boolean }> {
  const standings = await standingsOf(tx, [input.mentorId, input.menteeId]);
  const [mentor, mentee] = [standings.get(input.mentorId), standings.get(input.menteeId)];
  const hasMinor = [mentor, mentee].some((one) => one !== undefined && isMinor(one.birthOn, input.startedOn));
  if (hasMinor && !UNPAID.includes(input.legalBasis)) throw new RuleBroken('minor-needs-unpaid-basis', 'legalBasis');
  if (input.kindCode !== REVERSE_KIND || !mentor || !mentee) return { reverseGround: null, hasMinor };
  const grounds = standsLowerBy(mentor, mentee);
  if (grounds.length === 0) throw new RuleBroken('not-reverse', 'kindCode');
  return { reverseGround: grounds.join(','), hasMinor };
}

/**
 * Refuses a minor who would come to a mentorship where work is paid or owed (BR-83). Throws RuleBroken
 * `minor-needs-unpaid-basis`.
 */
export async function refusePaidMinor(tx: Context, mentorshipId: Id, personId: Id, startedOn: Day): Promise<void> {
  const standing = (await standingsOf(tx, [personId])).get(personId);
  if (!standing || !isMinor(standing.birthOn, startedOn)) return;
  const mentorship = tx.db.selectFrom('mentorship').select('legalBasis').where('id', '=', mentorshipId);
  const { legalBasis } = await mentorship.executeTakeFirstOrThrow();
  if (!UNPAID.includes(legalBasis)) throw new RuleBroken('minor-needs-unpaid-basis', 'personId');
}

async function standingsOf(tx: Context, ids: readonly Id[]): Promise<Map<Id, Standing>> {
  const people = await tx.db
    .selectFrom('person')
    .select(['person.id', 'person.birthOn', 'person.teachingSince'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('employment')
            .select('employment.id')
            .whereRef('employment.personId', '=', 'person.id')
            .where('employment.postCode', 'in', LEADING_POSTS)
            .where('employment.startedOn', '<=', tx.today)
            .where((or) => or.or([or('employment.endedOn', 'is', null), or('employment.endedOn', '>=', tx.today)])),
        )
        .as('leads'),
    )
    .where('person.id', 'in', ids)
    .execute();
  return new Map(people.map(({ id, leads, ...person }) => [id, { ...person, leads: Boolean(leads) }]));
}
