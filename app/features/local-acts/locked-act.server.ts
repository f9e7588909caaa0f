import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import type { ActValues } from './act-values.ts';
import { type ActState, actState } from './local-act.ts';

/** An act held for the length of the transaction. */
export interface LockedAct {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  kind: string;
  heading: string;
  state: ActState;
  documentHash: string;
  authorId: Id;
  submittedOn: Day | null;
  reviewDueOn: Day | null;
  supersedesId: Id | null;
  inForceOn: Day | null;
  endedOn: Day | null;
  endGround: string | null;
  signatureKind: string | null;
  version: number;
  values: ActValues;
  mentorshipIds: Id[];
}

/** The act's row, locked; concurrent approvals, edits and returns wait for each other. Throws NotFound. */
export async function lockedAct(tx: Context, id: Id): Promise<LockedAct> {
  const row = await tx.db
    .selectFrom('localAct')
    .select([
      'id',
      'unitId',
      'regionId',
      'kind',
      'heading',
      'state',
      'documentHash',
      'authorId',
      'submittedAt',
      'reviewDueOn',
      'supersedesId',
      'inForceOn',
      'endedOn',
      'endGround',
      'signatureKind',
      'version',
      'values',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('act');
  const named = await tx.db
    .selectFrom('localActMentorship')
    .select('mentorshipId')
    .where('actId', '=', id)
    .orderBy('mentorshipId')
    .execute();
  const { submittedAt, values, state, ...rest } = row;
  return {
    ...rest,
    state: actState(state),
    submittedOn: submittedAt && dayOf(submittedAt, tx.timeZone),
    // Written by the operations that draw acts up only, from the same types.
    values: values as ActValues,
    mentorshipIds: named.map(({ mentorshipId }) => mentorshipId),
  };
}
