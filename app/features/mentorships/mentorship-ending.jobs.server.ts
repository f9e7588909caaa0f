import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { lockedMentorship } from './locked-mentorship.server.ts';
import { closeMentorship } from './mentorship.operations.server.ts';
import { listRunOut } from './mentorship-notice.queries.server.ts';
import { runningNotice } from './running-notice.server.ts';

const AT_ONCE = 100;

/** Closes mentorships whose last day by notice has passed, each in its own transaction; safe to repeat. Source: BR-03. */
export async function closeRunOut(ctx: Context): Promise<void> {
  for (;;) {
    const due = await listRunOut(ctx, AT_ONCE);
    for (const { mentorshipId } of due) {
      await transact(ctx, async (tx) => {
        const { state, version, endedOn } = await lockedMentorship(tx, mentorshipId);
        // Somebody may have closed it, or taken the notice back, while the lock was awaited.
        const notice = await runningNotice(tx, mentorshipId);
        if (state !== 'active' || !notice) return;
        const finishedOn = notice.endsOn < endedOn ? notice.endsOn : endedOn;
        await closeMentorship(tx, mentorshipId, { finishedOn, version });
      });
    }
    if (due.length < AT_ONCE) return;
  }
}
