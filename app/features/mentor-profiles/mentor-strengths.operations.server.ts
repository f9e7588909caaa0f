import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { placeOfProfile } from './held-profile.server.ts';
import type { Strength } from './mentor-profile.ts';

/**
 * Puts the strengths of a mentor by areas in the place of the former ones: the mentor, or the curator on behalf. Throws
 * NotFound. Source: 002-37.
 */
export async function setStrengths(ctx: Context, personId: Id, strengths: readonly Strength[]): Promise<void> {
  await transact(ctx, async (tx) => {
    const place = await placeOfProfile(tx, personId);
    const had = await tx.db
      .deleteFrom('mentorStrength')
      .where('personId', '=', personId)
      .returning('areaCode')
      .execute();
    if (strengths.length > 0) {
      const rows = strengths.map((strength) => ({ personId, ...place, ...strength }));
      await tx.db.insertInto('mentorStrength').values(rows).execute();
    }
    const line = { objectKind: 'mentorStrength', objectId: personId, ...place, personId };
    const count = (areas: number) => ({ areasCount: areas });
    await journal(tx, { act: 'setStrengths', ...line, before: count(had.length), after: count(strengths.length) });
  });
}
