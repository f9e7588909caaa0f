import { describe, expect, test } from 'vitest';
import type { StaffListField } from '#app/features/staff-lists/staff-list-columns.ts';
import { beginningAgrees } from '#app/features/staff-lists/staff-list-dates.ts';
import { readStaffListRow } from '#app/features/staff-lists/staff-list-row.ts';
import type { SourceCell } from '#app/features/staff-lists/staff-list-source.ts';

const options = { today: '2026-11-22', asOf: '2026-11-22', nameColumn: 0 };

type Written = Partial<Record<StaffListField, string | SourceCell>>;

function read(written: Written) {
  const entries = Object.entries({ fullName: 'Ли Юрий Петрович', ...written });
  const cells = Object.fromEntries(
    entries.map(([field, value], index) => [
      field,
      { index, cell: typeof value === 'string' ? { kind: 'text' as const, text: value } : value },
    ]),
  );
  return readStaffListRow({ rowNumber: 7, source: { rowNumber: 7, cells: [] }, cells }, options);
}

function person(written: Written) {
  const reading = read(written);
  if ('refusals' in reading) throw new Error(JSON.stringify(reading.refusals));
  return reading.person;
}

function codes(written: Written) {
  const reading = read(written);
  return 'refusals' in reading ? reading.refusals.map(({ code }) => code) : [];
}

describe('names', () => {
  test.each([
    ['ИВАНОВ-ПЕТРОВ ИВАН ИЛЬИЧ', 'Иванов-Петров', 'Иван', 'Ильич'],
    ['  о\u2019нил  джон ', 'О\u2019Нил', 'Джон', null],
    ['Иванов\u00A0Иван\u00A0Ильич.', 'Иванов', 'Иван', 'Ильич'],
    ['Петрова - Водкина Анна Ильинична', 'Петрова-Водкина', 'Анна', 'Ильинична'],
    ['Иванова (Петрова) Анна Ильинична', 'Иванова', 'Анна', 'Ильинична'],
    ['МАМЕДОВ АЛИ ГАСАН ОГЛЫ', 'Мамедов', 'Али', 'Гасан оглы'],
    ['Анна Ильинична Белова', 'Белова', 'Анна', 'Ильинична'],
    ['Римский Корсаков Лев Ильич', 'Римский Корсаков', 'Лев', 'Ильич'],
    ['12. Ли Юрий', 'Ли', 'Юрий', null],
    ['Cеменов Иван Ильич', 'Семенов', 'Иван', 'Ильич'],
    ['Семе\u0308нов И\u0306ван Ильич', 'Семёнов', 'Йван', 'Ильич'],
    ['Ива\u200Bнов Иван\nИльич', 'Иванов', 'Иван', 'Ильич'],
  ])('%s', (fullName, lastName, firstName, middleName) => {
    expect(person({ fullName })).toMatchObject({ lastName, firstName, middleName });
  });

  test.each([
    ['Иванов', 'no-first-name'],
    ['Иванов И.И.', 'initials-only'],
    ['Иванов Иван И.', 'initials-only'],
    ['Иванов \u202Eнави', 'name-has-controls'],
    ['Иванов\u0007 Иван', 'name-has-controls'],
    ['Иванов \uD800Иван', 'name-has-controls'],
    ['Иванов <script>', 'name-unreadable'],
    ['Иванов Иван2', 'name-unreadable'],
    ['ИваноQ Иван', 'name-mixed-alphabets'],
    [`Иванов ${'а'.repeat(101)}`, 'too-long'],
    [`Иванов ${'а'.repeat(1_900)}`, 'too-long'],
  ])('refuses %s', (fullName, code) => {
    expect(codes({ fullName })).toEqual([code]);
  });

  test('a column for first name and patronymic together', () => {
    const reading = read({ lastName: 'ЛИ', firstAndMiddleName: 'Анна Ильинична' });
    expect(reading).toMatchObject({ person: { lastName: 'Ли', firstName: 'Анна', middleName: 'Ильинична' } });
  });

  test('no surname, and a cell that says there is no patronymic', () => {
    expect(codes({ lastName: '-', firstName: 'Анна' })).toEqual(['no-last-name']);
    expect(person({ lastName: 'Ли', firstName: 'Анна', middleName: 'нет' }).middleName).toBeNull();
  });
});

