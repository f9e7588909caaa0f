import { type Context, personOf } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { Day } from '#db/schema.ts';
import type { LockedAct } from './locked-act.server.ts';

/** Records the simple signature of the approver: the approval in the program is the signature (law 63-FZ, article 5). */
export async function signSimply(tx: Context, act: LockedAct, signedOn: Day): Promise<void> {
  const { id: actId, unitId, regionId, documentHash } = act;
  const by = { signerId: personOf(tx), recordedBy: personOf(tx), createdAt: tx.now };
  await tx.db
    .insertInto('actSignature')
    .values({ id: newId(), actId, unitId, regionId, kind: 'simple', signedOn, documentHash, ...by })
    .execute();
}
