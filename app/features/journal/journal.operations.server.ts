import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { JournalLine } from './journal.ts';

/** Writes the act's line; called inside the act's transaction. */
export async function journal(tx: Context, line: JournalLine): Promise<void> {
  await journalAll(tx, [line]);
}

/** Writes the lines of an act upon many objects at once. */
export async function journalAll(tx: Context, lines: readonly JournalLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.db
    .insertInto('journalEntry')
    .values(
      lines.map((line) => ({
        id: newId(),
        happenedAt: tx.now,
        act: line.act,
        actorId: tx.actor.kind === 'person' ? tx.actor.personId : null,
        systemName: tx.actor.kind === 'system' ? tx.actor.name : null,
        unitId: line.unitId,
        regionId: line.regionId,
        objectKind: line.objectKind,
        objectId: line.objectId,
        personId: line.personId ?? null,
        before: JSON.stringify(line.before ?? null),
        after: JSON.stringify(line.after ?? null),
      })),
    )
    .execute();
}
