import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeEmployment } from '#app/demo/factories/people.ts';
import type { NewPerson } from '#app/features/people/person.ts';
import { beginningAgrees } from '#app/features/staff-lists/staff-list-dates.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, buildWorld, hire, type World } from '#tests/support/world.ts';
import { applied, checked, csv, peopleHash, rowsOf, withNewSchool } from './lists.ts';

const db = testDatabase();
let world: World;
let curator: Awaited<ReturnType<typeof actorWith>>;

beforeEach(async () => {
  world = await withNewSchool(world ?? (await buildWorld(db)));
  curator = await actorWith(world, 'curator', world.school);
});

const HEADER =
  'Фамилия;Имя;Отчество;Дата рождения;Должность;Предмет;Начало педагогической деятельности;Дата приёма;Категория;Почта;Телефон';

interface Row {
  last?: string;
  first?: string;
  middle?: string;
  born?: string;
  post?: string;
  subject?: string;
  since?: string;
  hired?: string;
  category?: string;
  email?: string;
  phone?: string;
}

function line(row: Row): string {
  const { last = 'Семёнова', first = 'Анна', middle = 'Львовна', born = '12.04.1990', post = 'учитель' } = row;
  const {
    subject = 'химия',
    since = '01.09.2012',
    hired = '01.09.2015',
    category = 'высшая',
    email = '',
    phone = '',
  } = row;
  return [last, first, middle, born, post, subject, since, hired, category, email, phone].join(';');
}

function known(overrides: Partial<NewPerson> = {}): Promise<string> {
  return hire(world, world.school, {
    lastName: 'Семёнова',
    firstName: 'Анна',
    middleName: 'Львовна',
    birthOn: '1990-04-12',
    teachingSince: '2012-09-01',
    category: 'highest',
    employment: { postCode: 'teacher', subject: 'химия', startedOn: '2015-09-01' },
    ...overrides,
  });
}

async function outcomes(...rows: Row[]) {
  const list = await checked(world, curator, world.school, csv(HEADER, ...rows.map(line)));
  return (await rowsOf(world, list.id)).map(({ outcome, personId, changes, refusals }) => ({
    outcome,
    personId,
    changes,
    codes: Array.isArray(refusals) ? refusals.map((refusal: { code: string }) => refusal.code) : [],
  }));
}

async function outcomesOf(header: string, rows: readonly string[]): Promise<string[]> {
  // Another file, so that it is not taken for the one just applied.
  const list = await checked(world, curator, world.school, csv(header, ...rows, ''));
  return (await rowsOf(world, list.id)).map(({ outcome }) => outcome);
}

function employments(personId: string) {
  return db
    .selectFrom('employment')
    .select(['postCode', 'subject', 'startedOn', 'endedOn'])
    .where('personId', '=', personId)
    .orderBy('startedOn')
    .execute();
}

