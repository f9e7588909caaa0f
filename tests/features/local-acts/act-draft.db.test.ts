import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { draftAct, editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { type ActField, drawnKind, fieldsOf } from '#app/features/local-acts/act-fields.ts';
import type { Given } from '#app/features/local-acts/act-form.ts';
import { knownValues } from '#app/features/local-acts/act-known.server.ts';
import { wordsSchema } from '#app/features/local-acts/act-names.ts';
import { actTypes } from '#app/features/local-acts/act-type.ts';
import { isDrawn } from '#app/features/local-acts/act-values.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { findAct } from '#app/features/local-acts/local-act.queries.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let mentorId: Id;
let menteeId: Id;
let mentorshipId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  mentorId = await hire(world, world.school);
  menteeId = await hireYoung(world, world.school);
  mentorshipId = (await makeConsented(curator, { mentorId, menteeId })).id;
  await makePapers({ curator, head }, mentorshipId);
  const order = { unitId: world.school, mentorshipIds: [mentorshipId], programmeDueOn: '2026-12-20' };
  const { id } = await draftOrder(curator, { ...order, control: 'head' });
  await approve(id);
});

async function approve(id: Id): Promise<string> {
  await submitAct(curator, id, { version: (await findAct(curator, id)).version });
  const { documentHash } = await findAct(head, id);
  return (await approveAct(head, id, { hash: documentHash, registeredOn: head.today })).number;
}

/** Something for every needed field a type has. */
function filled(fields: readonly ActField[]): Given {
  const value = (field: ActField): Given[string] => {
    if (field.kind === 'day') return curator.today;
    if (field.kind === 'person') return mentorId;
    if (field.kind === 'mentorship') return mentorshipId;
    if (field.kind === 'choice') return field.options[0] ?? '';
    if (field.kind === 'rows') return [Object.fromEntries(field.columns.map(({ name }) => [name, `слово ${name}`]))];
    return `слово ${field.name}`;
  };
  return Object.fromEntries(fields.filter(({ isOptional }) => !isOptional).map((field) => [field.name, value(field)]));
}

const drawn = actTypes.flatMap(({ code }) => {
  const kind = drawnKind(code);
  return kind && kind !== 'assignment_order' ? [kind] : [];
});

describe.each(drawn)('the type %s', (kind) => {
  test('M-21: is drawn up, corrected, approved under a number, and says what was given', async () => {
    const values = { ...filled(fieldsOf(kind)), ...(kind === 'regulation' ? { unionOpinion: 'протокол № 4' } : {}) };
    const { id } = await draftAct(curator, { kind, unitId: world.school, values });
    const act = await findAct(curator, id);
    if (!isDrawn(act.values)) throw new Error('drawn up from fields');
    expect(act.values.given).toMatchObject(values);
    const { acquainted: _, ...words } = act.values.words;
    const known = wordsSchema(kind).shape;
    expect(wordsSchema(kind).safeParse('acquainted' in known ? act.values.words : words).error).toBeUndefined();
    const text = JSON.stringify(act.document);
    for (const field of fieldsOf(kind)) {
      if (field.kind === 'line' && !field.isOptional) expect(text).toContain(`слово ${field.name}`);
    }
    await editAct(curator, id, { values: {}, version: act.version });
    expect((await findAct(curator, id)).documentHash).toBe(act.documentHash);
    expect(await approve(id)).toMatch(/^\d+/);
  });
});

const curatorOrder = (values: Given = {}) =>
  ({ kind: 'curator_order', unitId: world.school, values: { curator: mentorId, ...values } }) as const;

test('names stand in their cases, and quotes of the organisation stay', async () => {
  const { id } = await draftAct(curator, curatorOrder());
  const person = await db.selectFrom('person').selectAll().where('id', '=', mentorId).executeTakeFirstOrThrow();
  const unit = await db.selectFrom('orgUnit').select('name').where('id', '=', world.school).executeTakeFirstOrThrow();
  const text = JSON.stringify((await findAct(curator, id)).document);
  expect(text).not.toContain(`Назначить ${person.lastName} ${person.firstName}`);
  expect(text).toContain(JSON.stringify(unit.name).slice(1, -1));
  expect(text).toContain('от 21 декабря 2021 г. № АЗ-1128/08');
});

test('the regulation names the order that approved it, and the order the regulation in force', async () => {
  const values = filled(fieldsOf('regulation'));
  const { id } = await draftAct(curator, { kind: 'regulation', unitId: world.school, values });
  const before = JSON.stringify((await findAct(curator, id)).document);
  expect(before).toContain('УТВЕРЖДЕНО');
  expect(before).toContain('ПРИНЯТО');
  expect(before).not.toContain('УЧТЕНО МНЕНИЕ');
});

