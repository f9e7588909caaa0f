import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowRefusals, unreadableFiles } from '#app/features/staff-lists/staff-list.text.ts';
import type { ParsedStaffList } from '#app/features/staff-lists/staff-list-parse.ts';
import { UnreadableFile } from '#app/features/staff-lists/staff-list-unreadable.ts';
import { openStaffListReader, type StaffListReader } from '#app/features/staff-lists/staff-list-worker.server.ts';
import { sheetXml, type TestCell, xlsxOf, xlsxParts, type ZipPart, zipOf } from './staff-list-files.ts';

const workerFile = fileURLToPath(
  new URL('../../../app/features/staff-lists/staff-list-file.worker.ts', import.meta.url),
);
const execArgv = ['--import', 'tsx'];
const today = '2026-11-22';
const honest: TestCell[][] = [
  ['ФИО', 'Должность', 'Дата рождения'],
  ['Ли Юрий Петрович', 'учитель физики', { day: '1990-02-01' }],
];
const honestSheet = { name: 'Кадры', rows: honest };

let reader: StaffListReader;

beforeAll(() => {
  reader = openStaffListReader({ workerFile, execArgv });
});

afterAll(() => reader.close());

/** 'people/refused' of a list, or the code of the refusal; anything else is a crash and fails the test. */
async function answer(bytes: Uint8Array, from: StaffListReader = reader): Promise<string> {
  try {
    const list: ParsedStaffList = await from.parse(bytes, 'список.xlsx', { today });
    return `${list.people.length}/${list.refused.length}`;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

function withPart(name: string, change: Partial<ZipPart>): Buffer {
  return zipOf(xlsxParts([honestSheet]).map((part) => (part.name === name ? { ...part, ...change } : part)));
}

const sheetPath = 'xl/worksheets/sheet1.xml';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const zipped = xlsxOf([honestSheet]);

describe('files that are not what they seem', () => {
  const nulName = xlsxOf([{ name: 'Кадры', rows: [honest[0] ?? [], ['Ли \u0000Юрий']] }]);
  const cases: [what: string, bytes: Uint8Array, answer: string][] = [
    ['an honest file', zipped, '1/0'],
    ['nothing', new Uint8Array(0), 'empty'],
    ['a workbook without rows', xlsxOf([{ name: 'Кадры', rows: [] }]), 'empty'],
    ['blank text', Buffer.from(' \n \n'), 'empty'],
    ['a picture', png, 'not-a-table'],
    ['a web page', Buffer.from('<!DOCTYPE html><table><tr><td>ФИО;Должность</td></tr></table>'), 'not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\nФИО;Должность'), 'not-a-table'],
    ['a letter', Buffer.from('Уважаемые коллеги\nпосылаю список'), 'not-a-table'],
    ['NUL bytes', Buffer.from('ФИО;Должность\nЛи\u0000;учитель'), 'not-a-table'],
    ['a NUL letter in XML', nulName, 'broken-zip'],
    ['old Excel', oldExcel, 'old-excel'],
    ['Excel under a password', Buffer.concat([oldExcel, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['an encrypted part', withPart(sheetPath, { flags: 0x801 }), 'encrypted'],
    ['a Word document', zipOf([{ name: 'word/document.xml', content: '<w/>' }]), 'not-a-table'],
    ['a way out of the folder', xlsxOf([honestSheet], [{ name: '../../etc/passwd', content: 'x' }]), 'broken-zip'],
    ['two parts of one name', xlsxOf([honestSheet], [{ name: sheetPath, content: 'x' }]), 'broken-zip'],
    ['an unknown packing', withPart(sheetPath, { method: 97 }), 'broken-zip'],
    ['300 parts', xlsxOf([honestSheet], many(300)), 'zip-bomb'],
    ['2 GB declared', withPart(sheetPath, { declaredBytes: 2 ** 31 - 1 }), 'zip-bomb'],
    ['less declared than there is', withPart(sheetPath, { declaredBytes: 40 }), 'broken-zip'],
    [
      '100 MB of zeros in a part',
      xlsxOf([honestSheet], [{ name: 'xl/x.bin', content: Buffer.alloc(1e8) }]),
      'zip-bomb',
    ],
    ['half a file', zipped.subarray(0, zipped.length / 2), 'broken-zip'],
    ['only the beginning of a zip', Buffer.from('PK\x03\x04'), 'broken-zip'],
    [
      'more than 60 columns',
      xlsxOf([{ name: 'Л', rows: [...honest, Array.from({ length: 61 }, () => 'x')] }]),
      'too-many-columns',
    ],
    ['20 200 rows', Buffer.from(`ФИО;Должность\n${'Ли Юрий Петрович;учитель\n'.repeat(20_200)}`), 'too-many-rows'],
    ['17 MB', Buffer.alloc(17 * 1024 * 1024, 'x'), 'too-large'],
  ];
  test.each(cases.map(([what, bytes, expected]) => ({ what, bytes, expected })))('$what → $expected', async (file) => {
    expect(await answer(file.bytes)).toBe(file.expected);
  });

  test('a quote that never ends does not swallow the list', async () => {
    const text = `ФИО;Должность\n"Ли Юрий Петрович;учитель\n${'Ким Анна Ивановна;методист\n'.repeat(9_000)}`;
    const list = await reader.parse(Buffer.from(text), 'список.csv', { today });
    expect(list.people.length + list.refused.length).toBe(9_001);
  });
});

describe('tricks inside an honest zip', () => {
  test('a merge over the whole sheet costs nothing', async () => {
    const extra = '<mergeCells count="1"><mergeCell ref="A1:XFD4000"/></mergeCells>';
    expect(await answer(xlsxOf([{ ...honestSheet, extra }]))).toBe('1/0');
  });

  test('a cell in the farthest corner costs nothing', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
    expect(await answer(withPart(sheetPath, { content: sheetXml(honestSheet).replace('</sheetData>', far) }))).toBe(
      '1/0',
    );
  });

  test('entities of a DTD are not resolved', async () => {
    const entities =
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const content = entities + sheetXml(honestSheet).replace('Ли Юрий', '&b;&f;');
    expect(await answer(withPart(sheetPath, { content }))).toBe('broken-zip');
  });

  test('a formula is refused in a column that is read and ignored in one that is not', async () => {
    const formula = { formula: 'HYPERLINK("http://x.example","y")' };
    const rows = [
      [...(honest[0] ?? []), 'Нагрузка'],
      ...[formula, 'Ли Юрий Петрович'].map((name) => [name, 'учитель', null, formula]),
    ];
    const list = await reader.parse(xlsxOf([{ name: 'Л', rows }]), 'x', { today });
    expect(list.people.map(({ row }) => row)).toEqual([3]);
    expect(list.refused[0]?.refusals).toMatchObject([{ cell: 'A2', code: 'formula' }]);
  });

  test('keys of JavaScript objects are plain texts', async () => {
    const rows = [
      ['ФИО', 'Должность', '__proto__'],
      ['Ли Юрий Петрович', '__proto__', 'constructor'],
    ];
    expect(await answer(xlsxOf([{ name: '__proto__', rows }]))).toBe('0/1');
  });
});

describe('the thread', () => {
  test('a file that takes too long is stopped, and the next one is read', async () => {
    const hasty = openStaffListReader({ workerFile, execArgv, timeMs: 1 });
    expect(await answer(zipped, hasty)).toBe('too-heavy');
    await hasty.close();
    expect(await answer(zipped)).toBe('1/0');
  });

  test('a file that needs too much memory is refused, and the server lives', async () => {
    const rows = `ФИО;Должность\n${`Ли Юрий Петрович;учитель${';x'.repeat(50)}\n`.repeat(20_000)}`;
    const small = openStaffListReader({ workerFile, execArgv, memoryMb: 48, timeMs: 25_000 });
    expect(await answer(Buffer.from(rows), small)).toBe('too-heavy');
    await small.close();
    expect(await answer(zipped)).toBe('1/0');
  }, 30_000);

  test('when many wait the next is asked to come later', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(zipped)));
    expect(answers.filter((code) => code === 'busy').length).toBe(2);
    expect(answers.filter((code) => code === '1/0').length).toBe(8);
  });
});