describe('the same person', () => {
  test.each<[string, Row]>([
    ['letter for letter', {}],
    ['with е for ё, in capitals', { last: 'СЕМЕНОВА', first: 'АННА' }],
    ['without a patronymic', { middle: '' }],
    ['without a birth date', { born: '' }],
    ['with silent columns', { subject: '', since: '', hired: '', category: '' }],
  ])('is found %s, and nothing changes', async (_, row) => {
    const id = await known();
    expect(await outcomes(row)).toEqual([{ outcome: 'unchanged', personId: id, changes: null, codes: [] }]);
  });

  test('is found by name where the birth date was not recorded, and gets it', async () => {
    const id = await known({ birthOn: null });
    expect(await outcomes({})).toEqual([
      { outcome: 'changed', personId: id, changes: { birthOn: [null, '1990-04-12'] }, codes: [] },
    ]);
  });

  test('is found by an e-mail that is alone after a change of name', async () => {
    const id = await known({ email: 'anna@shkola.example' });
    const [row] = await outcomes({ last: 'Орлова', email: 'anna@shkola.example' });
    expect(row).toMatchObject({ outcome: 'changed', personId: id, changes: { lastName: ['Семёнова', 'Орлова'] } });
  });

  test('is not found by an e-mail that two people share', async () => {
    await known({ email: 'school@shkola.example' });
    await known({ firstName: 'Ольга', birthOn: '1985-01-01', email: 'school@shkola.example' });
    expect(await outcomes({ last: 'Орлова', email: 'school@shkola.example' })).toMatchObject([{ outcome: 'new' }]);
  });

  test('is not a namesake born on another day', async () => {
    await known();
    expect(await outcomes({ born: '13.04.1991' })).toMatchObject([{ outcome: 'new' }]);
  });

  test('is not one of another organisation', async () => {
    await hire(world, world.sibling, {
      lastName: 'Семёнова',
      firstName: 'Анна',
      middleName: 'Львовна',
      birthOn: '1990-04-12',
    });
    expect(await outcomes({})).toMatchObject([{ outcome: 'new' }]);
  });

  test('cannot be told among namesakes without a birth date: the row is refused', async () => {
    await known();
    await known({ birthOn: '1991-05-05' });
    expect(await outcomes({ born: '' })).toMatchObject([{ outcome: 'refused', codes: ['ambiguous'] }]);
  });

  test('claimed by two rows is nobody’s', async () => {
    await known({ birthOn: null, email: null });
    const rows = await outcomes({ born: '12.04.1990' }, { born: '01.01.1980' });
    expect(rows.map((row) => row.codes)).toEqual([['ambiguous'], ['ambiguous']]);
  });
});

