import { makePapers } from '#app/demo/factories/papers.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { actorWith, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

/** People of one school who lead a mentorship through its life. */
export interface School {
  curator: Awaited<ReturnType<typeof actorWith>>;
  head: Awaited<ReturnType<typeof actorWith>>;
}

/** A curator and a head at a school of the world. */
export async function schoolOf(world: World, unitId: Id): Promise<School> {
  return { curator: await actorWith(world, 'curator', unitId), head: await actorWith(world, 'head', unitId) };
}

/** An experienced and a young teacher of one school. */
export async function pairAt(world: World, unitId: Id): Promise<{ mentorId: Id; menteeId: Id }> {
  return { mentorId: await hire(world, unitId), menteeId: await hireYoung(world, unitId) };
}

/** Gets the papers an order waits for, draws it up, submits it and approves exactly what was shown; its id. */
export async function order(world: World, { curator, head }: School, unitId: Id, ids: Id[], day: string) {
  for (const id of ids) await makePapers({ curator, head }, id);
  const draft = { unitId, mentorshipIds: ids, programmeDueOn: TODAY, control: 'head' as const };
  const { id } = await draftOrder(curator, draft);
  await submitAct(curator, id, { version: 1 });
  const { documentHash } = await world.db
    .selectFrom('localAct')
    .select('documentHash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await approveAct(head, id, { hash: documentHash, registeredOn: day });
  return id;
}

/** The stored mentorship. */
export function storedMentorship(world: World, id: Id) {
  return world.db.selectFrom('mentorship').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Acts of the journal about an object, in order. */
export async function actsUpon(world: World, objectId: Id): Promise<string[]> {
  const rows = await world.db
    .selectFrom('journalEntry')
    .select('act')
    .where('objectId', '=', objectId)
    .orderBy('id')
    .execute();
  return rows.map(({ act }) => act);
}

/** Kinds of notices a person got, in order. */
export async function newsTo(world: World, personId: Id): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notice')
    .select('kind')
    .where('personId', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(({ kind }) => kind);
}
