import type { GrantRule } from './grant.ts';

/** One sentence per rule. */
export const grantSentences: Record<GrantRule, string> = {
  'grant-to-oneself': 'Себе роль дать или снять нельзя. Попросите другого администратора.',
  'role-above': 'Эту роль здесь может дать только тот, кто стоит выше.',
  'role-not-for-unit': 'Эта роль здесь не бывает. Выберите другую роль или другое место.',
  'grant-unit-closed': 'На эту дату организация уже закрыта.',
  'grant-starts-before-unit': 'В этот день организации ещё не было. Укажите более позднюю дату.',
  'grant-ends-before-start': 'Последний день раньше первого. Проверьте даты.',
  'grant-ends-in-past': 'Последний день уже прошёл. Укажите сегодняшний или более поздний.',
  'grant-already-ended': 'Эта роль уже закончилась.',
  'role-grant-overlaps': 'Эта роль здесь на эти дни уже есть. Посмотрите список ролей.',
};
