import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addInstrument, endInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import { openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import {
  type Measured,
  nameDeficit,
  recordMeasured,
  tellDifficulties,
  tellStrengths,
} from '#app/features/route-diagnosis/route-diagnosis.operations.server.ts';
import { listAreaDiagnoses } from '#app/features/route-diagnosis/route-diagnosis.queries.server.ts';
import { shareAreas } from '#app/features/route-diagnosis/route-share.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let centreHead: Awaited<ReturnType<typeof actorWith>>;
let tutor: Awaited<ReturnType<typeof actorWith>>;
let curator: Context;
let owner: Context;
let routeId: Id;
let instrumentId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  tutor = await actorWith(world, 'tutor', world.centre);
  curator = await actorWith(world, 'curator', world.school);
  const scale = {
    scheme: 'four',
    maximum: 25,
    lowCutPercent: 60,
    highCutPercent: 80,
    startedOn: '2026-09-01',
  } as const;
  const words = { unitId: world.centre, name: 'Диагностика', edition: '1', provider: null };
  instrumentId = (await addInstrument(centreHead, { ...words, ...scale })).id;
});

beforeEach(async () => {
  const personId = await hire(world, world.school);
  owner = await as(world, personId);
  const terms = { personId, centreId: world.centre, years: 4, startedOn: TODAY, tutorId: tutor.personId };
  routeId = (await openRoute(centreHead, terms)).id;
});

const marks = (mark: number) => AREAS.map((area) => ({ area, mark, note: '' }));
const measured = (points: [string, number][], overrides: Partial<Measured> = {}): Measured => ({
  ...{ instrumentId, madeOn: TODAY, evidence: '', points: new Map(points) },
  ...overrides,
});
const openAreas = async () => {
  const rows = await db
    .selectFrom('routeDeficit')
    .select('areaCode')
    .where('routeId', '=', routeId)
    .where('closedOn', 'is', null)
    .execute();
  return rows.map(({ areaCode }) => areaCode).sort();
};

describe('self-assessment', () => {
  test('opens a deficit where the mark is 5 or lower, once', async () => {
    const told = AREAS.map((area) => ({ area, mark: area === 'ict' ? 5 : area === 'legal' ? 6 : 8, note: 'Трудно' }));
    await tellDifficulties(owner, routeId, told);
    await tellDifficulties(owner, routeId, told);
    expect(await openAreas()).toEqual(['ict']);
  });

  test('is told by the owner alone', async () => {
    await expect(tellDifficulties(tutor, routeId, marks(5))).rejects.toThrow(Forbidden);
    await expect(tellStrengths(centreHead, routeId, [])).rejects.toThrow(Forbidden);
    await expect(tellDifficulties(curator, routeId, marks(5))).rejects.toThrow(NotFound);
    await expect(tellStrengths(owner, routeId, [{ area: 'ict', note: ' ', evidence: '' }])).rejects.toMatchObject({
      code: 'nothing-told',
    });
  });

  test('told again shows before and after', async () => {
    await tellDifficulties(owner, routeId, marks(4));
    await tellDifficulties({ ...owner, today: '2027-11-22' }, routeId, marks(8));
    const areas = await listAreaDiagnoses(owner, routeId);
    expect(areas).toHaveLength(9);
    expect(areas[0]?.self).toMatchObject({
      first: { percent: 40, level: 'deficit' },
      last: { percent: 80, level: 'strength' },
    });
  });

  test('a race of two opens each deficit once', async () => {
    await Promise.all([tellDifficulties(owner, routeId, marks(2)), tellDifficulties(owner, routeId, marks(3))]);
    expect(await openAreas()).toEqual([...AREAS].sort());
  });
});

