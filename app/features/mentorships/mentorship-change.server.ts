import type { Context } from '#app/core/context.server.ts';
import type { Day } from '#db/schema.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { requestReopened } from '../mentoring-requests/request-match.server.ts';
import type { LockedMentorship } from './locked-mentorship.server.ts';
import { type MentorshipState, mayBecome } from './mentorship.ts';

/** States in which the request behind a proposal waits again. */
const CAME_TO_NOTHING: readonly MentorshipState[] = ['declined', 'withdrawn', 'expired'];

/** Writes the next state of a held mentorship and raises its version. A step outside `TRANSITIONS` is a fault. */
export async function changeMentorship(
  tx: Context,
  mentorship: LockedMentorship,
  changed: { state: MentorshipState; finishedOn?: Day; outcome?: string },
): Promise<void> {
  if (!mayBecome(mentorship.state, changed.state))
    throw new Error(`a mentorship never goes from ${mentorship.state} to ${changed.state}`);
  await tx.db
    .updateTable('mentorship')
    .set({ ...changed, version: mentorship.version + 1 })
    .where('id', '=', mentorship.id)
    .execute();
  if (CAME_TO_NOTHING.includes(changed.state)) await requestReopened(tx, mentorship.id);
}

/** Ends the members' periods on the last day; who would have come later never came, who had left stays as he was. */
export async function endMembersOf(tx: Context, { id }: LockedMentorship, finishedOn: Day): Promise<void> {
  const late = tx.db.deleteFrom('mentorshipMember').where('mentorshipId', '=', id);
  await late.where('startedOn', '>', finishedOn).execute();
  const members = tx.db.updateTable('mentorshipMember').set({ endedOn: finishedOn }).where('mentorshipId', '=', id);
  await members.where('endedOn', '>', finishedOn).execute();
}

/** Takes back what was still open about members of a mentorship that is over. */
export async function withdrawOpenChanges(tx: Context, { id }: LockedMentorship): Promise<void> {
  await tx.db
    .updateTable('membershipChange')
    .set((eb) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('mentorshipId', '=', id)
    .where('state', 'in', ['proposed', 'consented'])
    .execute();
}

/** Marks the counters of every organisation a member comes from. */
export async function markMembersDirty(tx: Context, { unitId, members }: LockedMentorship): Promise<void> {
  await markMonitoringDirtyAll(tx, [unitId, ...members.map((member) => member.unitId)]);
}
