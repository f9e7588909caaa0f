import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { draftOrder, editOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct, returnAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

const ROUNDS = 110;
const db = testDatabase();
let world: World;
let curator: Context;
let head: Context;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
});

async function actToApprove(): Promise<{ id: Id; documentHash: string }> {
  const pair = { mentorId: await hire(world, world.school), menteeId: await hireYoung(world, world.school) };
  const { id: mentorshipId } = await makeConsented(curator, pair);
  await makePapers({ curator, head }, mentorshipId);
  const order = { unitId: world.school, mentorshipIds: [mentorshipId], programmeDueOn: '2026-12-20' };
  const { id } = await draftOrder(curator, { ...order, control: 'author' });
  await submitAct(curator, id, { version: 1 });
  return db.selectFrom('localAct').select(['id', 'documentHash']).where('id', '=', id).executeTakeFirstOrThrow();
}

test(`an act is decided once: two tabs approve, one returns, the author edits, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async () => {
    const act = await actToApprove();
    const approve = () => approveAct(head, act.id, { hash: act.documentHash, registeredOn: TODAY });
    const giveBack = () => returnAct(head, act.id, { reason: 'Уточните срок программы.' });
    const correction = { programmeDueOn: '2026-12-25', control: 'author', corrections: [] } as const;
    const edit = () => editOrder(curator, act.id, { ...correction, corrections: [], version: 2 });
    const [decided, [edited]] = await Promise.all([together<unknown>([approve, approve, giveBack]), together([edit])]);
    const complaints = unlessOneWon(decided, ['not-under-review']);
    return [...complaints, ...(await contradictions(act, edited?.refused === null))];
  });
  console.log(`${ROUNDS} rounds of approval, ${wrong.length} broken`);
  expect(wrong).toEqual([]);
  const numbers = await db.selectFrom('localAct').select('number').where('number', 'is not', null).execute();
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(0);
});

/** What stands in the database beside the one decision: text, lines of the journal, the mentorship. */
async function contradictions(act: { id: Id; documentHash: string }, isEdited: boolean): Promise<string[]> {
  const stored = await db
    .selectFrom('localAct')
    .innerJoin('localActMentorship', 'localActMentorship.actId', 'localAct.id')
    .innerJoin('mentorship', 'mentorship.id', 'localActMentorship.mentorshipId')
    .select(['localAct.state', 'localAct.documentHash', 'mentorship.state as mentorshipState'])
    .where('localAct.id', '=', act.id)
    .executeTakeFirstOrThrow();
  const lines = await db.selectFrom('journalEntry').select('act').where('objectId', '=', act.id).execute();
  const decisions = lines.filter(({ act: name }) => name === 'approveAct' || name === 'returnAct').length;
  const isApproved = stored.state === 'approved';
  return [
    ...(decisions === 1 ? [] : [`${decisions} decisions in the journal`]),
    ...(isApproved && stored.documentHash !== act.documentHash ? ['another text is approved'] : []),
    ...(isApproved && isEdited ? ['edited and approved'] : []),
    ...(isApproved === (stored.mentorshipState === 'active') ? [] : [`mentorship ${stored.mentorshipState}`]),
  ];
}
