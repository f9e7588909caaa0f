import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import {
  addEntry,
  addVersion,
  type NewVersion,
  switchEntry,
} from '#app/features/directories/directory.operations.server.ts';
import { findOptionalEntry, listEntries } from '#app/features/directories/directory.queries.server.ts';
import type { NewMentorship } from '#app/features/mentorships/mentorship.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let methodologist: Context & { personId: Id };
let federal: Context & { personId: Id };
let curator: Context & { personId: Id };

const version: NewVersion = {
  name: 'наставник – вожатый',
  meaning: 'Опытный наставник готовит вожатых.',
  source: 'приказ министерства области',
  mentorSides: ['employee'],
  menteeSides: ['employee'],
  underLabourLaw: true,
  needsOrder: true,
  hasRolesPerTopic: false,
  isEvent: false,
  isGroup: false,
  startedOn: TODAY,
  endedOn: null,
};
const plain = { directory: 'form', code: 'teacher_teacher' } as const;

beforeAll(async () => {
  world = await buildWorld(db);
  methodologist = await actorWith(world, 'methodologist', world.region);
  federal = await actorWith(world, 'federalOperator', world.federation);
  curator = await actorWith(world, 'curator', world.school);
});

const formsIn = async (regionId: Id | null, day = TODAY) =>
  (await listEntries(world.system, regionId, day)).filter(({ directory }) => directory === 'form');
const propose = async ({ mentorId, ...changed }: Partial<NewMentorship> = {}) => {
  const pair = {
    mentorId: mentorId ?? (await hire(world, world.school)),
    menteeId: await hireYoung(world, world.school),
  };
  return makeProposal(curator, pair, changed);
};
const linesOf = (act: string) =>
  db.selectFrom('journalEntry').select(['actorId', 'after']).where('act', '=', act).execute();

test('all three lists of forms are shipped, the pair of sources told apart', async () => {
  const forms = await formsIn(null);
  const named = (list: string) =>
    forms.filter(({ lists }) => lists.some((one) => one === list)).map(({ name }) => name);
  expect(named('teacher')).toHaveLength(5);
  expect(named('student_s3')).toEqual([
    'ученик – ученик',
    'учитель – учитель',
    'работодатель – ученик',
    'учитель – ученик',
  ]);
  expect(named('student_r145')).toEqual([
    'ученик – ученик',
    'учитель – учитель',
    'работодатель – ученик',
    'студент – ученик',
    'работодатель – студент',
  ]);
  expect(named('reverse')).toHaveLength(4);
  expect(forms.every(({ meaning, source, mentorSides }) => meaning && source && mentorSides.length > 0)).toBe(true);
});

describe('an own entry of a region', () => {
  test('is added by its methodologist, known there alone, and can be proposed', async () => {
    const { code } = await addEntry(methodologist, world.region, { ...version, directory: 'form', lists: ['teacher'] });
    expect((await formsIn(world.region)).map((entry) => entry.code)).toContain(code);
    expect((await formsIn(world.otherRegion)).map((entry) => entry.code)).not.toContain(code);
    expect(await linesOf('addDirectoryEntry')).toMatchObject([{ actorId: methodologist.personId }]);
    await expect(propose({ formCode: code })).resolves.toBeTruthy();
    await db
      .updateTable('mentoringForm')
      .set({ regionId: world.otherRegion, unitId: world.otherRegion })
      .where('code', '=', code)
      .execute();
    await expect(propose({ formCode: code })).rejects.toThrow('entry-unknown');
  });

  test('is added by nobody else, nor for another region or for all', async () => {
    const entry = { ...version, directory: 'form', lists: ['teacher'] } as const;
    const input = { ...entry, lists: [...entry.lists] };
    await expect(addEntry(curator, world.region, input)).rejects.toBeInstanceOf(NotFound);
    await expect(addEntry(methodologist, world.otherRegion, input)).rejects.toBeInstanceOf(NotFound);
    await expect(addEntry(methodologist, world.federation, input)).rejects.toBeInstanceOf(NotFound);
    await expect(addEntry(federal, world.region, input)).rejects.toBeInstanceOf(NotFound);
  });

  test('is not chosen before its first day', async () => {
    const later = { ...version, startedOn: '2026-12-01', directory: 'kind' as const, lists: [] };
    const { code } = await addEntry(methodologist, world.region, later);
    await expect(propose({ kindCode: code })).rejects.toThrow('entry-not-in-force');
    await expect(propose({ kindCode: code, startedOn: '2026-12-01' })).resolves.toBeTruthy();
  });
});

