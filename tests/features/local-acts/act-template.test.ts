import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filled, parseTemplate } from '#app/features/local-acts/act-template.ts';

const source = readFileSync(join(import.meta.dirname, '../../../templates/local-acts/assignment-order.md'), 'utf8');

test('reads the template of the order: header with its legal basis, preamble, points', () => {
  const template = parseTemplate(source);
  expect(template).toMatchObject({ code: 'assignment-order', version: 2, retention: 'personnel_75' });
  expect(template.legalBasis).toContain('351.8');
  expect(template.preamble.at(-1)).toBe('ПРИКАЗЫВАЮ:');
  expect(template.points).toHaveLength(6);
  expect(template.points[0]?.rowText).toContain('{{mentorAccusative}}');
  expect(template.points.map(({ isConditional }) => isConditional)).toEqual([false, false, true, false, false, false]);
});

test.each(['code', 'version', 'heading', 'retention', 'legal-basis'])('refuses a template without %s', (key) => {
  const without = source.split('\n').filter((line) => !line.startsWith(`${key}:`));
  expect(() => parseTemplate(without.join('\n'))).toThrow(key);
});

test('never leaves a hole where a value is missing', () => {
  expect(() => filled('до {{day}}', {})).toThrow('day');
});

test('an abbreviation at the end does not double the full stop', () => {
  expect(filled('до {{day}}.', { day: '13 октября 2026 г.' })).toBe('до 13 октября 2026 г.');
});

test('a value that looks like a placeholder stays a text', () => {
  expect(filled('за {{name}}', { name: '{{control}}' })).toBe('за {{control}}');
});
