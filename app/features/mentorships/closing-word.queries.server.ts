import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { ruleAgainstClosingWord } from './closing-word.ts';
import { mentorshipState, type Side } from './mentorship.ts';
import { membersOn, namesOf } from './mentorship-sides.server.ts';

/** The mentorship one says the closing words about, with what one has written. Throws NotFound for who was no member. */
export async function findOwnClosingWord(ctx: Context, mentorshipId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .leftJoin('closingWord', (join) =>
      join.onRef('closingWord.mentorshipId', '=', 'mentorship.id').on('closingWord.personId', '=', personOf(ctx)),
    )
    .select([
      'mentorship.id',
      'mentorship.state',
      'mentorship.startedOn',
      'mentorship.endedOn',
      'mentorship.finishedOn',
    ])
    .select([membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .select(['closingWord.words', 'closingWord.version'])
    .where('mentorship.id', '=', mentorshipId)
    .where(within(ctx, 'mentorship.closingWord'))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  const { state, mentors, mentees, version, ...facts } = row;
  const refusal = ruleAgainstClosingWord({ state: mentorshipState(state), finishedOn: facts.finishedOn }, ctx.today);
  return { ...facts, refusal, mentor: namesOf(mentors), mentee: namesOf(mentees), version: version ?? 0 };
}

/** What somebody said at the end. */
export interface ClosingWord {
  id: Id;
  name: string;
  side: Side;
  words: string;
  writtenOn: Day;
}

/** What the sides said, for who is told the answers; the first that was written first. */
export async function listClosingWords(ctx: Context, mentorshipId: Id): Promise<ClosingWord[]> {
  const rows = await ctx.db
    .selectFrom('closingWord')
    .innerJoin('mentorship', 'mentorship.id', 'closingWord.mentorshipId')
    .innerJoin('person', 'person.id', 'closingWord.personId')
    .select(['closingWord.id', 'closingWord.side', 'closingWord.words', 'closingWord.writtenOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('closingWord.mentorshipId', '=', mentorshipId)
    .where(within(ctx, 'mentorship.answers'))
    .orderBy('closingWord.createdAt')
    .orderBy('closingWord.id')
    .limit(50)
    .execute();
  return rows.map(({ lastName, firstName, middleName, side, ...row }) => ({
    ...row,
    side: side === 'mentor' ? 'mentor' : 'mentee',
    name: shortName({ lastName, firstName, middleName }),
  }));
}
