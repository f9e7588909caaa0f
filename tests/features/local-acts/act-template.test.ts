import { expect, test } from 'vitest';
import { askedNames, BadTemplate, filled, parseBody, parseTemplate } from '#app/features/local-acts/act-template.ts';
import { templateDocument } from '#app/features/local-acts/template-document.ts';

const header = [
  'code: sample',
  'version: 2',
  'kind: ПРИКАЗ',
  'heading: О деле {{name}}',
  'retention: permanent',
  'signs: head',
  'signatures: paper, qualified',
  'references: TK-351.8, AZ-1128',
  'legal-basis: статья 351.8',
];
const template = (...lines: string[]) => parseTemplate([...header, '---', ...lines].join('\n'));
const blocks = (lines: string[], values: Parameters<typeof templateDocument>[2]) =>
  templateDocument(template(...lines), { organisation: 'Школа' }, { name: 'важном', ...values }).blocks.slice(2);

test('reads the header with its kinds of signature and legal acts', () => {
  expect(template('текст')).toMatchObject({
    version: 2,
    kindWord: 'ПРИКАЗ',
    signatures: ['paper', 'qualified'],
    references: ['TK-351.8', 'AZ-1128'],
  });
});

test.each(['code', 'version', 'kind', 'heading', 'retention', 'signs', 'signatures', 'references', 'legal-basis'])(
  'refuses a template without %s',
  (key) => {
    const without = [...header.filter((line) => !line.startsWith(`${key}:`)), '---', 'текст'].join('\n');
    expect(() => parseTemplate(without)).toThrow(key);
  },
);

test.each([
  ['a row of a table with another number of cells', '| А:1 | Б:2 |\n| один |', 'bad-table'],
  ['a row of a table without its head', '| один | два |', 'table-row-alone'],
  ['a sub-point without a point', '1.1. один', 'subpoint-alone'],
  ['an open placeholder', 'до {{day', 'bad-placeholder'],
  ['a placeholder of foreign letters', 'до {{день}}', 'bad-placeholder'],
])('refuses %s', (_, body, problem) => {
  expect(() => parseBody(body)).toThrow(BadTemplate);
  expect(() => parseBody(body)).toThrow(problem);
});

test('numbers points anew when a conditional one is left out', () => {
  const lines = ['1. первый', '2.?(day) до {{day}}', '3.?(!day) без срока', '4. последний'];
  const shown = (values: Record<string, string>) => {
    const [points] = blocks(lines, values);
    return points?.kind === 'points' ? points.points.map(({ runs }) => runs[0]?.text) : [];
  };
  expect(shown({ day: '1 мая' })).toEqual(['первый', 'до 1 мая', 'последний']);
  expect(shown({ day: '' })).toEqual(['первый', 'без срока', 'последний']);
});

test('repeats points for rows, for lines of a text, and gives rows their numbers', () => {
  const lines = ['1. Закрепить:', '1.1.*(pairs) {{n}}: {{who}}', '2.*(own) {{line}}'];
  const [points] = blocks(lines, { pairs: [{ who: 'А' }, { who: 'Б' }], own: 'раз\n\nдва' });
  expect(points).toMatchObject({
    points: [
      { runs: [{ text: 'Закрепить:' }], points: [{ runs: [{ text: '1: А' }] }, { runs: [{ text: '2: Б' }] }] },
      { runs: [{ text: 'раз' }] },
      { runs: [{ text: 'два' }] },
    ],
  });
});

test('numbers sections, and points inside them from one', () => {
  const lines = ['# Общее', '1. первый', '# Цель', '1. второй', '1.1. его часть'];
  expect(blocks(lines, {})).toMatchObject([
    { kind: 'heading', text: '1. Общее' },
    { kind: 'points', section: 1, startAt: 1 },
    { kind: 'heading', text: '2. Цель' },
    { kind: 'points', section: 2, startAt: 1, points: [{ points: [{ runs: [{ text: 'его часть' }] }] }] },
  ]);
});

