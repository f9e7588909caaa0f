import type { Context } from '#app/core/context.server.ts';
import type { Day } from '#db/schema.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import type { LockedMentorship } from './locked-mentorship.server.ts';
import type { MentorshipState } from './mentorship.ts';

/** Writes what changed in a held mentorship and raises its version. */
export async function changeMentorship(
  tx: Context,
  mentorship: LockedMentorship,
  changed: { state: MentorshipState; finishedOn?: Day },
): Promise<void> {
  await tx.db
    .updateTable('mentorship')
    .set({ ...changed, version: mentorship.version + 1 })
    .where('id', '=', mentorship.id)
    .execute();
}

/** Marks the counters of every organisation a member comes from. */
export async function markMembersDirty(tx: Context, { unitId, members }: LockedMentorship): Promise<void> {
  await markMonitoringDirtyAll(tx, [unitId, ...members.map((member) => member.unitId)]);
}
