import { formatDay } from '#app/core/dates.ts';
import { paperSentences } from '../mentorships/mentorship-papers.text.ts';
import type { SupplementRule, SupplementState } from './supplement.ts';

/** Names of states. */
export const supplementStateNames: Record<SupplementState, string> = {
  drawn: 'ждёт подписей',
  signed: 'подписано',
  annulled: 'отменено',
};

/** One sentence per rule. */
export const supplementSentences: Record<SupplementRule, string> = {
  'supplement-not-needed': 'На этом основании дополнительное соглашение не нужно.',
  'supplement-not-drawn': 'Подписи этого соглашения уже отмечены, или его отменили. Обновите страницу.',
  'supplement-annulled': 'Соглашение уже отменено.',
  'supplement-in-force':
    'По этому соглашению уже работают, отменить его нельзя. Чтобы закончить раньше, предупредите другую сторону за три рабочих дня.',
  'supplement-outdated': paperSentences['supplement-outdated'],
  'supplement-after-start':
    'Соглашение подписано позже первого дня работы. Сдвиньте первый день работы в условиях и составьте соглашение заново.',
  'signed-in-future': 'Эта дата ещё не наступила.',
  'signed-before-drawn': 'Соглашение ещё не было составлено в этот день. Проверьте дату на бумаге.',
  'employer-without-head':
    'В системе нет действующего руководителя организации: некому подписать соглашение за работодателя. Попросите администратора открыть ему роль.',
};

/** Words of the pages of supplements. */
export const supplementText = {
  title: 'Дополнительное соглашение',
  pageTitle: (person: string) => `Дополнительное соглашение: ${person}`,
  lede: 'Распечатайте два экземпляра, подпишите с обеих сторон и отметьте даты здесь. Один экземпляр остаётся у работника.',
  preview: 'Текст соглашения',
  pdf: 'Скачать PDF',
  docx: 'Скачать DOCX',
  toTerms: 'Условия',
  sign: 'Отметить подписание',
  signTitle: 'Подписи на бумаге',
  signLede: 'Перенесите даты с подписанного экземпляра. Сам лист храните в личном деле.',
  signSubmit: 'Отметить подписанным',
  signSaved: 'Подписание отмечено.',
  signedLine: (employee: string, employer: string) =>
    `Работник подписал ${formatDay(employee)}, работодатель — ${formatDay(employer)}.`,
  annul: 'Отменить соглашение',
  annulTitle: 'Отменить соглашение?',
  annulLede: 'Текст останется в истории. Условия можно будет изменить и составить соглашение заново.',
  annulSaved: 'Соглашение отменено.',
  annulledBecause: (reason: string) => `Соглашение отменено: ${reason}`,
  annulledByNew: 'Составлено другое соглашение по новым условиям.',
  outdated: 'Условия с тех пор изменились. Составьте соглашение заново на странице условий.',
  latest: (day: string) => `Не позже первого дня работы: ${formatDay(day)}`,
  hashLine: (hash: string) => `Контрольная сумма текста: ${hash.slice(0, 16)}…`,
  fileName: (person: string) => `Дополнительное соглашение, ${person}`,
  labels: {
    employeeSignedOn: 'Когда подписал работник',
    employerSignedOn: 'Когда подписал работодатель',
    reason: 'Почему отменяется',
    version: 'Версия',
  },
};