describe('days', () => {
  test.each<[string | SourceCell, string]>([
    ['14.09.1979', '1979-09-14'],
    ['4.9.1979 г.', '1979-09-04'],
    ['1979-09-14', '1979-09-14'],
    ['14/09/1979', '1979-09-14'],
    ['14.09.79', '1979-09-14'],
    ['14.09.05', '2005-09-14'],
    ['14 сентября 1979 года', '1979-09-14'],
    ['29.02.1980', '1980-02-29'],
    [{ kind: 'date', text: '1979-09-14' }, '1979-09-14'],
    [{ kind: 'number', text: '29112' }, '1979-09-14'],
  ])('%s is a birth date', (birthOn, day) => {
    expect(person({ birthOn }).birthOn).toBe(day);
  });

  test.each([
    ['31.02.1990', 'birth-impossible'],
    ['29.02.1990', 'birth-impossible'],
    ['45.13.1990', 'birth-impossible'],
    ['23.11.2026', 'birth-in-future'],
    ['01.01.1899', 'birth-too-early'],
    ['01.01.2015', 'birth-too-late'],
    ['осенью', 'date-unreadable'],
    ['1990', 'date-unreadable'],
  ])('refuses %s as a birth date', (birthOn, code) => {
    expect(codes({ birthOn })).toEqual([code]);
  });

  test('hired before birth, hired long ago, hired next year', () => {
    expect(codes({ birthOn: '01.02.1990', hiredOn: '01.09.1989' })).toEqual(['hired-before-birth']);
    expect(codes({ hiredOn: '01.09.1890' })).toEqual(['date-too-far']);
    expect(codes({ hiredOn: '01.09.2031' })).toEqual(['date-too-far']);
    expect(person({ hiredOn: '09.01.2027' }).hiredOn).toBe('2027-01-09');
  });
});

describe('teaching since', () => {
  test.each<[Written, string, string]>([
    [{ teachingSince: '01.09.2008' }, '2008-09-01', 'day'],
    [{ teachingSince: '2008' }, '2008-09-01', 'years'],
    [{ teachingSince: '5 лет' }, '2021-09-01', 'years'],
    [{ experience: '5 лет 3 мес.' }, '2021-08-01', 'months'],
    [{ experience: '5 л. 3 м. 12 дн.' }, '2021-08-01', 'months'],
    [{ experience: '5/3' }, '2021-08-01', 'months'],
    [{ experience: '7 мес.' }, '2026-04-01', 'months'],
    [{ experience: '5,5' }, '2021-09-01', 'years'],
    [{ experience: { kind: 'number', text: '5' } }, '2021-09-01', 'years'],
    [{ experience: '0' }, '2026-09-01', 'years'],
    [{ experience: 'без стажа' }, '2026-09-01', 'years'],
    [{ experience: 'с 2008 г.', teachingSince: '1.9.2007' }, '2007-09-01', 'day'],
    [{ experience: { kind: 'date', text: '2008-09-01' } }, '2008-09-01', 'day'],
  ])('%o', (written, since, by) => {
    expect(person(written)).toMatchObject({ teachingSince: since, teachingSinceBy: by });
  });

  test.each<[string | null, string | null, 'day' | 'months' | 'years' | null, boolean]>([
    ['2021-09-01', '2021-09-01', 'day', true],
    ['2021-09-01', '2021-10-01', 'day', false],
    ['2021-09-01', '2021-10-01', 'months', true],
    ['2021-09-01', '2023-09-01', 'years', false],
    [null, '2023-09-01', 'years', false],
    ['2021-09-01', null, null, true],
  ])('known %s, read %s by %s: agrees %s', (known, read, by, agrees) => {
    expect(beginningAgrees(known, read, by)).toBe(agrees);
  });

  test('refuses a length no one can read, and one longer than a life', () => {
    expect(codes({ experience: 'большой' })).toEqual(['experience-unreadable']);
    expect(codes({ experience: '30 лет', birthOn: '01.02.2000' })).toEqual(['teaching-before-birth']);
  });
});