describe('what a list corrects', () => {
  test('is each field it knows otherwise, and only those', async () => {
    const id = await known({ category: 'first', phone: '+79990000000' });
    const row = { email: 'A.Semenova@Shkola.example', phone: '8 912 345-67-89', subject: 'БИОЛОГИЯ' };
    const [outcome] = await outcomes(row);
    expect(outcome).toMatchObject({ outcome: 'changed', personId: id });
    expect(outcome?.changes).toMatchObject({
      email: [null, 'a.semenova@shkola.example'],
      phone: ['+79990000000', '+79123456789'],
      category: ['first', 'highest'],
      subject: ['химия', 'биология'],
      employment: { act: 'correct' },
    });
    expect(Object.keys(outcome?.changes as object).sort()).toEqual([
      'category',
      'email',
      'employment',
      'phone',
      'subject',
    ]);
  });

  test('is also since and until when a category is held; another category leaves no days of the old one', async () => {
    const first = await known({ category: 'first', categoryFrom: '2020-02-10', categoryUntil: '2025-02-09' });
    const second = await known({ lastName: 'Орлова', category: 'first', categoryFrom: '2020-02-10' });
    const header = `${HEADER};Дата присвоения категории;Категория действует до`;
    const rows = [`${line({})};12.03.2024;`, `${line({ last: 'Орлова', category: 'первая' })};10.02.2020;09.02.2030`];
    const list = await checked(world, curator, world.school, csv(header, ...rows));
    expect((await rowsOf(world, list.id)).map(({ changes }) => changes)).toEqual([
      {
        category: ['first', 'highest'],
        categoryFrom: ['2020-02-10', '2024-03-12'],
        categoryUntil: ['2025-02-09', null],
      },
      { categoryUntil: [null, '2030-02-09'] },
    ]);
    await applied(world, curator, world.school, csv(header, ...rows));
    const stored = await db
      .selectFrom('person')
      .select(['category', 'categoryFrom', 'categoryUntil'])
      .where('id', 'in', [first, second])
      .orderBy('category', 'desc')
      .execute();
    expect(stored).toEqual([
      { category: 'highest', categoryFrom: '2024-03-12', categoryUntil: null },
      { category: 'first', categoryFrom: '2020-02-10', categoryUntil: '2030-02-09' },
    ]);
    expect(await outcomesOf(header, rows)).toEqual(['unchanged', 'unchanged']);
  });

  test('takes effect as shown, once', async () => {
    const id = await known({ category: 'first' });
    const file = csv(HEADER, line({ subject: 'биология', hired: '15.08.2016' }));
    await applied(world, curator, world.school, file);
    expect(await employments(id)).toEqual([
      { postCode: 'teacher', subject: 'биология', startedOn: '2016-08-15', endedOn: null },
    ]);
    const person = await db
      .selectFrom('person')
      .select(['category', 'version'])
      .where('id', '=', id)
      .executeTakeFirst();
    expect(person).toEqual({ category: 'highest', version: 2 });
    const hash = await peopleHash(world);
    const again = await applied(world, curator, world.school, file);
    expect(again).toMatchObject({ state: 'applied', counts: { new: 0, changed: 0, unchanged: 1 } });
    expect(await peopleHash(world)).toBe(hash);
  });

  test('ends the only other post on the eve of the list and begins the new one', async () => {
    const id = await known();
    await applied(
      world,
      curator,
      world.school,
      csv('Список на 01.11.2026', HEADER, line({ post: 'методист', subject: '' })),
    );
    expect(await employments(id)).toEqual([
      { postCode: 'teacher', subject: 'химия', startedOn: '2015-09-01', endedOn: '2026-10-31' },
      { postCode: 'methodist', subject: null, startedOn: '2026-11-01', endedOn: null },
    ]);
  });

  test('keeps both posts of one who has two, whichever the list names', async () => {
    const personId = await known();
    await makeEmployment(curator, { personId, unitId: world.school });
    expect(await outcomes({ post: 'методист', subject: '' })).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await outcomes({ hired: '01.09.2011' })).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('hires again one who had left, from the day of the list when the old first day stands there', async () => {
    const id = await known();
    await sql`update employment set ended_on = '2024-06-30' where person_id = ${id}`.execute(db);
    await applied(world, curator, world.school, csv('Список на 01.11.2026', HEADER, line({})));
    expect((await employments(id)).at(-1)).toMatchObject({ startedOn: '2026-11-01', endedOn: null });
  });

  test.each<[string | null, string, string]>([
    ['2012-09-01', '14', 'years'],
    ['2012-09-01', '15', 'years'],
    ['2012-09-01', '17', 'years'],
    [null, '17', 'years'],
  ])('a beginning of %s read from %s years of service follows the one rule', async (since, years, by) => {
    await known({ teachingSince: since });
    const header = 'Фамилия;Имя;Отчество;Дата рождения;Должность;Педагогический стаж, лет';
    const list = await checked(
      world,
      curator,
      world.school,
      csv(header, `Семёнова;Анна;Львовна;12.04.1990;учитель;${years}`),
    );
    const [row] = await rowsOf(world, list.id);
    const read = `${2026 - Number(years)}-09-01`;
    expect(row?.outcome).toBe(beginningAgrees(since, read, by as 'years') ? 'unchanged' : 'changed');
  });
});

describe('a row that could be read is refused', () => {
  test.each<[string, Row]>([
    ['no-post', { post: '' }],
    ['teaching-before-birth', { since: '01.09.2000' }],
    ['hired-before-birth', { since: '', hired: '01.09.2000' }],
  ])('%s', async (code, row) => {
    expect(await outcomes(row)).toMatchObject([{ outcome: 'refused', codes: [code] }]);
  });

  test('when the work would overlap the same post of earlier', async () => {
    const id = await known({ employment: { postCode: 'teacher', subject: 'химия', startedOn: '2010-09-01' } });
    await sql`update employment set ended_on = '2020-06-30' where person_id = ${id}`.execute(db);
    expect(await outcomes({ hired: '01.02.2018' })).toMatchObject([
      { outcome: 'refused', codes: ['employment-overlaps'] },
    ]);
  });
});
