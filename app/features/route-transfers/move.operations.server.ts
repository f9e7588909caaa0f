import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { settleMoved } from '../erasures/erased-data.server.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { closeLeftBehind } from '../mentor-choice/left-behind.server.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { heldUnit } from '../org-units/unit-life.server.ts';
import { shortName } from '../people/person-name.ts';
import { ruleAgainstMoveDay } from './move.ts';
import { followOwner } from './transfer.operations.server.ts';

/** Where a teacher goes. */
export interface NewMove {
  unitId: Id;
  postCode: string;
  subject: string | null;
  startsOn: Day;
  /** The route goes along: the consent BR-22 asks for. */
  takesRoute: boolean;
}

/**
 * A teacher says which organisation he has moved to; its curators and HR officers are asked to take him on. Throws
 * NotFound, RuleBroken `person-move-elsewhere`, `move-too-early`, `move-too-late`, `move-unit-closed`,
 * `move-already-asked`. Source: 002-34, BR-22.
 */
export async function askToMove(ctx: Context, input: NewMove, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const personId = personOf(tx);
    return once(tx, onceKey, input, async () => {
      const person = await lockedPerson(tx, personId);
      if (person.unitId === input.unitId) throw new RuleBroken('person-move-elsewhere', 'unitId');
      const refusal = ruleAgainstMoveDay(input.startsOn, tx.today);
      if (refusal) throw new RuleBroken(refusal, 'startsOn');
      const unit = await heldUnit(tx, input.unitId);
      if (unit.endedOn !== null) throw new RuleBroken('move-unit-closed', 'unitId');
      const id = newId();
      const { regionId } = unit;
      const asked = { personId, regionId, fromUnitId: person.unitId, askedOn: tx.today };
      await tx.db
        .insertInto('personMove')
        .values({ id, ...asked, ...input })
        .execute();
      const after = { startsOn: input.startsOn, takesRoute: input.takesRoute };
      await journalMove(tx, 'askToMove', { id, personId, unitId: input.unitId, regionId }, after);
      const news = { kind: 'move-asked', path: paths.personMoveAnswer(id) } as const;
      const keepers = await keepersOf(tx, input.unitId);
      await notifyAll(
        tx,
        keepers.map((keeper) => ({
          personId: keeper,
          unitId: input.unitId,
          ...news,
          details: { person: shortName(person) },
        })),
      );
      return { id };
    });
  });
}

/** The teacher takes his word back. Throws NotFound, StaleWrite, RuleBroken `move-answered`. */
export async function withdrawMove(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const move = await lockedMove(tx, id);
    await assertCan(tx, 'personMove.withdraw', id);
    await settle(tx, move, input.version, 'withdrawn');
    await journalMove(tx, 'withdrawMove', move, { state: 'withdrawn' });
  });
}

/**
 * The new organisation takes the teacher on, or not. Taken on, he works there from his first day and has it as his home
 * unit; his route follows if he said so, and otherwise waits for his word. Throws NotFound, StaleWrite, RuleBroken
 * `move-answered`, `move-unit-closed`, `employment-overlaps`.
 */
export async function answerMove(
  ctx: Context,
  id: Id,
  input: { answer: 'accepted' | 'declined'; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await tx.db.selectFrom('personMove').select('personId').where('id', '=', id).executeTakeFirst();
    if (!found) throw new NotFound('move');
    const person = await lockedPerson(tx, found.personId);
    const move = await lockedMove(tx, id);
    await assertCan(tx, 'personMove.answer', id);
    await settle(tx, move, input.version, input.answer);
    await journalMove(tx, 'answerMove', move, { state: input.answer });
    const kind = input.answer === 'accepted' ? 'move-accepted' : 'move-declined';
    await notify(tx, { personId: move.personId, kind, path: paths.myMove() });
    if (input.answer === 'declined') return;
    await takeOn(tx, person, move);
    await followOwner(tx, move.personId, { isAgreed: move.takesRoute });
    const left = await keepersOf(tx, move.fromUnitId);
    const news = {
      kind: 'person-left',
      path: paths.person(move.personId),
      details: { person: shortName(person) },
    } as const;
    await notifyAll(
      tx,
      left.map((personId) => ({ personId, unitId: move.fromUnitId, ...news })),
    );
    await markMonitoringDirtyAll(tx, [move.unitId, move.fromUnitId]);
  });
}

type Person = Awaited<ReturnType<typeof lockedPerson>>;
type Move = Awaited<ReturnType<typeof lockedMove>>;

async function takeOn(tx: Context, person: Person, move: Move): Promise<void> {
  const { unitId, postCode, subject, startsOn, personId } = move;
  const { regionId, endedOn } = await heldUnit(tx, unitId);
  if (endedOn !== null) throw new RuleBroken('move-unit-closed');
  const work = { id: newId(), personId, unitId, regionId, postCode, subject, startedOn: startsOn };
  await tx.db.insertInto('employment').values(work).execute();
  const home = { unitId, regionId, version: person.version + 1 };
  await tx.db.updateTable('person').set(home).where('id', '=', personId).execute();
  await settleMoved(tx, personId, unitId);
  await closeLeftBehind(tx, { personId, unitId: person.unitId });
}

async function settle(tx: Context, move: Move, version: number, state: string): Promise<void> {
  if (move.state !== 'asked') throw new RuleBroken('move-answered');
  if (move.version !== version) throw new StaleWrite({ version: String(move.version) });
  const decided = { state, decidedOn: tx.today, decidedBy: personOf(tx), version: version + 1 };
  await tx.db.updateTable('personMove').set(decided).where('id', '=', move.id).execute();
}

async function lockedMove(tx: Context, id: Id) {
  const move = await tx.db.selectFrom('personMove').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!move) throw new NotFound('move');
  return move;
}

async function lockedPerson(tx: Context, id: Id) {
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'unitId', 'version', 'lastName', 'firstName', 'middleName'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  return person;
}

/** Curators and HR officers of a unit today. */
async function keepersOf(tx: Context, unitId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('role', 'in', ['curator', 'hrOfficer'])
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .execute();
  return rows.map(({ personId }) => personId);
}

async function journalMove(
  tx: Context,
  act: string,
  { id, unitId, regionId, personId }: { id: Id; unitId: Id; regionId: Id | null; personId: Id },
  after: Record<string, unknown>,
): Promise<void> {
  await journal(tx, { act, objectKind: 'person_move', objectId: id, unitId, regionId, personId, after });
}
