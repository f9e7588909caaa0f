import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { StaleWrite } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';

/** An agreement locked for an act upon it. */
export interface LockedAgreement {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  number: string;
  signedOn: Day;
  startedOn: Day;
  endedOn: Day | null;
  subject: string;
  endReason: string | null;
  version: number;
}

/** The agreement's row, locked against every other act upon it. Throws NotFound. */
export async function lockedAgreement(tx: Context, id: Id): Promise<LockedAgreement> {
  const row = await tx.db
    .selectFrom('cooperationAgreement')
    .select([
      'id',
      'unitId',
      'regionId',
      'number',
      'signedOn',
      'startedOn',
      'endedOn',
      'subject',
      'endReason',
      'version',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('agreement');
  return row;
}

/** Refuses a form that was opened before somebody else saved. Throws StaleWrite with what stands there now. */
export function refuseStale(agreement: LockedAgreement, version: number): void {
  if (agreement.version === version) return;
  throw new StaleWrite({
    number: agreement.number,
    signedOn: formatDay(agreement.signedOn),
    startedOn: formatDay(agreement.startedOn),
    endedOn: agreement.endedOn ? formatDay(agreement.endedOn) : '',
    subject: agreement.subject,
    version: String(agreement.version),
  });
}
