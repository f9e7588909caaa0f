import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemContext } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { movableClock } from '#app/core/services.server.ts';
import { addUnit, closeUnit, moveUnit } from '#app/features/org-units/unit.operations.server.ts';
import { kindsUnder, mayStandUnder, UNIT_KINDS, type UnitKind } from '#app/features/org-units/unit.ts';
import { testDatabase } from '#tests/support/database.ts';

const db = testDatabase();
const clock = movableClock(0);
const system = () => systemContext('test', { db, clock });
const START = '2020-01-01';

type Step =
  | { act: 'add'; parent: number; kind: number }
  | { act: 'move'; unit: number; parent: number }
  | { act: 'close'; unit: number };

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant('add' as const), parent: fc.nat(60), kind: fc.nat(20) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant('move' as const), unit: fc.nat(60), parent: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('close' as const), unit: fc.nat(60) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

async function forest(): Promise<{ id: string; kind: UnitKind; version: number }[]> {
  const rows = await db.selectFrom('orgUnit').select(['id', 'kind', 'version']).orderBy('id').execute();
  return rows.flatMap((row) => {
    const kind = UNIT_KINDS.find((known) => known === row.kind);
    return kind ? [{ id: row.id, kind, version: row.version }] : [];
  });
}

/** Any member of the list, the same for the same number. */
function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

async function take(step: Step): Promise<void> {
  const units = await forest();
  try {
    if (step.act === 'add') {
      const parent = pick(units, step.parent);
      const kind = parent && pick(kindsUnder(parent.kind), step.kind);
      if (parent && kind) {
        await addUnit(system(), { parentId: parent.id, kind, name: 'Имя', shortName: 'И', startedOn: START });
      }
      return;
    }
    const unit = pick(units, step.unit);
    if (!unit) return;
    if (step.act === 'close') {
      await closeUnit(system(), unit.id, { endedOn: system().today, version: unit.version });
      return;
    }
    const lawful = units.filter((other) => mayStandUnder(unit.kind, other.kind));
    const parent = pick(step.parent % 4 === 0 ? units : lawful, step.parent);
    if (parent) await moveUnit(system(), unit.id, { parentId: parent.id, from: START, version: unit.version });
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
  }
}

/** Pairs where the prepared table and the recursive definition disagree. */
async function disagreements(): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    with recursive defined (unit_id, ancestor_id, depth) as (
      select id, id, 0 from org_unit
      union all
      select defined.unit_id, org_unit.parent_id, defined.depth + 1
      from defined join org_unit on org_unit.id = defined.ancestor_id where org_unit.parent_id is not null
    )
    select count(*) as wrong from defined full join org_unit_ancestor prepared using (unit_id, ancestor_id)
    where defined.depth is distinct from prepared.depth
  `.execute(db);
  return rows[0]?.wrong ?? -1;
}

/** Units whose region is not the nearest region above them. */
async function strayRegions(): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*) as wrong from org_unit unit
    left join lateral (select above.id from org_unit_ancestor up join org_unit above on above.id = up.ancestor_id
      where up.unit_id = unit.id and above.kind = 'region') region on true
    where unit.region_id is distinct from region.id
  `.execute(db);
  return rows[0]?.wrong ?? -1;
}

/** Units left open under one that has been closed. */
async function orphans(): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*) as wrong from org_unit child join org_unit parent on parent.id = child.parent_id
    where parent.ended_on is not null and (child.ended_on is null or child.ended_on > parent.ended_on)
  `.execute(db);
  return rows[0]?.wrong ?? -1;
}

async function ensureRoot(): Promise<void> {
  if ((await forest()).length > 0) return;
  const add = async (kind: UnitKind, parentId: string | null) =>
    (await addUnit(system(), { parentId, kind, name: 'Имя', shortName: 'И', startedOn: START })).id;
  const root = await add('federation', null);
  for (const region of [await add('region', root), await add('region', root)]) {
    for (const municipality of [await add('municipality', region), await add('municipality', region)]) {
      const authority = await add('municipal_authority', municipality);
      await add('municipal_methodical_service', authority);
      await add('school', municipality);
    }
  }
}

test('the table of ancestors agrees with the recursive definition after any sequence of acts', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      await ensureRoot();
      for (const step of sequence) await take(step);
      expect(await disagreements()).toBe(0);
      expect(await strayRegions()).toBe(0);
      expect(await orphans()).toBe(0);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  const moved = await db.selectFrom('journalEntry').select('id').where('act', '=', 'moveUnit').execute();
  expect(moved.length).toBeGreaterThan(0);
}, 60_000);

test('the tree stays whole when acts on it run at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      await ensureRoot();
      const refusals = await Promise.allSettled(sequence.map(take));
      const strange = refusals.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
      expect(strange.filter((reason) => !reason.startsWith('StaleWrite'))).toEqual([]);
      expect(await disagreements()).toBe(0);
      expect(await strayRegions()).toBe(0);
      expect(await orphans()).toBe(0);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 60_000);