describe('a new version', () => {
  test('follows the one before, which stays true of its own days', async () => {
    const kind = { directory: 'kind', code: 'short_term' } as const;
    await addVersion(federal, kind, { ...version, name: 'краткосрочное', startedOn: '2027-01-01' });
    const before = await findOptionalEntry(world.system, kind, world.region, '2026-12-31');
    const after = await findOptionalEntry(world.system, kind, world.region, '2027-01-01');
    expect([before?.name, before?.endedOn]).toEqual(['краткосрочное (целеполагающее)', '2026-12-31']);
    expect([after?.name, after?.startedOn]).toEqual(['краткосрочное', '2027-01-01']);
    await expect(addVersion(federal, kind, { ...version, startedOn: '2027-01-01' })).rejects.toThrow(
      'version-not-later',
    );
  });

  test('of an entry for all is made by the federal operator alone', async () => {
    await expect(addVersion(methodologist, plain, version)).rejects.toBeInstanceOf(NotFound);
    await expect(addVersion(curator, plain, version)).rejects.toBeInstanceOf(NotFound);
  });

  test('two made at once end in one', async () => {
    const kind = { directory: 'kind', code: 'self_directed' } as const;
    const made = await Promise.allSettled(
      ['одно', 'другое'].map((name) => addVersion(federal, kind, { ...version, name, startedOn: '2027-02-01' })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = made.find((one) => one.status === 'rejected');
    expect(String(refused?.reason)).toContain('version-not-later');
  });
});

describe('switching in a region', () => {
  const speed = { directory: 'kind', code: 'speed' } as const;

  test('an entry that is off cannot be proposed from that day, and can again when it is on', async () => {
    await switchEntry(methodologist, world.region, speed, { isOff: true, from: TODAY });
    await expect(propose({ kindCode: 'speed' })).rejects.toThrow('entry-off');
    expect((await findOptionalEntry(world.system, speed, world.otherRegion, TODAY))?.isOff).toBe(false);
    await switchEntry(methodologist, world.region, speed, { isOff: false, from: TODAY });
    await expect(propose({ kindCode: 'speed' })).resolves.toBeTruthy();
    await switchEntry(methodologist, world.region, speed, { isOff: true, from: '2027-01-01' });
    await expect(propose({ kindCode: 'speed' })).resolves.toBeTruthy();
    expect(await linesOf('switchDirectoryEntry')).toHaveLength(3);
  });

  test('belongs to the methodologist of the region', async () => {
    const off = { isOff: true, from: TODAY };
    await expect(switchEntry(federal, world.region, speed, off)).rejects.toBeInstanceOf(NotFound);
    await expect(switchEntry(federal, world.federation, speed, off)).rejects.toBeInstanceOf(NotFound);
    await expect(switchEntry(methodologist, world.otherRegion, speed, off)).rejects.toBeInstanceOf(NotFound);
    await expect(switchEntry(curator, world.region, speed, off)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('a proposal', () => {
  test('asks the directory whether labour law reaches the form', async () => {
    const head = await hire(world, world.school, {
      employment: { postCode: 'head', subject: null, startedOn: '2015-09-01' },
    });
    const student = { formCode: 'employer_student', mentorId: head };
    await expect(propose({ ...student, legalBasis: 'labor_351_8' })).rejects.toThrow('basis-not-for-form');
    await expect(propose({ ...student, legalBasis: 'student_activity' })).resolves.toBeTruthy();
  });

  test('asks the directory who may stand on either side', async () => {
    await expect(propose({ formCode: 'head_teacher' })).rejects.toThrow('side-not-for-form');
    await expect(propose({ formCode: 'teacher_pupil', legalBasis: 'volunteer' })).rejects.toThrow('side-not-for-form');
  });

  test('joins a reverse form with a reverse kind alone', async () => {
    const reverse = { formCode: 'reverse_young_experienced' };
    await expect(propose(reverse)).rejects.toThrow('form-needs-topics');
    const mentorId = await hire(world, world.school, {
      ...{ birthOn: '2004-05-17', teachingSince: '2024-09-01' },
      employment: { postCode: 'teacher', subject: 'математика', startedOn: '2024-09-01' },
    });
    await expect(propose({ ...reverse, kindCode: 'reverse', mentorId })).resolves.toBeTruthy();
  });
});

describe('pages', () => {
  const read = async (path: string, as: Id) => (await site.get(path, { as })).text();

  test('show a curator what each form means, without acts', async () => {
    const text = await read(paths.directories(), curator.personId);
    expect(text).toContain('учитель – ученик');
    expect(text).toContain('работник организации → работник организации');
    expect(text).not.toContain('Добавить форму');
    expect(await read(`${paths.directories()}?list=reverse`, curator.personId)).not.toContain('учитель – ученик');
  });

  test('switch off with a sentence and keep what was typed', async () => {
    const path = paths.directorySwitch('form', 'partner_teacher');
    const as = methodologist.personId;
    const form = { regionId: world.region, isOff: 'yes' };
    const past = await site.post(path, { ...form, from: '01.11.2026' }, { as });
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('Этот день уже прошёл');
    expect((await site.post(path, { ...form, from: '22.11.2026' }, { as })).status).toBe(303);
    expect(await read(paths.directories(), curator.personId)).toContain('выключено');
    expect(await read(path, as)).toContain('Включить в регионе');
  });

  test('an own entry needs sides and a list', async () => {
    const path = paths.directoryEntryAdd('form');
    const words = { name: 'своя', meaning: 'смысл', source: 'приказ', startedOn: '22.11.2026', endedOn: '' };
    const form = { ...words, unitId: world.region, menteeSides: 'employee', traits: ['needsOrder', 'isGroup'] };
    const refused = await site.post(path, { ...form, lists: 'teacher' }, { as: methodologist.personId });
    expect(await refused.text()).toContain('кто может стоять на этой стороне');
    const form2 = { ...form, mentorSides: ['employee', 'leader'] };
    const listless = await site.post(path, form2, { as: methodologist.personId });
    expect(await listless.text()).toContain('хотя бы один перечень');
    const taken = await site.post(path, { ...form2, lists: 'teacher' }, { as: methodologist.personId });
    expect(taken.status).toBe(303);
  });
});
