import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { type LockedMentorship, lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import { type ChangeKind, type ChangeState, changeKind, changeState } from './membership.ts';

/** A change of members held with its mentorship for the length of the transaction. */
export interface LockedChange {
  id: Id;
  kind: ChangeKind;
  state: ChangeState;
  personId: Id;
  replacedMemberId: Id | null;
  startedOn: Day;
  answeredOn: Day | null;
  manner: 'electronic' | 'paper';
  proposedBy: Id;
  /** Day of the invitation. */
  proposedOn: Day;
  version: number;
  mentorship: LockedMentorship;
}

/** The change, locked after its mentorship: every act about members waits for closings and pauses. Throws NotFound. */
export async function lockedChange(tx: Context, id: Id): Promise<LockedChange> {
  const known = await tx.db
    .selectFrom('membershipChange')
    .select('mentorshipId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known) throw new NotFound('membershipChange');
  const mentorship = await lockedMentorship(tx, known.mentorshipId);
  const row = await tx.db
    .selectFrom('membershipChange')
    .select(['id', 'kind', 'state', 'personId', 'replacedMemberId', 'startedOn', 'answeredOn', 'manner'])
    .select(['proposedBy', 'version', 'createdAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { createdAt, ...change } = row;
  const manner = row.manner === 'paper' ? 'paper' : 'electronic';
  const proposedOn = dayOf(createdAt, tx.timeZone);
  return { ...change, kind: changeKind(row.kind), state: changeState(row.state), manner, proposedOn, mentorship };
}