describe('results of an instrument', () => {
  test('of four blocks fall upon the areas the blocks stand for, by the instrument’s cuts', async () => {
    await recordMeasured(
      tutor,
      routeId,
      measured([
        ['methodical_block', 14],
        ['legal_block', 20],
      ]),
    );
    const areas = await listAreaDiagnoses(owner, routeId);
    const shown = Object.fromEntries(areas.map(({ area, external }) => [area, external?.last.percent ?? null]));
    expect(shown).toMatchObject({ methodical: 56, ict: 56, digitalisation: 56, legal: 80, subject: null });
    expect(await openAreas()).toEqual(['digitalisation', 'ict', 'methodical']);
  });

  test('are entered by the tutor and the head of the centre, by nobody else', async () => {
    const entered = measured([['legal_block', 20]]);
    await expect(recordMeasured(centreHead, routeId, entered)).resolves.toMatchObject({ id: expect.any(String) });
    await expect(recordMeasured(owner, routeId, entered)).rejects.toThrow(Forbidden);
    await expect(recordMeasured(curator, routeId, entered)).rejects.toThrow(NotFound);
    const stranger = await actorWith(world, 'tutor', world.centre);
    await expect(recordMeasured(stranger, routeId, entered)).rejects.toThrow(NotFound);
    const foreign = await actorWith(world, 'centreHead', world.foreignCentre);
    await expect(recordMeasured(foreign, routeId, entered)).rejects.toThrow(NotFound);
  });

  test.each<[[string, number][], Partial<Measured>, string]>([
    [[], {}, 'nothing-measured'],
    [[['subject', 20]], {}, 'nothing-measured'],
    [[['legal_block', 26]], {}, 'points-over-maximum'],
    [[['legal_block', 20]], { madeOn: '2026-11-23' }, 'diagnosis-in-future'],
    [[['legal_block', 20]], { madeOn: '2026-08-31' }, 'instrument-not-in-use'],
  ])('%j with %j is refused: %s', async (points, overrides, code) => {
    await expect(recordMeasured(tutor, routeId, measured(points, overrides))).rejects.toMatchObject({ code });
  });

  test('an instrument of another region, or ended, is not in use here', async () => {
    const foreign = await actorWith(world, 'centreHead', world.foreignCentre);
    const scale = { scheme: 'nine', maximum: 10, lowCutPercent: 60, highCutPercent: 80, startedOn: TODAY } as const;
    const words = { name: 'Чужой', edition: '1', provider: null };
    const theirs = await addInstrument(foreign, { ...words, ...scale, unitId: world.foreignCentre });
    const entered = measured([['legal', 5]], { instrumentId: theirs.id });
    await expect(recordMeasured(tutor, routeId, entered)).rejects.toMatchObject({ code: 'instrument-not-in-use' });
    const ours = await addInstrument(centreHead, { ...words, ...scale, unitId: world.centre });
    await endInstrument(centreHead, ours.id, { endedOn: TODAY, version: 1 });
    const late = { instrumentId: ours.id, madeOn: '2026-11-23' };
    await expect(
      recordMeasured({ ...tutor, today: '2026-11-24' }, routeId, measured([['legal', 5]], late)),
    ).rejects.toMatchObject({ code: 'instrument-not-in-use' });
  });
});

test('a deficit named by hand is open once', async () => {
  const named = { area: 'health', description: 'Урок без движения' } as const;
  await nameDeficit(tutor, routeId, named);
  await expect(nameDeficit(owner, routeId, named)).rejects.toMatchObject({ code: 'deficit-already-open' });
  await expect(nameDeficit(centreHead, routeId, named)).rejects.toThrow(Forbidden);
});

describe('sharing', () => {
  test('shows the curator the areas the owner opened, and ends at once', async () => {
    await tellDifficulties(owner, routeId, marks(4));
    expect(await listAreaDiagnoses(curator, routeId)).toEqual([]);
    await shareAreas(owner, routeId, ['ict', 'legal']);
    expect((await listAreaDiagnoses(curator, routeId)).map(({ area }) => area)).toEqual(['legal', 'ict']);
    await shareAreas(owner, routeId, ['legal']);
    expect((await listAreaDiagnoses(curator, routeId)).map(({ area }) => area)).toEqual(['legal']);
    const head = await actorWith(world, 'head', world.school);
    expect(await listAreaDiagnoses(head, routeId)).toEqual([]);
    const elsewhere = await actorWith(world, 'curator', world.sibling);
    expect(await listAreaDiagnoses(elsewhere, routeId)).toEqual([]);
  });

  test('is the owner’s alone', async () => {
    await expect(shareAreas(tutor, routeId, ['ict'])).rejects.toThrow(Forbidden);
    await expect(shareAreas(curator, routeId, ['ict'])).rejects.toThrow(NotFound);
  });
});
