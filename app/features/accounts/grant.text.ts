import type { GrantRule } from './grant.ts';

/** One sentence per rule. */
export const grantSentences: Record<GrantRule | 'grant-day-missing', string> = {
  'grant-to-oneself': 'Себе роль дать или снять нельзя. Попросите другого администратора.',
  'role-above': 'Эту роль здесь может дать только тот, кто стоит выше.',
  'role-not-for-unit': 'Эта роль здесь не бывает. Выберите другую роль или другое место.',
  'grant-unit-closed': 'На эту дату организация уже закрыта.',
  'grant-starts-before-unit': 'В этот день организации ещё не было. Укажите более позднюю дату.',
  'grant-ends-before-start': 'Последний день раньше первого. Проверьте даты.',
  'grant-ends-in-past': 'Последний день уже прошёл. Укажите сегодняшний или более поздний.',
  'grant-already-ended': 'Эта роль уже закончилась.',
  'grant-day-missing': 'Укажите последний день или выберите «Прямо сейчас».',
  'role-grant-overlaps': 'Эта роль здесь на эти дни уже есть. Посмотрите список ролей.',
};

/** Words of the pages about roles. */
export const grantText = {
  title: (name: string) => `Роли: ${name}`,
  lede: (unit: string) => `Основное место: ${unit}. Роль действует только там, где дана, и только в свои дни.`,
  back: 'Доступ и роли',
  empty: 'Ролей, о которых вы можете знать, нет.',
  role: 'Роль',
  unit: 'Где',
  from: 'С',
  to: 'По',
  noEnd: 'без срока',
  state: 'Состояние',
  states: { now: 'действует', later: 'начнётся', over: 'закончилась' },
  add: 'Дать роль',
  invite: 'Ссылка для входа',
  end: 'Закончить',
  endFull: (role: string, unit: string) => `Закончить: ${role}, ${unit}`,
  addTitle: (name: string) => `Дать роль: ${name}`,
  addSubmit: 'Дать роль',
  given: 'Роль дана.',
  nothingToGive: 'Здесь нет ролей, которые вы можете дать.',
  endTitle: (role: string, name: string) => `Закончить роль «${role}»: ${name}`,
  endSubmit: 'Закончить роль',
  ended: 'Роль закончена.',
  whenNow: 'Прямо сейчас',
  whenNowHint: 'Уже следующая страница, которую откроет человек, не покажет того, что давала эта роль.',
  whenDay: 'В конце дня, указанного ниже',
} as const;

/** Labels of the forms about roles. */
export const grantLabels = {
  role: 'Роль',
  unitId: 'Где',
  startedOn: 'Действует с',
  endedOn: 'Последний день',
  when: 'Когда закончить',
} as const;
