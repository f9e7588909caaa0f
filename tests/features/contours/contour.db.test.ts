import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { makeAgreed, makeInside, makeOutside } from '#app/demo/factories/contours.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { endAgreement } from '#app/features/agreements/agreement.operations.server.ts';
import {
  endComponent,
  type PlaceOutside,
  placeInside,
  placeOutside,
} from '#app/features/contours/contour.operations.server.ts';
import { listComponentStates, listLocations } from '#app/features/contours/contour.queries.server.ts';
import { countContours, listComponents, listContourRows } from '#app/features/contours/contour-area.queries.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let head: Actor;
let curator: Actor;
let coordinator: Actor;
let otherHead: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  head = await actorWith(world, 'head', world.school);
  curator = await actorWith(world, 'curator', world.school);
  otherHead = await actorWith(world, 'head', world.sibling);
  coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
});

const stateOf = async (code: string, day = TODAY, unitId = world.school) =>
  (await listComponentStates(world.system, unitId, day)).find((state) => state.code === code);
const at = (code: string, unitId = world.school) => ({ unitId, code });
const periodsOf = async (code: string) =>
  (await listLocations(head, world.school, code)).periods.map(({ place, startedOn, endedOn, provider }) => [
    ...[place, startedOn, endedOn],
    provider,
  ]);
const versionOf = async (code: string) => (await listLocations(head, world.school, code)).version;
const onOrder = { groundKind: 'order', ground: '№ 1' } as const;
let kept = 0;
const numbered = () => {
  kept += 1;
  return { number: `К-${kept}` };
};

test('every organisation has the whole list of components, each a gap until it is placed', async () => {
  const states = await listComponentStates(head, world.school, TODAY);
  const components = await listComponents(head);
  expect(states.map(({ code }) => code)).toEqual(components.map(({ code }) => code));
  expect(states.map(({ code }) => code)).toEqual(expect.arrayContaining(['curator', 'mentors', 'psychologist']));
  const foreign = await listComponentStates(world.system, world.foreignSchool, TODAY);
  expect(foreign.every(({ gap }) => gap === 'never')).toBe(true);
});

describe('moving a component', () => {
  test('keeps what was before it, day by day, with who provided it', async () => {
    await makeInside(head, at('curator'), '2025-09-01');
    await makeOutside(head, at('curator'), world.municipality, '2026-02-01');
    await makeInside(head, at('curator'), '2026-09-01');
    expect(await periodsOf('curator')).toEqual([
      ['inside', '2026-09-01', null, 'Гимназия № 2'],
      ['outside', '2026-02-01', '2026-08-31', 'Заречный округ'],
      ['inside', '2025-09-01', '2026-01-31', 'Гимназия № 2'],
    ]);
    const days = ['2025-08-31', '2025-09-01', '2026-01-31', '2026-02-01', '2026-08-31', TODAY];
    const places = await Promise.all(days.map(async (day) => (await stateOf('curator', day))?.place));
    expect(places).toEqual([null, 'inside', 'inside', 'outside', 'outside', 'inside']);
  });

  test('from the very day of the last record corrects it and leaves both acts in the journal', async () => {
    await makeInside(head, at('mentors'), '2026-10-01');
    await makeOutside(head, at('mentors'), world.sibling, '2026-10-01');
    expect(await periodsOf('mentors')).toEqual([['outside', '2026-10-01', null, 'Школа № 5']]);
    const [period] = (await listLocations(head, world.school, 'mentors')).periods;
    const lines = db
      .selectFrom('journalEntry')
      .select('act')
      .where('objectId', '=', period?.id ?? '');
    expect((await lines.orderBy('id').execute()).map(({ act }) => act)).toEqual(['placeInside', 'placeOutside']);
  });

  test('that was ended is a gap the next day, and is placed again later', async () => {
    await makeInside(head, at('facilities'), '2026-09-01');
    const ending = { endedOn: '2026-10-31', endReason: 'Ремонт', version: await versionOf('facilities') };
    await endComponent(head, world.school, 'facilities', ending);
    expect((await stateOf('facilities', '2026-10-31'))?.gap).toBeNull();
    expect((await stateOf('facilities', '2026-11-01'))?.gap).toBe('ended');
    await makeInside(head, at('facilities'), '2026-11-10');
    expect((await stateOf('facilities', '2026-11-09'))?.gap).toBe('ended');
    expect((await stateOf('facilities'))?.gap).toBeNull();
  });
});