test('200 damaged copies of real lists: each is refused or read within the limits', async () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  console.log(`staff list mutations: SEED=${seed}`);
  const random = randomFrom(seed);
  const folder = new URL('../../fixtures/staff-lists/', import.meta.url);
  const originals = ['01-gimnaziya.xlsx', '02-tarifikaciya.xlsx', '04-spisok.csv'].map((name) =>
    readFileSync(new URL(name, folder)),
  );
  for (let count = 0; count < 200; count++) {
    const original = originals[count % originals.length] ?? Buffer.alloc(0);
    const result = await answer(damaged(original, random));
    const [people = 0, refused = 0] = result.split('/').map(Number);
    expect(result in unreadableFiles || people + refused <= 20_000, `${result}, copy ${count}`).toBe(true);
  }
}, 60_000);

test('a list of 20 000 rows is read in time', async () => {
  const rows: TestCell[][] = [
    ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Должность', 'Предмет', 'Принят', 'Категория', 'Стаж', 'Почта'],
  ];
  for (let count = 0; count < 20_000; count++) {
    const day = `19${60 + (count % 40)}-0${1 + (count % 9)}-1${count % 10}`;
    const name = String.fromCharCode(1072 + (count % 32), 1072 + ((count >> 5) % 32), 1072 + ((count >> 10) % 32));
    rows.push([
      `Иванова${name}`,
      'Анна',
      'Ильинична',
      { day },
      'учитель',
      'Физика',
      '01.09.2020',
      'высш.',
      '5 лет',
      `a${count}@b.example`,
    ]);
  }
  const bytes = xlsxOf([{ name: 'Свод', rows }]);
  const started = performance.now();
  const list = await reader.parse(bytes, 'свод.xlsx', { today });
  console.log(`20 000 rows, ${bytes.length} bytes: ${Math.round(performance.now() - started)} ms`);
  expect([list.people.length, list.refused.length]).toEqual([20_000, 0]);
}, 30_000);

test('every refusal has its own sentence', () => {
  const sentences = [...Object.values(rowRefusals), ...Object.values(unreadableFiles)];
  expect(sentences.every((sentence) => /^[А-ЯЁ].+\.$/.test(sentence))).toBe(true);
});

function many(count: number): ZipPart[] {
  return Array.from({ length: count }, (_, index) => ({ name: `xl/media/${index}.txt`, content: 'x' }));
}

function damaged(original: Buffer, random: (below: number) => number): Buffer {
  const copy = Buffer.from(original);
  const kind = random(4);
  if (kind === 0) return copy.subarray(0, random(copy.length));
  if (kind === 1) {
    const [from, to, length] = [random(copy.length), random(copy.length), random(400)];
    original.copy(copy, to, from, from + length);
    return copy;
  }
  for (let flips = random(kind === 2 ? 3 : 40) + 1; flips > 0; flips--) {
    const place = random(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << random(8));
  }
  return copy;
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
