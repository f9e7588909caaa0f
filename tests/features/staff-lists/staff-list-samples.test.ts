import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseStaffList } from '#app/features/staff-lists/staff-list-file.server.ts';

const folder = new URL('../../fixtures/staff-lists/', import.meta.url);
const today = '2026-11-22';
const expected: Record<string, { people: number; rejected: number; headerRow?: number; organisations?: number }> =
  JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

function parse(fileName: string) {
  return parseStaffList(readFileSync(new URL(fileName, folder)), fileName, { today });
}

describe('the four lists schools sent', () => {
  test.each(Object.entries(expected))('%s gives the promised people and refusals', async (fileName, promise) => {
    const list = await parse(fileName);
    expect(list.people.length).toBe(promise.people);
    expect(list.refused.length).toBe(promise.rejected);
    expect(list.total).toBe(promise.people + promise.rejected);
    expect(list.mapping.headerRow).toBe(promise.headerRow ?? list.mapping.headerRow);
  });

  test('each fault of the tariff list is named at its cell and nowhere else', async () => {
    const { refused } = await parse('02-tarifikaciya.xlsx');
    const named = refused.map(({ refusals }) => refusals.map(({ cell, code }) => `${cell} ${code}`));
    expect(named).toEqual([
      ['G10 birth-impossible'],
      ['B15 no-first-name'],
      ['J19 email-invalid'],
      ['G23 birth-in-future'],
      ['C27 post-unknown'],
      ['H31 hired-before-birth'],
      ['B35 formula'],
      ['B40 duplicate-in-file'],
    ]);
    expect(refused.at(-1)?.refusals[0]?.otherRow).toBe(6);
    expect(refused[0]?.cells[6]).toBe('31.02.1990');
  });

  test('the tariff list tells its names, posts, categories, lengths of service and phones', async () => {
    const { people, mapping } = await parse('02-tarifikaciya.xlsx');
    expect([mapping.headerRow, mapping.dataStartRow]).toEqual([4, 6]);
    expect(people.find(({ row }) => row === 7)).toEqual({
      row: 7,
      lastName: 'Васильева',
      firstName: 'Полина',
      middleName: 'Андреевна',
      birthOn: '1979-09-14',
      postCode: 'deputy_head',
      postText: 'заместитель директора по УВР',
      subject: null,
      category: 'highest',
      categoryFrom: null,
      categoryUntil: null,
      hiredOn: '2018-09-01',
      teachingSince: '2011-02-01',
      teachingSinceBy: 'months',
      email: 'vasileva.p1@shkola.example',
      phone: '+79009266739',
      organisation: null,
    });
    expect(people.find(({ row }) => row === 8)).toMatchObject({ lastName: 'Семёнов', firstName: 'Николай' });
    expect(people.find(({ row }) => row === 28)).toMatchObject({ postCode: 'teacher', subject: 'Физика' });
  });

  test('the totals row and the reference sheet of the gymnasium are nobody', async () => {
    const list = await parse('01-gimnaziya.xlsx');
    expect(list.sheetName).toBe('Кадры');
    expect(list.skipped).toEqual([{ row: 54, kind: 'total' }]);
    expect(list.sheets.map(({ name }) => name)).toEqual(['Кадры', 'Справочник']);
    expect(list.asOf).toBe('2026-11-01');
  });

  test('the consolidated list names sixteen organisations', async () => {
    const { people } = await parse('03-svod-municipaliteta.xlsx');
    expect(new Set(people.map(({ organisation }) => organisation)).size).toBe(
      expected['03-svod-municipaliteta.xlsx']?.organisations,
    );
  });

  test('the Windows-1251 list reads as Russian, whole years of service as a first of September', async () => {
    const { people } = await parse('04-spisok.csv');
    expect(people[0]).toMatchObject({
      lastName: 'Соловьёва',
      birthOn: '1965-11-06',
      postCode: 'speech_therapist',
      teachingSince: '1999-09-01',
      teachingSinceBy: 'years',
      category: 'none',
    });
  });

  test('the same list gives the same people on another day of the school year', async () => {
    const bytes = readFileSync(new URL('04-spisok.csv', folder));
    const [autumn, spring] = await Promise.all(
      ['2026-09-01', '2027-08-31'].map((day) => parseStaffList(bytes, '04-spisok.csv', { today: day })),
    );
    expect(autumn?.people).toEqual(spring?.people);
  });
});