describe('categories', () => {
  test.each([
    ['высш.', 'highest'],
    ['Высшая кв. категория', 'highest'],
    ['ВКК', 'highest'],
    ['1 кат.', 'first'],
    ['I', 'first'],
    ['первая', 'first'],
    ['первая (15.04.2024)', 'first'],
    ['б/к', 'none'],
    ['без категории', 'none'],
    ['СЗД', 'none'],
    ['соответствие', 'none'],
    ['Соответствует занимаемой должности', 'none'],
    ['педагог-наставник', 'mentor_teacher'],
    ['Высшая, педагог-методист', 'methodist_teacher'],
    ['-', null],
  ])('%s', (category, code) => {
    expect(person({ category }).category).toBe(code);
  });

  test('reads the days it is held, only beside a category', () => {
    const days = { categoryFrom: '12.03.2022', categoryUntil: '11.03.2027' };
    const read = { categoryFrom: '2022-03-12', categoryUntil: '2027-03-11' };
    expect(person({ category: 'высшая', ...days })).toMatchObject({ category: 'highest', ...read });
    const nothing = { categoryFrom: null, categoryUntil: null };
    expect(person({ category: 'без категории', ...days })).toMatchObject({ category: 'none', ...nothing });
    expect(person(days)).toMatchObject({ category: null, ...nothing });
  });

  test.each([
    [{ categoryFrom: '23.11.2026' }, 'date-too-far'],
    [{ categoryUntil: '01.01.2050' }, 'date-too-far'],
    [{ categoryFrom: '31.02.2022' }, 'date-impossible'],
    [{ categoryFrom: '12.03.2022', categoryUntil: '11.03.2022' }, 'category-ends-before-start'],
  ])('refuses days no category has: %j', (days, code) => {
    expect(codes({ category: 'первая', ...days })).toEqual([code]);
  });

  test('refuses what is no category', () => {
    expect(codes({ category: 'золотая' })).toEqual(['category-unknown']);
  });
});

describe('e-mail and phone', () => {
  test.each([
    ['8 900 123-45-67', '+79001234567'],
    ['+7(900)1234567; 2-34-56', '+79001234567'],
    ['9001234567', '+79001234567'],
    ['2-34-56', '2-34-56'],
  ])('phone %s', (phone, normal) => {
    expect(person({ phone }).phone).toBe(normal);
  });

  test.each([
    ['Ivanov.I@Shkola.Example ', 'ivanov.i@shkola.example'],
    ['mailto:a@b.ru', 'a@b.ru'],
    ['a@b.ru; c@d.ru', 'a@b.ru'],
    ['a@школа.рф', 'a@школа.рф'],
  ])('e-mail %s', (email, normal) => {
    expect(person({ email }).email).toBe(normal);
  });

  test.each(['нет почты', 'a@b', '@b.ru', 'a b@c', 'a..b@c.ru', 'иван@c.ru', 'a@-b.ru'])('refuses %s', (email) => {
    expect(codes({ email })).toEqual(['email-invalid']);
  });

  test('both in one cell', () => {
    const contacts = '8 900 123-45-67, ivanov@shkola.example';
    expect(person({ contacts })).toMatchObject({ phone: '+79001234567', email: 'ivanov@shkola.example' });
  });
});

describe('cells that are no values', () => {
  test('formulas and Excel errors are named by their cell, all faults of a row at once', () => {
    const reading = read({
      post: { kind: 'formula', text: 'учитель' },
      subject: { kind: 'error', text: '#REF!' },
      birthOn: '31.02.1990',
    });
    expect(reading).toMatchObject({
      refusals: [
        { cell: 'D7', code: 'birth-impossible' },
        { cell: 'B7', code: 'formula', value: 'учитель' },
        { cell: 'C7', code: 'cell-error' },
      ],
    });
  });

  test('hidden marks in a text are refused', () => {
    expect(codes({ post: 'учитель\u202E' })).toEqual(['text-has-controls']);
  });
});