describe('a component provided outside', () => {
  test('by an agreement is a gap once the agreement is ended', async () => {
    const { id } = await makeAgreement(head, world.school, { partnerName: 'Технопарк', ...numbered() });
    await makeAgreed(head, at('mentor_training'), id, '2026-10-01');
    expect(await stateOf('mentor_training')).toMatchObject({ place: 'outside', provider: 'Технопарк', gap: null });
    await endAgreement(head, id, { endedOn: '2026-11-21', endReason: 'Закрылся', version: 1 });
    expect(await stateOf('mentor_training')).toMatchObject({ place: null, gap: 'agreementOver' });
    expect(await stateOf('mentor_training', '2026-11-21')).toMatchObject({ place: 'outside', gap: null });
  });

  test('by a body that is closed is a gap from the day after', async () => {
    const service = { kind: 'municipal_methodical_service', parentId: world.municipality, name: 'Служба' } as const;
    const { id } = await makeUnit(world.system, service);
    await makeOutside(head, at('methodical_support'), id, '2026-09-01');
    await db.updateTable('orgUnit').set({ endedOn: '2026-11-20' }).where('id', '=', id).execute();
    expect((await stateOf('methodical_support', '2026-11-20'))?.gap).toBeNull();
    expect((await stateOf('methodical_support'))?.gap).toBe('providerClosed');
  });

  test('needs one provider of the region, a ground, and an agreement of its own in force', async () => {
    const coming = await makeAgreement(head, world.school, { startedOn: '2026-12-01', ...numbered() });
    const others = await makeAgreement(otherHead, world.sibling, numbered());
    const input: PlaceOutside = {
      ...{ ...onOrder, agreementId: null, providerUnitId: world.centre },
      ...{ from: TODAY, version: 1 },
    };
    const byAgreement = (agreementId: string) => ({ agreementId, providerUnitId: null });
    const refused: [string, Partial<PlaceOutside>, string][] = [
      ['information', { providerUnitId: world.foreignSchool }, 'component-needs-one-provider'],
      ['information', { providerUnitId: newId() }, 'component-needs-one-provider'],
      ['information', { agreementId: coming.id }, 'component-needs-one-provider'],
      ['information', { ground: null }, 'component-needs-ground'],
      ['information', byAgreement(coming.id), 'component-agreement-not-in-force'],
      ['information', byAgreement(others.id), 'component-agreement-not-in-force'],
      ['information', byAgreement(newId()), 'component-agreement-not-in-force'],
      ['leadership', {}, 'component-stays-inside'],
      ['regulation', {}, 'component-stays-inside'],
      ['road_map', {}, 'component-stays-inside'],
    ];
    for (const [code, change, rule] of refused) {
      const act = placeOutside(head, world.school, code, { ...input, ...change });
      await expect(act).rejects.toMatchObject({ code: rule });
    }
    expect((await stateOf('information'))?.gap).toBe('never');
  });
});

describe('who places', () => {
  test('is the head alone: curator and coordinator only read, others see nothing', async () => {
    const input = { ...onOrder, from: TODAY, version: 1 };
    for (const reader of [curator, coordinator]) {
      await expect(placeInside(reader, world.school, 'monitoring', input)).rejects.toThrow(Forbidden);
    }
    await expect(placeInside(otherHead, world.school, 'monitoring', input)).rejects.toThrow(NotFound);
    await expect(placeInside(head, world.municipality, 'monitoring', input)).rejects.toThrow(NotFound);
    await expect(placeInside(head, world.school, 'nonsense', input)).rejects.toThrow(NotFound);
    expect(await listComponentStates(otherHead, world.school, TODAY)).toEqual([]);
    expect((await stateOf('monitoring'))?.gap).toBe('never');
  });

  test('from an old page is told so', async () => {
    await makeInside(head, at('information'), '2026-11-01');
    const late = placeInside(head, world.school, 'information', { ...onOrder, from: TODAY, version: 1 });
    await expect(late).rejects.toThrow(StaleWrite);
    await expect(late).rejects.toMatchObject({ theirs: { version: '2' } });
  });
});

test('the number of schools with gaps equals a count by hand, on the day and on earlier ones (M-02)', async () => {
  const region = await makeUnit(world.system, { kind: 'region', parentId: world.federation, name: 'Счётная область' });
  const district = await makeUnit(world.system, { kind: 'municipality', parentId: region.id, name: 'Счётный район' });
  const school = async (name: string) => {
    const { id } = await makeUnit(world.system, { kind: 'school', parentId: district.id, name });
    return { id, head: await actorWith(world, 'head', id) };
  };
  const whole = await school('Полная');
  const lacking = await school('Без куратора');
  const leaning = await school('По соглашению');
  await school('Пустая');
  const methodologist = await actorWith(world, 'methodologist', region.id);
  const codes = (await listComponents(world.system)).map(({ code }) => code);
  for (const { id, head: ownHead } of [whole, lacking, leaning]) {
    for (const code of codes) await makeInside(ownHead, at(code, id), '2026-09-01');
  }
  const ending = { endedOn: '2026-10-31', endReason: 'Уволилась', version: 2 };
  await endComponent(lacking.head, lacking.id, 'curator', ending);
  const paper = { partnerName: 'Вуз', endedOn: '2026-11-10', ...numbered() };
  const { id: agreement } = await makeAgreement(leaning.head, leaning.id, paper);
  await makeAgreed(leaning.head, at('psychologist', leaning.id), agreement, '2026-10-15');

  const everything = { search: '', gaps: undefined };
  const count = async (day: string) => (await countContours(methodologist, region.id, day, everything)).withGaps;
  expect(await count('2026-08-31')).toBe(4);
  expect(await count('2026-10-31')).toBe(1);
  expect(await count('2026-11-01')).toBe(2);
  expect(await count(TODAY)).toBe(3);
  const rows = await listContourRows(methodologist, district.id, TODAY, { search: '', gaps: 'yes', page: 1 });
  const missing = ({ cells }: (typeof rows)[number]) => codes.filter((code) => !cells[code]);
  expect(rows.map((row) => [row.name, row.gaps, missing(row)])).toEqual([
    ['Пустая', codes.length, codes],
    ['Без куратора', 1, ['curator']],
    ['По соглашению', 1, ['psychologist']],
  ]);
  const states = await listComponentStates(methodologist, leaning.id, TODAY);
  expect(states.filter(({ gap }) => gap !== null).map(({ code }) => code)).toEqual(['psychologist']);
  expect(await countContours(coordinator, region.id, TODAY, everything)).toEqual({ total: 0, withGaps: 0, found: 0 });
});
