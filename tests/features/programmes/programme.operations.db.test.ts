import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { makeApproved, makeCompleteDraft, makeDraft, makeGoal, makePlanItem } from '#app/demo/factories/programmes.ts';
import {
  addPlanItem,
  editPlanItem,
  markPlanItemDone,
  removePlanItem,
} from '#app/features/programmes/plan-item.operations.server.ts';
import {
  approveProgramme,
  draftProgramme,
  editProgramme,
} from '#app/features/programmes/programme.operations.server.ts';
import { addGoal, editGoal, removeGoal } from '#app/features/programmes/programme-goal.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, grant, TODAY, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo, pairAt, type School, schoolOf } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let school: School;
let otherCurator: Context;
let hrOfficer: Context;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  otherCurator = await actorWith(world, 'curator', world.sibling);
  hrOfficer = await actorWith(world, 'hrOfficer', world.school);
});

/** A mentorship both sides agreed to, with the contexts of both. */
async function agreed(): Promise<{ id: Id; mentorId: Id; menteeId: Id; mentor: Context; mentee: Context }> {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair);
  await grant(world, pair.mentorId, 'mentor', world.school);
  await grant(world, pair.menteeId, 'mentee', world.school);
  return { id, ...pair, mentor: await as(world, pair.mentorId), mentee: await as(world, pair.menteeId) };
}

const stored = (id: Id) => db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const goalText = { aim: 'иначе', indicator: 'уроков', startValue: '1', targetValue: '2' };
const itemText = { kind: 'meeting' as const, topic: 'Встреча', product: '' };

describe('drafting', () => {
  test.each(['mentor', 'mentee', 'curator'] as const)(
    'the %s starts a draft, written into the journal once',
    async (who) => {
      const pair = await agreed();
      const ctx = who === 'curator' ? school.curator : pair[who];
      const { id } = await makeDraft(ctx, pair.id);
      expect(await stored(id)).toMatchObject({ mentorshipId: pair.id, unitId: world.school, state: 'draft' });
      expect(await actsUpon(world, id)).toEqual(['draftProgramme']);
    },
  );

  test('the head reads and may not, another school and the HR officer find nothing', async () => {
    const pair = await agreed();
    await expect(makeDraft(school.head, pair.id)).rejects.toThrow(Forbidden);
    await expect(makeDraft(otherCurator, pair.id)).rejects.toThrow(NotFound);
    await expect(makeDraft(hrOfficer, pair.id)).rejects.toThrow(Forbidden);
    await expect(makeDraft((await agreed()).mentor, pair.id)).rejects.toThrow(NotFound);
    await expect(
      draftProgramme(school.curator, newId(), { problem: '', aim: '', startedOn: TODAY, endedOn: TODAY }),
    ).rejects.toThrow(NotFound);
  });

  test('five people starting at once make one programme', async () => {
    const pair = await agreed();
    const tries = await Promise.allSettled(
      [pair.mentor, pair.mentee, school.curator, pair.mentor, pair.mentee].map((ctx) => makeDraft(ctx, pair.id)),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'programme-exists' });
    }
  });

  test('is written while answers are awaited; a proposal that came to nothing has none', async () => {
    const proposal = await makeProposal(school.curator, await pairAt(world, world.school));
    await expect(makeDraft(school.curator, proposal.id)).resolves.toBeDefined();
    const pair = await agreed();
    await db.updateTable('mentorship').set({ state: 'withdrawn' }).where('id', '=', pair.id).execute();
    await expect(makeDraft(school.curator, pair.id)).rejects.toMatchObject({ code: 'mentorship-not-ready' });
  });
});