test('the regulation has nine sections, own paragraphs in their place', async () => {
  const values = { ...filled(fieldsOf('regulation')), own3: 'Первый свой абзац.\nВторой свой абзац.' };
  const { id } = await draftAct(curator, { kind: 'regulation', unitId: world.school, values });
  const { document } = await findAct(curator, id);
  expect(document.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(9);
  const third = document.blocks.filter((block) => block.kind === 'points' && block.section === 3);
  expect(JSON.stringify(third)).toContain('Первый свой абзац.');
  expect(JSON.stringify(third)).toContain('Второй свой абзац.');
});

test('a value given once is known for the next document', async () => {
  const values = { ...filled(fieldsOf('regulation')), site: 'школа-99.рф' };
  await draftAct(curator, { kind: 'regulation', unitId: world.school, values });
  expect(await knownValues(curator, 'regulation', world.school)).toMatchObject({ site: 'школа-99.рф' });
});

test('the road map comes filled with the usual stages', async () => {
  const { id } = await draftAct(curator, { kind: 'road_map', unitId: world.school, values: {} });
  const table = (await findAct(curator, id)).document.blocks.find(({ kind }) => kind === 'table');
  expect(table).toMatchObject({
    headerRows: [['№', 'Этап', 'Содержание и мероприятия', 'Сроки', 'Ответственный', 'Ожидаемый результат']],
  });
  expect(table?.kind === 'table' && table.rows.length).toBeGreaterThan(10);
});

test('the order of replacement says who, by which order, and that the term goes on', async () => {
  const newMentor = await hire(world, world.school);
  const values = { mentorship: mentorshipId, ground: 'own-wish', endsOn: curator.today, newMentor };
  const { id } = await draftAct(curator, { kind: 'replacement_order', unitId: world.school, values });
  const text = JSON.stringify((await findAct(curator, id)).document);
  for (const part of ['замене наставника', '(приказ от', 'не начинается заново', 'досрочно отказался']) {
    expect(text).toContain(part);
  }
});

test.each([
  ['a needed value left out', { curator: '' }, 'value-missing'],
  ['a last day before the first', { startedOn: '2026-12-01', endedOn: '2026-11-30' }, 'period-reversed'],
  ['somebody who does not work here', { curator: newId() }, 'person-elsewhere'],
])('refuses %s', async (_, values, code) => {
  await expect(draftAct(curator, curatorOrder(values))).rejects.toMatchObject({ code });
});

test('refuses a mentorship of another school and a mentor who is in the pair already', async () => {
  const base = { ground: 'both', endsOn: curator.today };
  const draft = (values: Given) => draftAct(curator, { kind: 'replacement_order', unitId: world.school, values });
  await expect(draft({ ...base, mentorship: newId() })).rejects.toMatchObject({ code: 'mentorship-elsewhere' });
  const same = { ...base, mentorship: mentorshipId, newMentor: mentorId };
  await expect(draft(same)).rejects.toMatchObject({ code: 'mentor-not-new', field: 'newMentor' });
});

test('a document of more than a hundred pages is refused with what to do', async () => {
  const present = 'а'.repeat(2000);
  const rows = Array.from({ length: 24 }, () => ({ question: 'к', heard: present, decided: present.repeat(4) }));
  const values = { ...filled(fieldsOf('meeting_minutes')), present, questions: rows };
  const draft = draftAct(curator, { kind: 'meeting_minutes', unitId: world.school, values });
  await expect(draft).rejects.toMatchObject({ code: 'text-too-long' });
});

test('nobody draws up or corrects for another school, nor a mentor for his own', async () => {
  const stranger = await actorWith(world, 'curator', world.sibling);
  const mentor = await as(world, mentorId);
  await expect(draftAct(stranger, curatorOrder())).rejects.toBeInstanceOf(NotFound);
  await expect(draftAct(mentor, curatorOrder())).rejects.toBeInstanceOf(NotFound);
  const { id } = await draftAct(curator, curatorOrder());
  await expect(editAct(stranger, id, { values: {}, version: 1 })).rejects.toBeInstanceOf(NotFound);
});

test('a stale correction, and one of a text already handed in, change nothing', async () => {
  const { id } = await draftAct(curator, curatorOrder());
  await editAct(curator, id, { values: { payGround: 'коллективный договор' }, version: 1 });
  await expect(editAct(curator, id, { values: {}, version: 1 })).rejects.toBeInstanceOf(StaleWrite);
  await submitAct(curator, id, { version: 2 });
  await expect(editAct(curator, id, { values: {}, version: 3 })).rejects.toMatchObject({ code: 'not-editable' });
});

test('the same form sent twice draws one document', async () => {
  const key = newId();
  const first = await draftAct(curator, curatorOrder(), key);
  expect(await draftAct(curator, curatorOrder(), key)).toEqual(first);
});

test('each act is one line of the journal without any words of the document', async () => {
  const { id } = await draftAct(curator, curatorOrder({ payGround: 'тайное слово' }));
  const lines = await db.selectFrom('journalEntry').selectAll().where('objectId', '=', id).execute();
  expect(lines.map(({ act }) => act)).toEqual(['draftAct']);
  expect(JSON.stringify(lines)).not.toContain('тайное');
});
