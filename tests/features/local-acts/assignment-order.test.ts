import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTemplate } from '#app/features/local-acts/act-template.ts';
import {
  type Assignment,
  type OrderValues,
  orderDocument,
  registeredDocument,
} from '#app/features/local-acts/assignment-order.ts';
import { declined } from '#app/features/local-acts/name-cases.ts';
import { documentHash } from '#reports/document-hash.ts';

const template = parseTemplate(
  readFileSync(join(import.meta.dirname, '../../../templates/local-acts/assignment-order.md'), 'utf8'),
);

const assignment: Assignment = {
  mentorshipId: '01900000-0000-7000-8000-000000000001',
  mentorName: 'Морозов Дмитрий Львович',
  mentorAccusative: 'Морозова Дмитрия Львовича',
  mentorPost: 'учитель, физика',
  menteeName: 'Жукова Анна Ильинична',
  menteeInstrumental: 'Жуковой Анной Ильиничной',
  menteePost: 'учитель, физика',
  form: 'педагог – педагог',
  kind: 'традиционное «один на один»',
  legalBasis: 'labor_351_8',
  content: 'Посещает уроки и обсуждает их.',
  jobDescription: '',
  startedOn: '2026-12-01',
  endedOn: '2027-05-31',
};
const values: OrderValues = {
  organisation: 'Гимназия № 2',
  signerId: '01900000-0000-7000-8000-000000000002',
  signerName: 'Т. В. Ершова',
  signerPost: 'Руководитель',
  control: 'оставляю за собой',
  programmeDueOn: '2026-12-20',
  regulation: { orderNumber: '45-О', approvedOn: '2026-08-31' },
  assignments: [assignment],
};
const words = (one: OrderValues) => JSON.stringify(orderDocument(template, one));

test('says who is assigned to whom, from when to when, on what basis', () => {
  const text = words(values);
  for (const part of [
    'Морозова Дмитрия Львовича',
    'Жуковой Анной Ильиничной',
    '1\u00A0декабря\u00A02026',
    '351.8',
    'ПРИКАЗЫВАЮ',
    'Гимназия № 2',
    'содержание работы: Посещает уроки и обсуждает их.',
    'утверждённого приказом от 31\u00A0августа\u00A02026\u00A0г. № 45-О',
  ]) {
    expect(text).toContain(part);
  }
});

test('speaks of pay and supplements only where the labour basis is', () => {
  expect(words(values)).toContain('дополнительными соглашениями');
  const volunteer = { ...values, assignments: [{ ...assignment, legalBasis: 'volunteer' }] };
  expect(words(volunteer)).not.toContain('дополнительными соглашениями');
});

test('asks every named person once to sign that the order was read', () => {
  const twice = { ...values, assignments: [assignment, { ...assignment, menteeName: 'Власов Игорь Петрович' }] };
  const list = orderDocument(template, twice).blocks.find(({ kind }) => kind === 'acquaintance');
  expect(list).toMatchObject({ names: ['Морозов Дмитрий Львович', 'Жукова Анна Ильинична', 'Власов Игорь Петрович'] });
});

test('names everyone of a group in one sub-point, and co-mentors together', () => {
  const second = {
    ...assignment,
    menteeName: 'Власов Игорь Петрович',
    menteeInstrumental: 'Власовым Игорем Петровичем',
  };
  const other = { ...assignment, mentorshipId: '01900000-0000-7000-8000-000000000009' };
  const coMentor = { ...other, mentorAccusative: 'Ершову Татьяну Викторовну', mentorName: 'Ершова Татьяна Викторовна' };
  const text = words({ ...values, assignments: [assignment, second, other, coMentor] });
  expect(text).toContain('Жуковой Анной Ильиничной (должность: учитель, физика), Власовым Игорем Петровичем');
  expect(text).toContain(
    'Морозова Дмитрия Львовича (должность: учитель, физика), Ершову Татьяну Викторовну (должность: учитель, физика) — за Жуковой',
  );
  expect(text.split('Власовым Игорем')).toHaveLength(2);
});

test('speaks of the two of a reverse mentorship as equals, with what each teaches', () => {
  const topics = [
    { teacherName: 'Морозов Дмитрий Львович', topic: 'Электронный журнал' },
    { teacherName: 'Жукова Анна Ильинична', topic: 'Дисциплина на уроке' },
  ];
  const mutual = { menteeAccusative: 'Жукову Анну Ильиничну', topics };
  const text = words({ ...values, assignments: [{ ...assignment, mutual }] });
  expect(text).toContain('и Жукову Анну Ильиничну (должность: учитель, физика) — друг за другом на равных');
  expect(text).toContain('Морозов Дмитрий Львович: «Электронный журнал»; Жукова Анна Ильинична: «Дисциплина на уроке»');
  expect(text).not.toContain('Жуковой Анной');
});

test('approval adds date and number and changes no other word', () => {
  const draft = orderDocument(template, values);
  const registered = registeredDocument(draft, '3-Н', '2026-11-22');
  expect(registered.blocks[0]).toMatchObject({ kind: 'letterhead', number: '3-Н', date: '22.11.2026' });
  expect(registered.blocks.slice(1)).toEqual(draft.blocks.slice(1));
  expect(documentHash(registered)).not.toBe(documentHash(draft));
});

test.each([
  [['Ершова', 'Татьяна', 'Викторовна'], 'accusative', 'Ершову Татьяну Викторовну'],
  [['Морозов', 'Дмитрий', 'Львович'], 'accusative', 'Морозова Дмитрия Львовича'],
  [['Жукова', 'Анна', 'Ильинична'], 'instrumental', 'Жуковой Анной Ильиничной'],
  [['Седых', 'Максим', 'Сергеевич'], 'accusative', 'Седых Максима Сергеевича'],
  [['Петренко', 'Ольга', 'Юрьевна'], 'instrumental', 'Петренко Ольгой Юрьевной'],
] as const)('declines %j into the %s', ([lastName, firstName, middleName], nameCase, expected) => {
  expect(declined({ lastName, firstName, middleName }, nameCase)).toBe(expected);
});

test('declines a name without a patronymic', () => {
  expect(declined({ lastName: 'Иванов', firstName: 'Пётр', middleName: null }, 'accusative')).toBe('Иванова Петра');
});
