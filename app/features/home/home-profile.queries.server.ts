import { holdsByRole } from '#app/access/actor.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { missingIn } from '../mentor-profiles/mentor-profile.ts';
import { findProfileFacts } from '../mentor-profiles/profile-facts.server.ts';
import { shortName } from '../people/person-name.ts';
import { READ_OF_A_KIND, type Task } from './home.ts';

/** What a mentor's own profile still lacks, as one task. */
export async function tasksOfOwnProfile(ctx: Context): Promise<Task[]> {
  const me = personOf(ctx);
  const isMentor = ctx.actor.kind === 'person' && ctx.actor.grants.some(({ role }) => role === 'mentor');
  if (!isMentor) return [];
  const facts = (await findProfileFacts(ctx, [me])).get(me);
  const missing = facts ? missingIn(facts).length : 0;
  if (missing === 0) return [];
  const about = String(missing);
  return [{ kind: 'profile-missing', key: me, href: paths.mentorProfile(me), about, since: null, until: null }];
}

/** Results of mentors that wait for somebody else to see their evidence. */
export async function tasksOfResults(ctx: Context): Promise<Task[]> {
  if (!holdsByRole(ctx.actor, 'mentorResult.confirm')) return [];
  const rows = await ctx.db
    .selectFrom('mentorResult')
    .innerJoin('person', 'person.id', 'mentorResult.personId')
    .select(['mentorResult.id', 'mentorResult.createdAt'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'mentorResult.confirm'))
    .where('mentorResult.personId', '<>', personOf(ctx))
    .where('mentorResult.confirmedOn', 'is', null)
    .where('mentorResult.withdrawnOn', 'is', null)
    .orderBy('mentorResult.createdAt')
    .orderBy('mentorResult.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map((row) => ({
    kind: 'result-to-confirm',
    key: row.id,
    href: paths.mentorResultConfirm(row.id),
    about: shortName(row),
    since: dayOf(row.createdAt, ctx.timeZone),
    until: null,
  }));
}
