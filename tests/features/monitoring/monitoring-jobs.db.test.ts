import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { markMonitoringDirty, markMonitoringDirtyAll } from '#app/features/journal/monitoring-mark.server.ts';
import { rebuildMonitoring, recountMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { addUnit, moveUnit } from '#app/features/org-units/unit.operations.server.ts';
import { testDatabase } from '../../support/database.ts';
import { buildWorld, hire, hireYoung, TODAY, type World } from '../../support/world.ts';
import { addItem, addPair, addPay, addRoute, type Pair } from './facts.ts';

const db = testDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

type Row = { unitId: string; period: string; counters: Record<string, number> };

async function rollups(): Promise<Row[]> {
  return db
    .selectFrom('monitoringRollup')
    .select(['unitId', 'period', 'counters'])
    .orderBy('unitId')
    .orderBy('period')
    .execute();
}

async function countersOf(unitId: string, period: string): Promise<Record<string, number>> {
  return (await rollups()).find((row) => row.unitId === unitId && row.period === period)?.counters ?? {};
}

describe('recounting', () => {
  it('adds up organisations to municipalities, regions and the federation', async () => {
    const near = { id: await hire(world, world.school), unitId: world.school };
    const far = { id: await hire(world, world.farSchool), unitId: world.farSchool };
    const foreign = { id: await hire(world, world.foreignSchool), unitId: world.foreignSchool };
    await addPair(world, world.school, near, [await hireYoung(world, world.school)]);
    await addPair(world, world.farSchool, far, [await hireYoung(world, world.farSchool)]);
    await addPair(world, world.foreignSchool, foreign, [await hireYoung(world, world.foreignSchool)]);
    await recountMonitoring(world.system);
    expect(await countersOf(world.municipality, '2026-h1')).toMatchObject({
      organisations: 2,
      mentorships: 1,
      youngTeachers: 1,
    });
    expect(await countersOf(world.region, '2026-h1')).toMatchObject({ organisations: 3, mentorships: 2, mentors: 2 });
    expect(await countersOf(world.federation, '2026-year')).toMatchObject({
      organisations: 4,
      mentorships: 3,
      mentees: 3,
    });
    expect((await rollups()).some((row) => row.period === '2026-h2')).toBe(false);
  });

  it('leaves no mark behind and does nothing when nothing is marked', async () => {
    await recountMonitoring(world.system);
    expect(await db.selectFrom('monitoringDirty').selectAll().execute()).toEqual([]);
    expect(await recountMonitoring(world.system)).toBe(0);
  });

  it('counts again by itself when the day changes', async () => {
    const pair = { id: await hire(world, world.sibling), unitId: world.sibling };
    const made = await addPair(world, world.sibling, pair, [await hireYoung(world, world.sibling)]);
    await addItem(world, made, '2026-11-25', null);
    await recountMonitoring(world.system);
    expect((await countersOf(world.sibling, '2026-h1')).planItemsDue).toBeUndefined();
    await recountMonitoring({ ...world.system, today: '2026-11-26', now: '2026-11-26T07:00:00.000Z' });
    expect((await countersOf(world.region, '2026-h1')).planItemsDue).toBe(1);
    await recountMonitoring(world.system);
  });

  it('counts a lent mentor at home, although the act marked only the school of the mentee', async () => {
    const lent = { id: await hire(world, world.foreignSchool), unitId: world.foreignSchool };
    await recountMonitoring(world.system);
    const before = (await countersOf(world.foreignSchool, '2026-h1')).mentors ?? 0;
    await addPair(world, world.school, lent, [await hireYoung(world, world.school)]);
    await recountMonitoring(world.system);
    expect((await countersOf(world.foreignSchool, '2026-h1')).mentors).toBe(before + 1);
  });

  it('moves the numbers with an organisation that moves', async () => {
    const before = await countersOf(world.otherMunicipality, '2026-h1');
    const { version } = await db
      .selectFrom('orgUnit')
      .select('version')
      .where('id', '=', world.sibling)
      .executeTakeFirstOrThrow();
    await moveUnit(world.system, world.sibling, { parentId: world.otherMunicipality, from: TODAY, version });
    await recountMonitoring(world.system);
    const after = await countersOf(world.otherMunicipality, '2026-h1');
    expect(after.mentorships).toBe((before.mentorships ?? 0) + 1);
    expect(await countersOf(world.municipality, '2026-h1')).toMatchObject({ organisations: 1, mentorships: 2 });
  });

  it('counts what stands under a body for the tier of the body', async () => {
    const institute = await addUnit(world.system, {
      parentId: world.region,
      kind: 'regional_institute',
      name: 'ИРО',
      shortName: 'ИРО',
      startedOn: '2020-09-01',
    });
    const centre = await addUnit(world.system, {
      parentId: institute.id,
      kind: 'professional_growth_center',
      name: 'ЦНППМ при ИРО',
      shortName: 'ЦНППМ при ИРО',
      startedOn: '2020-09-01',
    });
    const before = (await countersOf(world.region, '2026-h1')).mentors ?? 0;
    await addPair(world, world.farSchool, { id: await hire(world, centre.id), unitId: centre.id }, [
      await hireYoung(world, world.farSchool),
    ]);
    await recountMonitoring(world.system);
    expect((await countersOf(world.region, '2026-h1')).mentors).toBe(before + 1);
    expect((await countersOf(centre.id, '2026-h1')).mentors).toBe(1);
  });
});

describe('an act under way while the job counts', () => {
  it('loses no mark: the act that commits later is counted by the next run', async () => {
    const mentor = { id: await hire(world, world.school), unitId: world.school };
    const pair = await addPair(world, world.school, mentor, [await hireYoung(world, world.school)]);
    await recountMonitoring(world.system);
    const due = (await countersOf(world.school, '2026-h1')).planItemsDue ?? 0;
    let counted: () => void = () => undefined;
    const wasCounted = new Promise<void>((resolve) => {
      counted = resolve;
    });
    const act = db.transaction().execute(async (tx) => {
      await sql`insert into plan_item (id, programme_id, unit_id, kind, topic, due_on)
        values (gen_random_uuid(), ${pair.programmeId}, ${world.school}, 'meeting', 'Урок', '2026-10-10')`.execute(tx);
      await markMonitoringDirty({ ...world.system, db: tx }, world.school);
      await wasCounted;
    });
    await recountMonitoring(world.system);
    counted();
    await act;
    expect((await countersOf(world.school, '2026-h1')).planItemsDue ?? 0).toBe(due);
    await recountMonitoring(world.system);
    expect((await countersOf(world.school, '2026-h1')).planItemsDue).toBe(due + 1);
  });

  it('several programs counting at once leave what one would', async () => {
    await markMonitoringDirtyAll(world.system, [world.school, world.sibling, world.farSchool, world.foreignSchool]);
    await Promise.all([1, 2, 3].map(() => recountMonitoring(world.system)));
    await recountMonitoring(world.system);
    const rows = await rollups();
    await rebuildMonitoring(world.system);
    expect(rows).toEqual(await rollups());
  });
});

describe('a random history', () => {
  const step = fc.record({
    act: fc.constantFrom(
      'hire',
      'hire',
      'hire',
      'pair',
      'across',
      'item',
      'done',
      'route',
      'pay',
      'leave',
      'close',
      'category',
    ),
    where: fc.nat(3),
    who: fc.nat(50),
    day: fc.nat(600),
    count: fc.boolean(),
  });

  it('counted by marks is the same as rebuilt from the facts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const history = new History(world);
        for (const one of steps) await history.play(one);
        await recountMonitoring(world.system);
        const byMarks = await rollups();
        await db.deleteFrom('monitoringRollup').execute();
        await rebuildMonitoring(world.system);
        const rebuilt = (await rollups()).filter((row) => byMarks.some((known) => known.period === row.period));
        expect(byMarks).toEqual(rebuilt);
      }),
      { numRuns: 12 },
    );
  });
});

