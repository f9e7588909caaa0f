import { describe, expect, test } from 'vitest';
import { PROGRAMME } from '#app/demo/factories/offers.ts';
import { doesCount, isOpenOffer, ruleAgainstEntry } from '#app/features/offers/offer.ts';
import { readOfferSheet } from '#app/features/offers/offer-sheet.ts';
import type { SourceSheet } from '#app/features/staff-lists/staff-list-source.ts';

const HEADER = ['Вид', 'Название', 'Организация', 'Вид организации', 'Области', 'Номер', 'Часы', 'Начало', 'Регион'];
const sheetOf = (...rows: string[][]): SourceSheet[] => [
  {
    name: 'Лист1',
    isHidden: false,
    rows: [HEADER, ...rows].map((cells, index) => ({
      rowNumber: index + 1,
      cells: cells.map((text) => (text === '' ? null : { kind: 'text', text })),
    })),
  },
];
const read = (...rows: string[][]) => readOfferSheet(sheetOf(...rows), 'Верхневолжская область');

describe('whether a course counts', () => {
  test.each([
    ['state', '2026-01-10', true],
    ['municipal', '2026-01-10', true],
    ['listed', '2026-01-10', true],
    ['private', '2025-08-31', true],
    ['private', '2025-09-01', false],
    ['private', null, false],
  ] as const)('of a %s provider from %s: %s', (providerKind, startsOn, counts) => {
    expect(doesCount({ kind: 'programme', providerKind, startsOn }, '2026-11-22')).toBe(counts);
  });

  test('a private event or practice is no course and is not asked', () => {
    expect(doesCount({ kind: 'event', providerKind: 'private', startsOn: null }, '2026-11-22')).toBe(true);
  });
});

test('an offer is open until its last day and until it is taken out of the register', () => {
  expect(isOpenOffer({ closedOn: null, endsOn: '2026-11-22' }, '2026-11-22')).toBe(true);
  expect(isOpenOffer({ closedOn: null, endsOn: '2026-11-21' }, '2026-11-22')).toBe(false);
  expect(isOpenOffer({ closedOn: '2026-11-21', endsOn: null }, '2026-11-22')).toBe(false);
});

test.each([
  [{ areas: [] }, 'offer-needs-area'],
  [{ number: null }, 'offer-needs-number-and-hours'],
  [{ hours: null }, 'offer-needs-number-and-hours'],
  [{ startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'offer-ends-before-start'],
  [{ link: 'javascript:alert(1)' }, 'offer-link-not-web'],
])('an entry with %j is refused: %s', (change, rule) => {
  expect(ruleAgainstEntry({ ...PROGRAMME, ...change })?.rule).toBe(rule);
});

describe('a file', () => {
  test('gives entries with areas, days and numbers', () => {
    const found = read([
      ...['курс', 'Оценивание', 'ИРО', 'государственная', 'методическая; ИКТ-компетенции', 'К-7', '36', '01.02.2027'],
      'Верхневолжская область',
    ]);
    expect(found?.refusals).toEqual([]);
    expect(found?.entries).toEqual([
      expect.objectContaining({
        ...{ kind: 'programme', title: 'Оценивание', areas: ['methodical', 'ict'] },
        ...{ number: 'К-7', hours: 36, startsOn: '2027-02-01', providerKind: 'state' },
      }),
    ]);
  });

  test.each([
    [['ларёк', 'А', 'Б', 'частная', 'ИКТ'], 'row-kind-unknown'],
    [['событие', '', 'Б', 'частная', 'ИКТ'], 'row-no-title'],
    [['событие', 'А', '', 'частная', 'ИКТ'], 'row-no-provider'],
    [['событие', 'А', 'Б', '', 'ИКТ'], 'row-provider-unknown'],
    [['событие', 'А', 'Б', 'частная', 'астрология'], 'row-area-unknown'],
    [['событие', 'А', 'Б', 'частная', 'ИКТ', '', 'сто'], 'row-hours-unreadable'],
    [['событие', 'А', 'Б', 'частная', 'ИКТ', '', '', '31.02.2027'], 'row-day-unreadable'],
    [['событие', 'А', 'Б', 'частная', 'ИКТ', '', '', '', 'Приморский край'], 'row-other-region'],
    [['курс', 'А', 'Б', 'государственная', 'ИКТ'], 'row-needs-number-and-hours'],
    [['событие', 'А'.repeat(301), 'Б', 'частная', 'ИКТ'], 'row-too-long'],
  ])('refuses the row %j: %s', (row, code) => {
    expect(read(row)).toMatchObject({ entries: [], refusals: [{ row: 2, code }] });
  });

  test('takes a number once', () => {
    const row = ['курс', 'А', 'Б', 'государственная', 'ИКТ', 'К-1', '18'];
    expect(read(row, row)).toMatchObject({ entries: [{}], refusals: [{ row: 3, code: 'row-number-twice' }] });
  });

  test('without the columns is no file of offers', () => {
    expect(readOfferSheet([{ name: 'Л', isHidden: false, rows: [] }], 'Область')).toBeNull();
  });
});
