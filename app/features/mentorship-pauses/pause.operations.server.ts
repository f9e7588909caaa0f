import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays, formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { rulesOfOverload } from '../mentor-profiles/workload.ts';
import { holdPeople, type LockedMentorship, lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import { markMembersDirty } from '../mentorships/mentorship-change.server.ts';
import { journalPlace, noticesToSides } from '../mentorships/mentorship-line.ts';
import { holdPlaces } from '../mentorships/new-mentorship.server.ts';
import { findPoolFacts } from '../mentorships/pair-facts.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { type PauseReason, ruleAgainstPause, ruleAgainstResuming } from './pause.ts';

/**
 * Records the days on which a mentorship rests. Throws NotFound, Forbidden; RuleBroken with a code of `PauseRule`, or
 * `already-paused`.
 */
export async function pauseMentorship(
  ctx: Context,
  mentorshipId: Id,
  input: { reason: PauseReason; startedOn: Day; endedOn: Day; freesPlace: boolean },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.pause', mentorshipId);
    const refusal = ruleAgainstPause(mentorship, input, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const { unitId, regionId } = mentorship;
    const id = newId();
    const origin = { recordedBy: personOf(tx), createdAt: tx.now };
    await tx.db
      .insertInto('mentorshipPause')
      .values({ id, mentorshipId, unitId, regionId, ...input, ...origin })
      .execute();
    await raise(tx, mentorship);
    // Why somebody is away is told on the pages of the organisation, not to whoever reads the journal.
    const { startedOn, endedOn } = input;
    await journal(tx, { act: 'pauseMentorship', ...journalPlace(mentorship), after: { startedOn, endedOn } });
    await notifyAll(tx, noticesToSides(mentorship, 'mentorship-paused'));
    await markMembersDirty(tx, mentorship);
    return { id };
  });
}

/**
 * Lets work resume on a day within the pause; a place that was given away meanwhile must be free again. Throws NotFound,
 * Forbidden, StaleWrite; RuleBroken with a code of `PauseRule`, `no-capacity` or `no-hours`.
 */
export async function resumeMentorship(
  ctx: Context,
  pauseId: Id,
  input: { resumedOn: Day; version: number },
): Promise<{ mentorshipId: Id }> {
  return transact(ctx, async (tx) => {
    const known = await tx.db
      .selectFrom('mentorshipPause')
      .select('mentorshipId')
      .where('id', '=', pauseId)
      .executeTakeFirst();
    if (!known) throw new NotFound('pause');
    const mentorship = await lockedMentorship(tx, known.mentorshipId);
    await assertCan(tx, 'mentorship.pause', mentorship.id);
    const pause = await tx.db
      .selectFrom('mentorshipPause')
      .select(['startedOn', 'endedOn', 'freesPlace', 'version'])
      .where('id', '=', pauseId)
      .executeTakeFirstOrThrow();
    if (pause.version !== input.version)
      throw new StaleWrite({ resumedOn: formatDay(addDays(pause.endedOn, 1)), version: String(pause.version) });
    const refusal = ruleAgainstResuming(mentorship.state, pause, input.resumedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    if (pause.freesPlace) await holdMentors(tx, mentorship);
    const endedOn = addDays(input.resumedOn, -1);
    await tx.db
      .updateTable('mentorshipPause')
      .set({ endedOn, version: pause.version + 1 })
      .where('id', '=', pauseId)
      .execute();
    if (pause.freesPlace) await refuseGivenAway(tx, mentorship, { startedOn: input.resumedOn, endedOn: pause.endedOn });
    await raise(tx, mentorship);
    const change = { before: { endedOn: pause.endedOn }, after: { endedOn } };
    await journal(tx, { act: 'resumeMentorship', ...journalPlace(mentorship), ...change });
    await notifyAll(tx, noticesToSides(mentorship, 'mentorship-resumed'));
    await markMembersDirty(tx, mentorship);
    return { mentorshipId: mentorship.id };
  });
}

async function holdMentors(tx: Context, { mentors }: LockedMentorship): Promise<void> {
  const places = mentors.map(({ personId: id, unitId, regionId }) => ({ id, unitId, regionId }));
  await holdPeople(
    tx,
    places.map(({ id }) => id),
  );
  await holdPlaces(tx, places);
}

async function refuseGivenAway(
  tx: Context,
  { mentors }: LockedMentorship,
  days: { startedOn: Day; endedOn: Day },
): Promise<void> {
  const ids = mentors.map(({ personId }) => personId);
  const pool = await findPoolFacts(tx, [], ids);
  for (const mentor of pool.mentors.values()) {
    const [broken] = rulesOfOverload(mentor, days);
    if (broken) throw new RuleBroken(broken, 'resumedOn');
  }
}

async function raise(tx: Context, { id, version }: LockedMentorship): Promise<void> {
  await tx.db
    .updateTable('mentorship')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
}
