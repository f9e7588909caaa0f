import { describe, expect, test } from 'vitest';
import { recogniseColumns, recogniseHeading } from '#app/features/staff-lists/staff-list-columns.ts';
import { parseSheets } from '#app/features/staff-lists/staff-list-parse.ts';
import type { SourceCell, SourceSheet } from '#app/features/staff-lists/staff-list-source.ts';

const today = '2026-11-22';

function sheet(rows: readonly (readonly (string | null)[])[], name = 'Лист1'): SourceSheet {
  return {
    name,
    isHidden: false,
    rows: rows
      .map((cells, index) => ({ rowNumber: index + 1, cells: cells.map(textCell) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}

function textCell(text: string | null): SourceCell | null {
  return text === null || text === '' ? null : { kind: 'text', text };
}

function fields(rows: readonly (readonly (string | null)[])[]) {
  return recogniseColumns([sheet(rows)])?.columns.map(({ field }) => field);
}

describe('headings by meaning', () => {
  test.each([
    ['Ф.И.О.', 'fullName'],
    ['ФИО педагога', 'fullName'],
    ['Фамилия, имя, отчество', 'fullName'],
    ['Фамилия', 'lastName'],
    ['Имя, отчество', 'firstAndMiddleName'],
    ['Отчество (при наличии)', 'middleName'],
    ['Д.р.', 'birthOn'],
    ['Число, месяц, год рождения', 'birthOn'],
    ['Место рождения', null],
    ['Возраст', null],
    ['Занимаемая должность', 'post'],
    ['Должность (предмет)', 'post'],
    ['Преподаваемый предмет', 'subject'],
    ['Кв. категория', 'category'],
    ['Дата присвоения категории', 'categoryFrom'],
    ['Срок действия категории', 'categoryUntil'],
    ['Категория действует до', 'categoryUntil'],
    ['Дата окончания действия категории', 'categoryUntil'],
    ['Категория, дата присвоения', null],
    ['Дата приказа о присвоении категории', null],
    ['Дата приёма на работу', 'hiredOn'],
    ['Работает в школе с', 'hiredOn'],
    ['Номер приказа о приёме', null],
    ['Дата увольнения', null],
    ['Начало пед. деятельности', 'teachingSince'],
    ['Дата начала педагогической работы', 'teachingSince'],
    ['Пед. стаж', 'experience'],
    ['Стаж педагогической работы', 'experience'],
    ['Стаж', 'experience'],
    ['Общий стаж', null],
    ['Стаж в данной организации', null],
    ['E-mail', 'email'],
    ['Адрес эл. почты', 'email'],
    ['Почтовый адрес', null],
    ['Моб. тел.', 'phone'],
    ['Контакты', 'contacts'],
    ['Наименование ОО', 'organisation'],
    ['Место работы', 'organisation'],
    ['Образование', null],
    ['№ п/п', null],
    ['Ставка', null],
  ])('«%s»', (heading, field) => {
    expect(recogniseHeading(heading)).toBe(field);
  });
});

describe('finding the header', () => {
  test('names in three columns under one heading', () => {
    const rows = [
      ['Список работников'],
      [null],
      ['№', 'ФИО', null, null, 'Дата рождения', 'Должность'],
      [null, 'Фамилия', 'Имя', 'Отчество', null, null],
      ['1', '2', '3', '4', '5', '6'],
      ['1', 'Ли', 'Юн', null, '01.02.1990', 'учитель'],
    ];
    const mapping = recogniseColumns([sheet(rows)]);
    expect(mapping?.columns.map(({ field }) => field)).toEqual([
      null,
      'lastName',
      'firstName',
      'middleName',
      'birthOn',
      'post',
    ]);
    expect([mapping?.headerRow, mapping?.dataStartRow]).toEqual([3, 6]);
    expect(parseSheets([sheet(rows)], { today }).people).toMatchObject([
      { lastName: 'Ли', firstName: 'Юн', middleName: null },
    ]);
  });

  test('order and synonyms do not matter', () => {
    expect(fields([['Почта', 'Предмет', 'Принят', 'Работник', 'Стаж', 'Пед. стаж']])).toEqual([
      'email',
      'subject',
      'hiredOn',
      'fullName',
      null,
      'experience',
    ]);
  });

  test('a data row is not taken for a second header row', () => {
    const mapping = recogniseColumns([
      sheet([
        ['ФИО', 'Должность', 'Предмет'],
        ['Ли Юрий Петрович', 'учитель', 'Физика'],
      ]),
    ]);
    expect(mapping?.dataStartRow).toBe(2);
  });

  test('of several sheets the one that looks like a staff list is read', () => {
    const reference = sheet([['Должность'], ['учитель'], ['методист']], 'Справочник');
    const list = sheet(
      [
        ['ФИО', 'Должность'],
        ['Ли Юрий Петрович', 'учитель'],
      ],
      'Кадры',
    );
    expect(recogniseColumns([reference, list])?.sheetName).toBe('Кадры');
  });

  test('without a column for the name nobody is read and the missing meanings are told', () => {
    const list = parseSheets(
      [
        sheet([
          ['Кто', 'Должность'],
          ['Ли Юрий Петрович', 'учитель'],
        ]),
      ],
      { today },
    );
    expect(list.people).toEqual([]);
    expect(list.missing).toEqual(['lastName', 'firstName']);
    expect(list.preview[0]).toContain('Ли Юрий Петрович');
  });

  test('a mapping corrected by a person is followed', () => {
    const sheets = [
      sheet([
        ['Кто', 'Кем'],
        ['Ли Юрий Петрович', 'учитель'],
      ]),
    ];
    const mapping = {
      sheetName: 'Лист1',
      headerRow: 1,
      dataStartRow: 2,
      columns: [
        { index: 0, heading: 'Кто', field: 'fullName' as const },
        { index: 1, heading: 'Кем', field: 'post' as const },
      ],
    };
    expect(parseSheets(sheets, { today, mapping }).people).toMatchObject([{ lastName: 'Ли', postCode: 'teacher' }]);
  });

  test('another sheet can be chosen and is recognised anew', () => {
    const first = sheet(
      [
        ['ФИО', 'Должность', 'Телефон'],
        ['Ли Юрий Петрович', 'учитель', '1'],
      ],
      'Первый',
    );
    const second = sheet(
      [
        ['ФИО', 'Должность'],
        ['Ким Анна Ивановна', 'методист'],
      ],
      'Второй',
    );
    const mapping = { sheetName: 'Второй', headerRow: 1, dataStartRow: 2, columns: [] };
    expect(parseSheets([first, second], { today, mapping }).people).toMatchObject([{ lastName: 'Ким' }]);
  });
});

describe('rows that are nobody', () => {
  test('totals, repeated headings, sections, vacancies, blank rows and signatures are left out', () => {
    const list = parseSheets(
      [
        sheet([
          ['№', 'ФИО', 'Должность', 'Дата рождения'],
          [null, 'Администрация'],
          ['1', 'Ли Юрий Петрович', 'директор', '01.02.1980'],
          [' ', ' '],
          [null, 'Учителя начальных классов'],
          ['№', 'ФИО', 'Должность', 'Дата рождения'],
          ['2', 'Ким Анна Ивановна', 'учитель', '01.02.1990'],
          ['3', 'вакансия', 'учитель физики'],
          [null, 'Всего: 2'],
          [null, 'Директор', '______', 'Ю. П. Ли'],
        ]),
      ],
      { today },
    );
    expect(list.people.map(({ row }) => row)).toEqual([3, 7]);
    expect(list.refused).toEqual([]);
    expect(list.skipped.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      '2 section',
      '4 blank',
      '5 section',
      '6 header',
      '8 vacancy',
      '9 total',
      '10 footer',
    ]);
  });
});

describe('a consolidated list', () => {
  const heading = ['Организация', 'ФИО', 'Дата рождения'];

  test('an organisation written once holds for the rows below it', () => {
    const list = parseSheets(
      [
        sheet(
          [heading, ['Школа 1', 'Ли Юрий Петрович'], [null, 'Ким Анна Ивановна'], [null, 'Пак Вера Ильинична']].map(
            dated,
          ),
        ),
      ],
      { today },
    );
    expect(list.people.map(({ organisation }) => organisation)).toEqual(['Школа 1', 'Школа 1', 'Школа 1']);
  });

  test('a single empty organisation is refused', () => {
    const list = parseSheets(
      [
        sheet(
          [
            heading,
            ['Школа 1', 'Ли Юрий Петрович'],
            ['Школа 1', 'Ким Анна Ивановна'],
            [null, 'Пак Вера Ильинична'],
          ].map(dated),
        ),
      ],
      { today },
    );
    expect(list.refused[0]?.refusals).toMatchObject([{ cell: 'A4', code: 'no-organisation' }]);
  });

  test('the same person in two organisations is two employments, not a repetition', () => {
    const list = parseSheets(
      [
        sheet(
          [
            heading,
            ['Школа 1', 'Ли Юрий Петрович'],
            ['Школа 2', 'ЛИ ЮРИЙ ПЕТРОВИЧ'],
            ['Школа 2', 'Ли Юрий  Петрович'],
          ].map(dated),
        ),
      ],
      { today },
    );
    expect(list.people.length).toBe(2);
    expect(list.refused[0]?.refusals).toMatchObject([{ code: 'duplicate-in-file', otherRow: 3 }]);
  });

  function dated(row: readonly (string | null)[], index: number) {
    return index === 0 ? row : [...row, '01.02.1990'];
  }
});
