import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import type { Goal } from './programme.ts';

/** A programme whose row is locked until the end of the act. */
export type LockedProgramme = Awaited<ReturnType<typeof lockedProgrammeOf>>;

function locked(tx: Context) {
  return tx.db
    .selectFrom('programme')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .select(['programme.id', 'programme.mentorshipId', 'programme.unitId', 'programme.regionId', 'programme.state'])
    .select(['programme.problem', 'programme.aim', 'programme.startedOn', 'programme.endedOn', 'programme.version'])
    .select(['mentorship.state as mentorshipState'])
    .select(['mentorship.startedOn as mentorshipStartedOn', 'mentorship.endedOn as mentorshipEndedOn'])
    .forUpdate('programme');
}

/** The programme of a mentorship, locked. Throws NotFound. */
export async function lockedProgrammeOf(tx: Context, mentorshipId: Id) {
  const row = await locked(tx).where('programme.mentorshipId', '=', mentorshipId).executeTakeFirst();
  if (!row) throw new NotFound('programme');
  const { mentorshipStartedOn, mentorshipEndedOn, ...programme } = row;
  return { ...programme, mentorship: { startedOn: mentorshipStartedOn, endedOn: mentorshipEndedOn } };
}

/** The programme a goal belongs to, locked, with the goal. Throws NotFound. */
export async function lockedGoal(tx: Context, goalId: Id) {
  const owner = await tx.db
    .selectFrom('programmeGoal')
    .innerJoin('programme', 'programme.id', 'programmeGoal.programmeId')
    .select('programme.mentorshipId')
    .where('programmeGoal.id', '=', goalId)
    .executeTakeFirst();
  if (!owner) throw new NotFound('goal');
  const programme = await lockedProgrammeOf(tx, owner.mentorshipId);
  const goal = await tx.db
    .selectFrom('programmeGoal')
    .select(['id', 'aim', 'indicator', 'startValue', 'targetValue', 'version'])
    .where('id', '=', goalId)
    .executeTakeFirst();
  if (!goal) throw new NotFound('goal');
  return { programme, goal };
}

/** The programme a plan item belongs to, locked, with the item. Throws NotFound. */
export async function lockedPlanItem(tx: Context, itemId: Id) {
  const owner = await tx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .select('programme.mentorshipId')
    .where('planItem.id', '=', itemId)
    .executeTakeFirst();
  if (!owner) throw new NotFound('plan item');
  const programme = await lockedProgrammeOf(tx, owner.mentorshipId);
  const item = await tx.db
    .selectFrom('planItem')
    .select(['id', 'kind', 'topic', 'dueOn', 'product', 'doneOn', 'resultNote', 'version'])
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (!item) throw new NotFound('plan item');
  return { programme, item };
}

/** Goals of a programme in their order. */
export async function goalsOf(tx: Context, programmeId: Id): Promise<Goal[]> {
  return tx.db
    .selectFrom('programmeGoal')
    .select(['aim', 'indicator', 'startValue', 'targetValue'])
    .where('programmeId', '=', programmeId)
    .orderBy('position')
    .execute();
}

/** Due days of a programme's items. */
export async function dueDaysOf(tx: Context, programmeId: Id): Promise<Day[]> {
  const rows = await tx.db.selectFrom('planItem').select('dueOn').where('programmeId', '=', programmeId).execute();
  return rows.map((row) => row.dueOn);
}

/** Moves the programme to its next version: whoever decides about an older one is told. */
export async function bumpVersion(tx: Context, programmeId: Id): Promise<void> {
  await tx.db
    .updateTable('programme')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', programmeId)
    .execute();
}

/** The act's line in the journal; texts of the pair are not copied there, only which fields changed. */
export async function journalProgramme(
  tx: Context,
  act: string,
  programme: { id: Id; unitId: Id; regionId: Id | null },
  about: { objectKind?: string; objectId?: Id; before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  const { unitId, regionId } = programme;
  await journal(tx, { act, objectKind: 'programme', objectId: programme.id, unitId, regionId, ...about });
}

/** Names of the fields whose text differs. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => (old.get(field) === value ? [] : [field]));
}