test('goes on counting points after a table between them', () => {
  const lines = ['1. один', '| А:1 |', '| х |', '2. два'];
  expect(blocks(lines, {})).toMatchObject([{ startAt: 1 }, { kind: 'table' }, { startAt: 2 }]);
});

test('a table without rows shows a dash instead of nothing', () => {
  const [table] = blocks(['|*(rows) А:1 | Б:3 |', '| {{n}} | {{b}} |'], { rows: [] });
  expect(table).toMatchObject({ headerRows: [['А', 'Б']], rows: [['—', '—']] });
});

test('the grif above everything stands before the letterhead, another one where it is written', () => {
  const document = templateDocument(
    template('> УТВЕРЖДАЮ', '> Директор', 'текст', '> Приложение'),
    { organisation: 'Школа' },
    { name: 'деле' },
  );
  expect(document.blocks.map(({ kind }) => kind)).toEqual([
    'approval',
    'letterhead',
    'subject',
    'paragraph',
    'approval',
  ]);
  expect(document.blocks[0]).toMatchObject({ lines: ['УТВЕРЖДАЮ', 'Директор'] });
});

test('marks of adoption and approval stand apart, each opened by a word in capitals', () => {
  const document = templateDocument(
    template(
      '< ПРИНЯТО',
      '< советом, протокол № 1',
      '> УТВЕРЖДАЮ',
      '> Директор',
      '< УЧТЕНО МНЕНИЕ',
      '< профсоюза',
      'текст',
    ),
    { organisation: 'Школа' },
    { name: 'деле' },
  );
  expect(document.blocks.slice(0, 4)).toMatchObject([
    { kind: 'adoption', lines: ['ПРИНЯТО', 'советом, протокол № 1'] },
    { kind: 'approval', lines: ['УТВЕРЖДАЮ', 'Директор'] },
    { kind: 'adoption', lines: ['УЧТЕНО МНЕНИЕ', 'профсоюза'] },
    { kind: 'letterhead' },
  ]);
});

test('the sides of an agreement stand together with their particulars', () => {
  const lines = ['@+ Школа / {{head}} / {{own}}', '@+ Вуз / {{other}} / ИНН 2'];
  const [sides] = blocks(lines, { head: 'А. Б. Ёж', other: 'В. Г. Уж', own: 'ИНН 1\nадрес / дом' });
  expect(sides).toEqual({
    kind: 'sides',
    sides: [
      { title: 'Школа', name: 'А. Б. Ёж', lines: ['ИНН 1', 'адрес / дом'], mark: null },
      { title: 'Вуз', name: 'В. Г. Уж', lines: ['ИНН 2'], mark: null },
    ],
  });
});

test('signatures of the sides and the list of acquaintance', () => {
  const lines = ['@ Директор / {{head}}', '@*(others) Наставник / {{signed}}', '@@*(people) Ознакомлены:'];
  const values = { head: 'А. Б. Ёж', others: [{ signed: 'В. Г. Уж' }], people: [{ name: 'Уж Вера' }] };
  expect(blocks(lines, values)).toMatchObject([
    { kind: 'signature', post: 'Директор', name: 'А. Б. Ёж' },
    { kind: 'signature', post: 'Наставник', name: 'В. Г. Уж' },
    { kind: 'acquaintance', names: ['Уж Вера'] },
  ]);
});

test('tells what a template asks for', () => {
  const asked = askedNames(template('?(day) до {{day}}', '1.*(rows) {{a}} {{name}}'));
  expect([...asked.plain]).toEqual(['name', 'day']);
  expect([...(asked.rows.get('rows') ?? [])]).toEqual(['a', 'name']);
});

test('never leaves a hole where a value is missing', () => {
  expect(() => filled('до {{day}}', {})).toThrow('day');
  expect(() => blocks(['1.*(rows) {{a}}'], {})).toThrow('rows');
});

test('an abbreviation at the end does not double the full stop', () => {
  expect(filled('до {{day}}.', { day: '13 октября 2026 г.' })).toBe('до 13 октября 2026 г.');
});

test('a value that looks like a placeholder stays a text', () => {
  expect(filled('за {{name}}', { name: '{{control}}' })).toBe('за {{control}}');
});
