import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeApproved, makeSubmitted } from '#app/demo/factories/acts.ts';
import { skipNumbers } from '#app/features/act-registers/numbering.operations.server.ts';
import { registerPaperAct } from '#app/features/act-registers/paper-act.operations.server.ts';
import { withdrawAct } from '#app/features/act-reviews/act-review.operations.server.ts';
import { beginVersion } from '#app/features/act-versions/act-version.operations.server.ts';
import { draftAct, editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { approveAct, returnAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';
import { broken, together, unlessOneWon } from './rounds.ts';

/** Rounds of each race; RACE_ROUNDS raises them. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 25);
const db = testDatabase();
let world: World;
let curator: Context;
let head: Context;
let teacher: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  teacher = await hire(world, world.school);
});

const draft = async () => {
  const values = { curator: teacher, startedOn: TODAY };
  return (await draftAct(curator, { kind: 'curator_order', unitId: world.school, values })).id;
};
const lines = (id: Id) => db.selectFrom('journalEntry').select('act').where('objectId', '=', id).execute();
const act = (id: Id) => db.selectFrom('localAct').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** What stands in the database beside the one decision. */
async function contradictions(id: Id, hash: string, name: string): Promise<string[]> {
  const { state, documentHash, number } = await act(id);
  const said = (await lines(id)).filter((line) => ['approveAct', name].includes(line.act)).map((line) => line.act);
  const given = await db.selectFrom('actNumber').select('number').where('actId', '=', id).execute();
  const isApproved = state === 'approved';
  return [
    ...(said.length === 1 ? [] : [`journal: ${said.join(', ')}`]),
    ...(isApproved === said.includes('approveAct') ? [] : [`${state} after ${said.join(', ')}`]),
    ...(isApproved && documentHash !== hash ? ['another text is approved'] : []),
    ...(given.length === (isApproved ? 1 : 0) && (!isApproved || given[0]?.number === number) ? [] : ['number']),
  ];
}

const races = {
  returnAct: (id: Id) => returnAct(head, id, { reason: 'Подождите' }),
  withdrawAct: (id: Id) => withdrawAct(curator, id),
} as const;

test.each(['returnAct', 'withdrawAct'] as const)(
  `approving twice against ${'%s'}: exactly one wins, ${ROUNDS} rounds`,
  async (name) => {
    const wrong = await broken(ROUNDS, async () => {
      const id = await draft();
      const hash = await makeSubmitted(curator, id);
      const approve = () => approveAct(head, id, { hash, registeredOn: TODAY });
      const endings = await together<unknown>([approve, () => races[name](id), approve]);
      return [...unlessOneWon(endings, ['not-under-review']), ...(await contradictions(id, hash, name))];
    });
    expect(wrong).toEqual([]);
  },
);

test(`editing while approving: the text approved is the text shown, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (round) => {
    const id = await draft();
    const hash = await makeSubmitted(curator, id);
    const edit = async () => {
      await withdrawAct(curator, id);
      await editAct(curator, id, { values: { ownPoints: `Правка ${round}` }, version: 3 });
      await makeSubmitted(curator, id);
    };
    const approve = () => approveAct(head, id, { hash, registeredOn: TODAY });
    const endings = await together<unknown>([approve, edit]);
    const stored = await act(id);
    const approved = endings[0]?.refused === null;
    const reasons = ['not-under-review', 'text-changed'];
    return [
      ...unlessOneWon(endings, reasons),
      ...(approved && (stored.documentHash !== hash || stored.state !== 'approved')
        ? ['other words are approved']
        : []),
      ...(!approved && stored.state === 'approved' ? ['approved unasked'] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

test(`numbers under concurrency: no doubles, no gap unexplained, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async (round) => {
    const ids = await Promise.all([draft(), draft(), draft()]);
    const free = await nextOrdinal();
    const approvals = ids.map((id) => () => makeApproved({ curator, head }, id));
    const paper = () =>
      registerPaperAct(curator, world.school, {
        ...{ kind: 'curator_order', heading: 'На бумаге', number: `${free + 1}-Н` },
        ...{ registeredOn: TODAY, inForceOn: TODAY },
      });
    const skip = () =>
      skipNumbers(
        curator,
        { unitId: world.school, journal: 'orders' },
        { year: 2026, first: free + 2, last: free + 2, reason: `Испорчен бланк ${round}` },
      );
    const endings = await together<unknown>([...approvals, paper, skip]);
    const strange = endings.flatMap(({ refused }) =>
      refused === null || ['act-number-taken', 'ordinals-taken'].includes(refused) ? [] : [refused],
    );
    return [...strange, ...(await holes())];
  });
  expect(wrong).toEqual([]);
  const given = await db.selectFrom('actNumber').select('number').where('journal', '=', 'orders').execute();
  expect(new Set(given.map(({ number }) => number)).size).toBe(given.length);
});

async function nextOrdinal(): Promise<number> {
  const row = await db
    .selectFrom('actNumber')
    .select(({ fn }) => fn.max('lastOrdinal').as('last'))
    .where('journal', '=', 'orders')
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Places between the first number and the last that neither an act nor a reason holds; places held twice. */
async function holes(): Promise<string[]> {
  const rows = await db
    .selectFrom('actNumber')
    .select(['firstOrdinal', 'lastOrdinal'])
    .where('journal', '=', 'orders')
    .where('firstOrdinal', 'is not', null)
    .orderBy('firstOrdinal')
    .execute();
  const counter = await db
    .selectFrom('localActNumber')
    .select('lastNumber')
    .where('journal', '=', 'orders')
    .executeTakeFirst();
  const held = rows.flatMap(({ firstOrdinal, lastOrdinal }) =>
    Array.from({ length: (lastOrdinal ?? 0) - (firstOrdinal ?? 0) + 1 }, (_, index) => (firstOrdinal ?? 0) + index),
  );
  const wanted = Array.from({ length: counter?.lastNumber ?? 0 }, (_, index) => index + 1);
  const missing = wanted.filter((ordinal) => !held.includes(ordinal));
  return [
    ...(new Set(held).size === held.length ? [] : ['a place is held twice']),
    ...missing.map((ordinal) => `place ${ordinal} is unexplained`),
  ];
}

test(`one act gets one new version, ${ROUNDS} rounds`, async () => {
  const wrong = await broken(ROUNDS, async () => {
    const id = await draft();
    await makeApproved({ curator, head }, id);
    const begin = () => beginVersion(curator, id);
    const endings = await together<unknown>([begin, begin, begin]);
    const works = await db.selectFrom('localAct').select('id').where('supersedesId', '=', id).execute();
    await db.updateTable('localAct').set({ state: 'cancelled' }).where('supersedesId', '=', id).execute();
    return [...unlessOneWon(endings, ['local-act-version-in-work']), ...(works.length === 1 ? [] : ['versions'])];
  });
  expect(wrong).toEqual([]);
});
