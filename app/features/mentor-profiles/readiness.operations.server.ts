import { type Context, personOf } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import type { ReadySide } from './mentor-profile.ts';

/** What a participant says of the own readiness. */
export interface Readiness {
  /** Ready to write regularly. */
  isWritingReady: boolean;
  /** At ease with mail, calls and files. */
  isInternetReady: boolean;
  /** Accepts the code of the side. */
  isCodeAccepted: boolean;
}

/**
 * Records what the actor says of the own readiness for a side; what is said again keeps its first day, what is taken
 * back loses it. Source: 000-18, 000-20, 000-21.
 */
export async function declareReadiness(ctx: Context, side: ReadySide, said: Readiness): Promise<void> {
  const personId = personOf(ctx);
  await transact(ctx, async (tx) => {
    const place = await tx.db
      .selectFrom('person')
      .select(['unitId', 'regionId'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    await tx.db
      .insertInto('participantReadiness')
      .values({ personId, side, ...place })
      .onConflict((conflict) => conflict.columns(['personId', 'side']).doNothing())
      .execute();
    const own = tx.db
      .selectFrom('participantReadiness')
      .select(['writingReadyOn', 'internetReadyOn', 'codeAcceptedOn', 'version'])
      .where('personId', '=', personId)
      .where('side', '=', side);
    const { version, ...before } = await own.forUpdate().executeTakeFirstOrThrow();
    const dayOf = (isSaid: boolean, known: Day | null) => (isSaid ? (known ?? tx.today) : null);
    const after = {
      writingReadyOn: dayOf(said.isWritingReady, before.writingReadyOn),
      internetReadyOn: dayOf(said.isInternetReady, before.internetReadyOn),
      codeAcceptedOn: dayOf(said.isCodeAccepted, before.codeAcceptedOn),
    };
    await tx.db
      .updateTable('participantReadiness')
      .set({ ...after, version: version + 1 })
      .where('personId', '=', personId)
      .where('side', '=', side)
      .execute();
    const line = { objectKind: 'participantReadiness', objectId: personId, ...place, personId };
    await journal(tx, { act: 'declareReadiness', ...line, before: { ...before, side }, after: { ...after, side } });
  });
}
