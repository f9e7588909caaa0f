import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { recountMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { findCountedYear, findMonitoredUnit } from '#app/features/monitoring/monitoring.queries.server.ts';
import { monitoringText, recordsText } from '#app/features/monitoring/monitoring.text.ts';
import { COUNTERS } from '#app/features/monitoring/monitoring-indicators.ts';
import { findFigures } from '#app/features/monitoring/monitoring-page.server.ts';
import { listRecords } from '#app/features/monitoring/records.queries.server.ts';
import { openCounters } from '#app/features/monitoring/records-reach.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '../../support/database.ts';
import { openSite } from '../../support/site.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, type World } from '../../support/world.ts';
import { addItem, addPair, addPay, addRoute } from './facts.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let ministry: Id;
let head: Id;
let curator: Id;
let lentMentor: Id;
const PERIOD = '2026-h1';

beforeAll(async () => {
  world = await buildWorld(db);
  ministry = (await actorWith(world, 'ministryOfficer', world.region)).personId;
  head = (await actorWith(world, 'head', world.school)).personId;
  curator = (await actorWith(world, 'curator', world.school)).personId;
  lentMentor = await hire(world, world.sibling, { lastName: 'Соседкина' });
  await fill(world.school, 7);
  await fill(world.sibling, 6);
  await fill(world.farSchool, 2);
  const mentee = await hireYoung(world, world.school);
  const across = await addPair(world, world.school, { id: lentMentor, unitId: world.sibling }, [mentee]);
  await addItem(world, across, '2026-10-05', '2026-10-01', 'innovation');
  const own = await hire(world, world.school);
  await addPair(world, world.sibling, { id: own, unitId: world.school }, [await hireYoung(world, world.sibling)]);
  await addPay(world, world.school, own, '2026-10-01', '2026-10-31');
  await recountMonitoring(world.system);
});

/** Gives a school so many pairs, each with a young teacher, a plan and a route. */
async function fill(unitId: Id, pairs: number): Promise<void> {
  for (let number = 0; number < pairs; number += 1) {
    const mentor = { id: await hire(world, unitId, { lastName: `Опытнов` }), unitId };
    const employment = { postCode: 'teacher', subject: 'химия', startedOn: '2025-10-01' };
    const mentee = await hireYoung(world, unitId, { lastName: 'Новичков', teachingSince: '2025-10-01', employment });
    const pair = await addPair(world, unitId, mentor, [mentee]);
    await addItem(world, pair, '2026-10-10', number % 2 === 0 ? '2026-10-09' : null, 'trial');
    await addRoute(world, { id: mentee, unitId }, [
      { dueOn: '2026-11-01', closedOn: number % 2 === 0 ? '2026-10-20' : null },
    ]);
  }
}

async function page(path: string, who: Id): Promise<{ status: number; text: string }> {
  const response = await site.get(path, { as: who });
  return { status: response.status, text: (await response.text()).replaceAll('\u00A0', ' ') };
}

describe('the page of a unit', () => {
  it('opens at once where the reach begins', async () => {
    const response = await site.get('/monitoring', { as: ministry });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`/monitoring/${world.region}`);
  });

  it('offers a choice to somebody with two reaches', async () => {
    const both = await actorWith(world, 'municipalCoordinator', world.municipality);
    await grant(world, both.personId, 'municipalCoordinator', world.otherMunicipality);
    const { text } = await page('/monitoring', both.personId);
    expect(text).toContain('Заречный округ');
    expect(text).toContain('Лесной район');
  });

  it('shows the ministry a row a municipality, totals and both stages, and no name of a person', async () => {
    for (const stage of ['1', '2']) {
      const { status, text } = await page(`/monitoring/${world.region}?period=${PERIOD}&stage=${stage}`, ministry);
      expect(status).toBe(200);
      expect(text).toContain('Верхневолжская область, первое полугодие 2026/27');
      expect(text).toContain('Заречный округ');
      expect(text).toContain('Лесной район');
      expect(text).toContain(monitoringText.total);
      expect(text).not.toMatch(/Новичков|Опытнов|Соседкина/);
      expect(text).not.toContain('/records/');
    }
  });

  it('withholds the small municipality and the other one that would give it away', async () => {
    const ctx = await as(world, ministry);
    const figures = await findFigures(ctx, await findMonitoredUnit(ctx, world.region), PERIOD);
    const [large, small] = figures?.tables[1].rows.filter((row) => row.organisations > 0) ?? [];
    expect([large?.name, small?.name]).toEqual(['Заречный округ', 'Лесной район']);
    expect([large?.mentorships, small?.mentorships]).toEqual([null, null]);
    expect(figures?.tables[1].total.mentorships).toBe(17);
  });

  it('shows head and curator their own school in full, with links to the records', async () => {
    const ctx = await as(world, head);
    const figures = await findFigures(ctx, await findMonitoredUnit(ctx, world.school), PERIOD);
    expect(figures?.isLimited).toBe(false);
    expect(figures?.tables[1].total.mentorships).toBe(8);
    const { text } = await page(`/monitoring/${world.school}?period=${PERIOD}`, curator);
    expect(text).toContain(`/monitoring/${world.school}/records/mentorships?period=${PERIOD}`);
    expect(text).not.toContain(monitoringText.hidden);
  });

  it('does not exist outside the reach', async () => {
    expect((await page(`/monitoring/${world.otherRegion}`, ministry)).status).toBe(404);
    expect((await page(`/monitoring/${world.sibling}`, head)).status).toBe(404);
    expect((await page(`/monitoring/${world.region}`, lentMentor)).status).toBe(404);
    expect((await page('/monitoring/nonsense', ministry)).status).toBe(404);
  });

  it('says that a period is not counted yet', async () => {
    const { status, text } = await page(`/monitoring/${world.region}?period=2031-h1`, ministry);
    expect(status).toBe(200);
    expect(text).toContain(monitoringText.notCounted);
  });

  it('is read from the rollups alone, whatever number of records there is', async () => {
    const ctx = await as(world, ministry);
    const before = await findFigures(ctx, await findMonitoredUnit(ctx, world.region), PERIOD);
    const withoutRecords = db.transaction().execute(async (tx) => {
      for (const table of [
        'mentorship',
        'mentorship_member',
        'plan_item',
        'route_step',
        'stimulus',
        'employment',
        'person',
      ])
        await sql`alter table ${sql.table(table)} rename to ${sql.id(`${table}_away`)}`.execute(tx);
      const here = { ...ctx, db: tx };
      const figures = await findFigures(here, await findMonitoredUnit(here, world.region), PERIOD);
      throw new Error(JSON.stringify(figures));
    });
    await expect(withoutRecords).rejects.toThrow(JSON.stringify(before));
  });

  it('sorts without letting withheld numbers decide the order', async () => {
    const up = (await page(`/monitoring/${world.region}?period=${PERIOD}&sort=mentorships&order=up`, ministry)).text;
    const down = (await page(`/monitoring/${world.region}?period=${PERIOD}&sort=mentorships&order=down`, ministry))
      .text;
    const order = (text: string) => text.indexOf('>Заречный округ<') < text.indexOf('>Лесной район<');
    expect(order(up)).toBe(order(down));
  });
});