describe('changing a draft', () => {
  test('keeps the new text; a stale edit gets both texts and changes nothing', async () => {
    const pair = await agreed();
    const { id, startedOn, endedOn } = await makeDraft(pair.mentor, pair.id);
    const period = { startedOn, endedOn };
    await editProgramme(pair.mentee, pair.id, { ...period, problem: 'первое', aim: 'цель', version: 1 });
    const late = editProgramme(pair.mentor, pair.id, { ...period, problem: 'второе', aim: 'цель', version: 1 });
    await expect(late).rejects.toBeInstanceOf(StaleWrite);
    await late.catch((error: StaleWrite) => expect(error.theirs).toMatchObject({ problem: 'первое', version: '2' }));
    expect(await stored(id)).toMatchObject({ problem: 'первое', version: 2 });
    expect(await actsUpon(world, id)).toEqual(['draftProgramme', 'editProgramme']);
  });

  test('dates never leave the mentorship nor the items behind', async () => {
    const pair = await agreed();
    const { startedOn, endedOn } = await makeDraft(pair.mentor, pair.id);
    await makePlanItem(pair.mentor, pair.id, { dueOn: endedOn });
    const edit = (dates: { startedOn: string; endedOn: string }) =>
      editProgramme(pair.mentor, pair.id, { problem: '', aim: '', ...dates, version: 2 });
    await expect(edit({ startedOn, endedOn: '2035-01-01' })).rejects.toMatchObject({
      code: 'programme-outside-mentorship',
    });
    await expect(edit({ startedOn, endedOn: startedOn })).rejects.toMatchObject({ code: 'plan-items-outside' });
    await expect(makePlanItem(pair.mentor, pair.id, { dueOn: '2035-01-01' })).rejects.toMatchObject({
      code: 'plan-item-outside-programme',
      field: 'dueOn',
    });
  });

  test('goals and items are added, changed with their version, removed', async () => {
    const pair = await agreed();
    const { id, itemId, goalId } = await makeCompleteDraft(pair.mentee, pair.id);
    const { dueOn } = await db
      .selectFrom('planItem')
      .select('dueOn')
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow();
    await editGoal(pair.mentor, goalId, { ...goalText, version: 1 });
    await expect(editGoal(pair.mentee, goalId, { ...goalText, version: 1 })).rejects.toMatchObject({
      theirs: { aim: 'иначе', version: '2' },
    });
    await editPlanItem(pair.mentor, itemId, { ...itemText, dueOn, version: 1 });
    await expect(editPlanItem(pair.mentee, itemId, { ...itemText, dueOn, version: 1 })).rejects.toThrow(StaleWrite);
    await expect(removeGoal(pair.mentor, goalId, { version: 1 })).rejects.toThrow(StaleWrite);
    await removeGoal(pair.mentor, goalId, { version: 2 });
    await removePlanItem(pair.mentor, itemId, { version: 2 });
    expect((await stored(id)).version).toBe(7);
    expect(await actsUpon(world, goalId)).toEqual(['addGoal', 'editGoal', 'removeGoal']);
    expect(await actsUpon(world, itemId)).toEqual(['addPlanItem', 'editPlanItem', 'removePlanItem']);
  });

  test('strangers find nothing, the head may only read', async () => {
    const pair = await agreed();
    const stranger = (await agreed()).mentor;
    const { goalId, itemId } = await makeCompleteDraft(pair.mentor, pair.id);
    const dueOn = TODAY;
    const acts: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => editProgramme(ctx, pair.id, { problem: '', aim: '', startedOn: dueOn, endedOn: dueOn, version: 1 }),
      (ctx) => addGoal(ctx, pair.id, goalText),
      (ctx) => editGoal(ctx, goalId, { ...goalText, version: 1 }),
      (ctx) => removeGoal(ctx, goalId, { version: 1 }),
      (ctx) => addPlanItem(ctx, pair.id, { ...itemText, dueOn }),
      (ctx) => editPlanItem(ctx, itemId, { ...itemText, dueOn, version: 1 }),
      (ctx) => removePlanItem(ctx, itemId, { version: 1 }),
      (ctx) => markPlanItemDone(ctx, itemId, { doneOn: dueOn, resultNote: 'вышло', version: 1 }),
    ];
    for (const act of acts) {
      await expect(act(school.head)).rejects.toThrow(Forbidden);
      await expect(act(stranger)).rejects.toThrow(NotFound);
      await expect(act(otherCurator)).rejects.toThrow(NotFound);
      await expect(act(hrOfficer)).rejects.toThrow(NotFound);
    }
  });

  test('ten goals added at once stand in ten places', async () => {
    const pair = await agreed();
    const { id } = await makeDraft(pair.mentor, pair.id);
    await Promise.all(Array.from({ length: 10 }, () => makeGoal(pair.mentor, pair.id)));
    const goals = await db.selectFrom('programmeGoal').select('position').where('programmeId', '=', id).execute();
    expect(goals.map(({ position }) => position).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('the same form sent five times at once adds one item', async () => {
    const pair = await agreed();
    const { id, endedOn } = await makeDraft(pair.mentor, pair.id);
    const key = newId();
    const posts = Array.from({ length: 5 }, () =>
      addPlanItem(pair.mentor, pair.id, { ...itemText, dueOn: endedOn }, key),
    );
    const ids = new Set((await Promise.all(posts)).map((made) => made.id));
    expect(ids.size).toBe(1);
    expect(await db.selectFrom('planItem').select('id').where('programmeId', '=', id).execute()).toHaveLength(1);
  });
});

describe('approval', () => {
  test('names what is missing first, then approves, tells both sides and marks monitoring', async () => {
    const pair = await agreed();
    const { id, endedOn } = await makeDraft(pair.mentor, pair.id, { problem: '', aim: '' });
    const approve = async () => approveProgramme(school.head, pair.id, { version: (await stored(id)).version });
    await expect(approve()).rejects.toMatchObject({ code: 'programme-needs-problem' });
    const { startedOn, version } = await stored(id);
    const edit = (texts: { problem: string; aim: string }, at: number) =>
      editProgramme(pair.mentor, pair.id, { ...texts, startedOn, endedOn, version: at });
    await edit({ problem: 'шумно', aim: '' }, version);
    await expect(approve()).rejects.toMatchObject({ code: 'programme-needs-aim' });
    await edit({ problem: 'шумно', aim: 'тихо' }, version + 1);
    await expect(approve()).rejects.toMatchObject({ code: 'programme-needs-goal' });
    await makeGoal(pair.mentor, pair.id);
    await expect(approve()).rejects.toMatchObject({ code: 'programme-needs-item' });
    await makePlanItem(pair.mentor, pair.id, { dueOn: endedOn });
    await approve();
    expect(await stored(id)).toMatchObject({ state: 'approved', approvedBy: school.head.personId });
    expect(await newsTo(world, pair.mentorId)).toContain('programme-approved');
    expect(await newsTo(world, pair.menteeId)).toContain('programme-approved');
    const dirty = await db.selectFrom('monitoringDirty').select('period').where('unitId', '=', world.school).execute();
    expect(dirty.length).toBeGreaterThan(0);
  });

  test('is the head’s alone, of the version that was read, once', async () => {
    const pair = await agreed();
    const { version } = await makeCompleteDraft(pair.mentor, pair.id);
    await expect(approveProgramme(school.curator, pair.id, { version })).rejects.toThrow(Forbidden);
    await expect(approveProgramme(pair.mentor, pair.id, { version })).rejects.toThrow(Forbidden);
    const otherHead = await actorWith(world, 'head', world.sibling);
    await expect(approveProgramme(otherHead, pair.id, { version })).rejects.toThrow(NotFound);
    await makeGoal(pair.mentee, pair.id);
    await expect(approveProgramme(school.head, pair.id, { version })).rejects.toThrow(StaleWrite);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => approveProgramme(school.head, pair.id, { version: version + 1 })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('freezes the text', async () => {
    const pair = await agreed();
    const { goalId, itemId } = await makeApproved(pair.mentor, pair.id, school.head);
    const frozen = { code: 'programme-already-approved' };
    await expect(makeGoal(pair.mentor, pair.id)).rejects.toMatchObject(frozen);
    await expect(removeGoal(school.curator, goalId, { version: 1 })).rejects.toMatchObject(frozen);
    await expect(removePlanItem(pair.mentee, itemId, { version: 1 })).rejects.toMatchObject(frozen);
    await expect(
      editProgramme(pair.mentor, pair.id, { problem: '', aim: '', startedOn: TODAY, endedOn: TODAY, version: 4 }),
    ).rejects.toBeInstanceOf(RuleBroken);
  });
});

describe('marking done', () => {
  test.each(['mentor', 'mentee', 'curator'] as const)('the %s marks an item of an approved programme', async (who) => {
    const pair = await agreed();
    const { itemId } = await makeApproved(pair.mentor, pair.id, school.head);
    const ctx = who === 'curator' ? school.curator : pair[who];
    await markPlanItemDone(ctx, itemId, { doneOn: TODAY, resultNote: 'Разобрали урок', version: 1 });
    const item = await db.selectFrom('planItem').selectAll().where('id', '=', itemId).executeTakeFirstOrThrow();
    expect(item).toMatchObject({ doneOn: TODAY, resultNote: 'Разобрали урок', version: 2 });
    expect(await actsUpon(world, itemId)).toEqual(['addPlanItem', 'markPlanItemDone']);
  });

  test('is refused in a draft, for tomorrow, twice', async () => {
    const pair = await agreed();
    const { itemId, version } = await makeCompleteDraft(pair.mentor, pair.id);
    const mark = (doneOn: string) => markPlanItemDone(pair.mentee, itemId, { doneOn, resultNote: 'вышло', version: 1 });
    await expect(mark(TODAY)).rejects.toMatchObject({ code: 'programme-not-approved' });
    await approveProgramme(school.head, pair.id, { version });
    await expect(mark('2026-11-23')).rejects.toMatchObject({ code: 'done-in-future', field: 'doneOn' });
    const tries = await Promise.allSettled([mark(TODAY), mark(TODAY)]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(mark(TODAY)).rejects.toMatchObject({ code: 'plan-item-already-done' });
  });
});
