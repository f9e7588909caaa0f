import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { countJournal, listJournal } from '#app/features/journal/journal.queries.server.ts';
import { type JournalFilter, journalFilter } from '#app/features/journal/journal.schema.ts';
import { actNames, journalText, unknownAct } from '#app/features/journal/journal.text.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '../../support/database.ts';
import { openSite } from '../../support/site.ts';
import { actorWith, buildWorld, hire, type World } from '../../support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let teacher: Id;
let curator: Context & { personId: Id };
let auditor: Context & { personId: Id };
let head: Context & { personId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  teacher = await hire(world, world.school, { lastName: 'Журналова' });
  curator = await actorWith(world, 'curator', world.school);
  auditor = await actorWith(world, 'auditor', world.region);
  head = await actorWith(world, 'head', world.sibling);
  await write(curator, 'editPerson', world.school, '2026-11-20T09:00:00.000Z', teacher);
  await write(curator, 'addPlanItem', world.school, '2026-11-10T21:30:00.000Z', null);
  await write(curator, 'somethingNew', world.school, '2026-11-09T09:00:00.000Z', null);
  await write(world.system, 'applyStaffList', world.foreignSchool, '2026-11-20T09:00:00.000Z', null);
});

async function write(ctx: Context, act: string, unitId: Id, now: string, personId: Id | null): Promise<void> {
  const scope = { unitId, regionId: null, personId };
  const change = { before: { category: 'none' }, after: { category: 'highest', diary: 'секретный текст' } };
  await journal({ ...ctx, now }, { act, objectKind: 'person', objectId: newId(), ...scope, ...change });
}

async function acts(ctx: Context, filter: Partial<JournalFilter> = {}): Promise<string[]> {
  const whole = { ...journalFilter.parse({ page: 1 }), ...filter };
  const lines = await listJournal(ctx, whole);
  const own = lines.filter((line) =>
    ['editPerson', 'addPlanItem', 'somethingNew', 'applyStaffList'].includes(line.act),
  );
  return own.map((line) => line.act);
}

describe('reach of the journal', () => {
  it('is the subtree for an auditor, and no other region', async () => {
    expect(await acts(auditor)).toEqual(['editPerson', 'addPlanItem', 'somethingNew']);
  });

  it('is the unit for its head, not the school next door', async () => {
    expect(await acts(head)).toEqual([]);
    expect(await acts(await actorWith(world, 'head', world.school))).toHaveLength(3);
  });

  it('is own acts and acts upon own data for everybody', async () => {
    expect(await acts(curator)).toHaveLength(3);
    expect(
      await acts({ ...curator, actor: { kind: 'person', personId: teacher, accountId: newId(), grants: [] } }),
    ).toEqual(['editPerson']);
    expect(await acts({ ...curator, actor: { kind: 'anonymous' } })).toEqual([]);
  });
});

describe('the filter', () => {
  it('takes days in the zone of the unit, both inclusive', async () => {
    expect(await acts(auditor, { from: '2026-11-11', to: '2026-11-11' })).toEqual(['addPlanItem']);
    expect(await acts(auditor, { from: '2026-11-10', to: '2026-11-10' })).toEqual([]);
    expect(await acts(auditor, { from: '2026-11-12', to: '2026-11-20' })).toEqual(['editPerson']);
    expect(await acts(auditor, { to: '2026-11-10' })).toEqual(['somethingNew']);
  });

  it('takes one act', async () => {
    expect(await acts(auditor, { act: 'addPlanItem' })).toEqual(['addPlanItem']);
    expect(await countJournal(auditor, { ...journalFilter.parse({ page: 1 }), act: 'addPlanItem' })).toBe(1);
  });

  it('ignores what cannot be read', () => {
    expect(journalFilter.parse({ from: 'вчера', to: '31.02.2026', act: "x'; drop", page: 'много' })).toEqual({
      from: null,
      to: null,
      act: '',
      page: 1,
    });
  });
});

describe('paging', () => {
  it('gives every line once, fifty a page', async () => {
    const busy = await actorWith(world, 'auditor', world.foreignSchool);
    for (let number = 0; number < 60; number += 1)
      await write(world.system, 'applyStaffList', world.foreignSchool, '2026-11-21T09:00:00.000Z', null);
    const filter = { ...journalFilter.parse({ page: 1 }), act: 'applyStaffList' };
    const first = await listJournal(busy, filter);
    const second = await listJournal(busy, { ...filter, page: 2 });
    expect(first).toHaveLength(50);
    expect(new Set([...first, ...second].map((line) => line.id)).size).toBe(61);
    expect(await countJournal(busy, filter)).toBe(61);
  });
});

describe('the page', () => {
  it('tells who, what and the change in Russian, without confidential content', async () => {
    const response = await site.get('/journal?from=09.11.2026', { as: auditor.personId });
    const text = (await response.text()).replaceAll('\u00A0', ' ');
    expect(response.status).toBe(200);
    expect(text).toContain(actNames.editPerson);
    expect(text).toContain(unknownAct);
    expect(text).toContain('Журналова П. С.');
    expect(text).toContain(journalText.withheldValue);
    expect(text).not.toContain('секретный текст');
    expect(text).not.toContain('somethingNew<');
  });

  it('asks strangers to sign in', async () => {
    expect((await site.get('/journal')).status).not.toBe(200);
  });
});