describe('the records behind a number', () => {
  it('are exactly as many as every number of the page says', async () => {
    let checked = 0;
    for (const who of [head, curator]) {
      const ctx = await as(world, who);
      for (const period of ['2026-h1', '2026-year', '2025-year'] as const) {
        const counted = await findCountedYear(ctx, world.school, period);
        for (const counter of await openCounters(ctx, world.school)) {
          if (counter === 'organisations') continue;
          const printed = counted?.counters[period.endsWith('year') ? 'year' : 'h1']?.[counter] ?? 0;
          const { total, lines } = await listRecords(ctx, world.school, counter, period, 1);
          expect(total, `${counter} ${period}`).toBe(printed);
          expect(lines.length, `${counter} ${period}`).toBe(Math.min(50, printed));
          checked += printed > 0 ? 1 : 0;
        }
      }
    }
    expect(checked).toBeGreaterThan(30);
  });

  it('open for the head whatever the curator may not see: who was paid', async () => {
    const paid = `/monitoring/${world.school}/records/labourMentorsPaid?period=${PERIOD}`;
    expect((await page(paid, head)).status).toBe(200);
    expect((await page(paid, curator)).status).toBe(404);
  });

  it('name the people of the school', async () => {
    const { text } = await page(`/monitoring/${world.school}/records/youngTeachersMentored?period=${PERIOD}`, curator);
    expect(text).toContain('Новичков П. С.');
    const pairs = await page(`/monitoring/${world.school}/records/mentorships?period=${PERIOD}`, curator);
    expect(pairs.text).toContain('Соседкина П. С.');
  });

  it('do not name a mentee of another school', async () => {
    const { text } = await page(`/monitoring/${world.school}/records/mentorSeats?period=${PERIOD}`, curator);
    expect(text).toContain(recordsText.withheld);
  });

  it('do not exist for those who see numbers only', async () => {
    const coordinator = (await actorWith(world, 'municipalCoordinator', world.municipality)).personId;
    for (const who of [ministry, coordinator])
      for (const counter of COUNTERS) {
        const expected = who === coordinator && counter === 'mentorshipsAcross' ? 200 : 404;
        const { status } = await page(`/monitoring/${world.municipality}/records/${counter}?period=${PERIOD}`, who);
        expect(status, counter).toBe(expected);
      }
  });
});

describe('the files', () => {
  it('come for whoever may open the page, and for nobody else', async () => {
    for (const kind of ['pdf', 'xlsx']) {
      const path = `/monitoring/${world.region}/report.${kind}?period=${PERIOD}`;
      const response = await site.get(path, { as: ministry });
      expect(response.status).toBe(200);
      const start = Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString('latin1');
      expect(start).toBe(kind === 'pdf' ? '%P' : 'PK');
      expect((await site.get(path, { as: head })).status).toBe(404);
      expect((await site.get(path)).status).not.toBe(200);
    }
  });
});
