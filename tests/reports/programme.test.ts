import { expect, test } from 'vitest';
import { documentToPdf } from '#reports/document-pdf.ts';
import { programmeDocument } from '#reports/programme.ts';
import { readPdf } from './read-pdf.ts';

const sheet = {
  organisation: 'МБОУ «Гимназия № 2»',
  approval: { name: 'Ершова Т. В.', day: '2026-09-20' },
  mentors: ['Никитина Вера Андреевна'],
  mentees: ['Громова Софья Рустамовна'],
  form: 'педагог – педагог',
  kind: 'традиционное',
  startedOn: '2026-09-10',
  endedOn: '2027-05-31',
  problem: 'Трудно удержать внимание класса.',
  aim: 'Уверенно вести урок.',
  goals: [{ aim: 'Вести пары', indicator: 'Уроков в неделю', startValue: 'ноль', targetValue: 'три' }],
  items: [{ kind: 'встреча', topic: 'Разбор урока', dueOn: '2026-10-05', product: 'Заметки', outcome: 'впереди' }],
};

const textOf = async (values: Parameters<typeof programmeDocument>[0]) =>
  readPdf(
    await documentToPdf(programmeDocument(values), { createdAt: '2026-11-22T07:00:00Z', compress: false }),
  ).pages.join(' ');

test('prints approval, dates, problem, aim, goals with their values and the plan', async () => {
  const text = (await textOf(sheet)).replaceAll('\u00A0', ' ');
  for (const part of [
    'УТВЕРЖДАЮ',
    'Ершова Т. В.',
    '20 сентября 2026 г.',
    'с 10 сентября 2026 г. по 31 мая 2027 г.',
    'Трудно удержать внимание класса.',
    'Уверенно вести урок.',
    'Уроков в неделю',
    'ноль',
    'три',
    '05.10.2026',
    'Разбор урока',
    'Никитина Вера Андреевна',
    'Громова Софья Рустамовна',
  ]) {
    expect(text).toContain(part);
  }
});

test('a draft says so and is approved by nobody', async () => {
  const text = await textOf({ ...sheet, approval: null });
  expect(text).toContain('Проект: программа ещё не утверждена');
  expect(text).not.toContain('УТВЕРЖДАЮ');
});