/** Plays acts upon four schools, marking only the organisation the act is about. */
class History {
  private readonly units: string[];
  private readonly people: { id: string; unitId: string }[] = [];
  private readonly pairs: Pair[] = [];

  constructor(private readonly home: World) {
    this.units = [home.school, home.sibling, home.farSchool, home.foreignSchool];
  }

  async play(step: { act: string; where: number; who: number; day: number; count: boolean }): Promise<void> {
    const unitId = this.units[step.where] ?? this.home.school;
    const day = new Date(Date.parse('2025-09-01') + step.day * 86_400_000).toISOString().slice(0, 10);
    const person = this.people[step.who % Math.max(1, this.people.length)];
    const pair = this.pairs[step.who % Math.max(1, this.pairs.length)];
    if (step.act === 'hire' || !person) await this.hireAt(unitId, day < TODAY ? day : TODAY);
    else if (step.act === 'pair') await this.pairAt(person.unitId, person, day);
    else if (step.act === 'across') await this.pairAt(unitId, person, day);
    else if (step.act === 'category')
      await this.change(person.unitId, sql`update person set category = 'mentor_teacher' where id = ${person.id}`);
    else if (step.act === 'route')
      await addRoute(this.home, person, [{ dueOn: day, closedOn: null }]).catch(() => undefined);
    else if (step.act === 'pay') await addPay(this.home, person.unitId, person.id, day, day);
    else if (step.act === 'leave')
      await this.change(
        person.unitId,
        sql`update employment set ended_on = greatest(started_on, ${day}::date) where person_id = ${person.id}`,
      );
    else if (pair && step.act === 'item') await addItem(this.home, pair, day, step.who % 2 === 0 ? day : null, 'trial');
    else if (pair && step.act === 'done')
      await this.change(
        pair.unitId,
        sql`update plan_item set done_on = ${day} where programme_id = ${pair.programmeId}`,
      );
    else if (pair && step.act === 'close')
      await this.change(
        pair.unitId,
        sql`update mentorship set state = 'closed', finished_on = greatest(started_on, ${day}::date) where id = ${pair.id}`,
      );
    if (step.count) await recountMonitoring(this.home.system);
  }

  private async hireAt(unitId: string, day: string): Promise<void> {
    const employment = { postCode: 'teacher', subject: 'химия', startedOn: day };
    const id = await hireYoung(this.home, unitId, { teachingSince: day, employment });
    await markMonitoringDirty(this.home.system, unitId);
    this.people.push({ id, unitId });
  }

  private async pairAt(unitId: string, mentor: { id: string; unitId: string }, day: string): Promise<void> {
    const mentee = this.people.find((one) => one.unitId === unitId && one.id !== mentor.id);
    if (mentee) this.pairs.push(await addPair(this.home, unitId, mentor, [mentee.id], { from: day, to: '2027-08-31' }));
  }

  private async change(unitId: string, statement: ReturnType<typeof sql>): Promise<void> {
    await statement.execute(this.home.db);
    await markMonitoringDirty(this.home.system, unitId);
  }
}
