import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { ruleAgainstClosingWord } from './closing-word.ts';
import { lockedMentorship } from './locked-mentorship.server.ts';
import { journalPlace } from './mentorship-line.ts';

/**
 * Writes what a member says at the end, or puts it otherwise; version 0 means nothing was there. Throws NotFound for who
 * was no member; StaleWrite; RuleBroken `closing-word-not-now`, `closing-word-too-late`. The journal holds no word of it.
 */
export async function writeClosingWord(
  ctx: Context,
  mentorshipId: Id,
  input: { words: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.closingWord', mentorshipId);
    const personId = personOf(tx);
    const member = mentorship.members.find((one) => one.personId === personId);
    if (!member) throw new NotFound('member');
    const finishedOn = await lastDayOf(tx, mentorshipId);
    const refusal = ruleAgainstClosingWord({ state: mentorship.state, finishedOn }, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    const known = await tx.db
      .selectFrom('closingWord')
      .select(['id', 'words', 'version'])
      .where('mentorshipId', '=', mentorshipId)
      .where('personId', '=', personId)
      .executeTakeFirst();
    if ((known?.version ?? 0) !== input.version) {
      throw new StaleWrite({ words: known?.words ?? '', version: String(known?.version ?? 0) });
    }
    const said = { words: input.words, writtenOn: tx.today };
    if (known) {
      const changed = tx.db.updateTable('closingWord').set({ ...said, version: known.version + 1 });
      await changed.where('id', '=', known.id).execute();
    } else {
      const { unitId, regionId } = mentorship;
      const place = { id: newId(), mentorshipId, unitId, regionId, personId, side: member.side, createdAt: tx.now };
      await tx.db
        .insertInto('closingWord')
        .values({ ...place, ...said })
        .execute();
    }
    await journal(tx, { act: 'writeClosingWord', ...journalPlace(mentorship), personId });
  });
}

async function lastDayOf(tx: Context, id: Id) {
  const row = tx.db.selectFrom('mentorship').select('finishedOn').where('id', '=', id);
  return (await row.executeTakeFirstOrThrow()).finishedOn;
}
