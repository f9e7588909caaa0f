import { formatDay } from '#app/core/dates.ts';
import type { Tone } from '#app/ui/Tag.tsx';
import type { Day } from '#db/schema.ts';
import type { AgreementRule, AgreementState } from './agreement.ts';

/** Names of the states. */
export const agreementStateNames: Record<AgreementState, string> = {
  inForce: 'действует',
  coming: 'ещё не началось',
  over: 'закончилось',
};

/** Tones of the states. */
export const agreementStateTones: Record<AgreementState, Tone> = { inForce: 'ok', coming: 'info', over: 'grey' };

/** One sentence per rule. */
export const agreementSentences: Record<AgreementRule, string> = {
  'agreement-needs-one-partner':
    'Назовите одну вторую сторону: выберите организацию из списка или напишите название, если её там нет.',
  'agreement-with-itself': 'Соглашение не заключают с самим собой. Выберите другую организацию.',
  'agreement-partner-closed': 'Эта организация уже закрыта. Выберите другую или напишите название преемника.',
  'agreement-unit-closed': 'Ваша организация уже закрыта, записать соглашение нельзя.',
  'agreement-signed-in-future': 'День подписания ещё не наступил. Запишите соглашение, когда его подпишут.',
  'agreement-starts-too-late': 'Соглашение не может начинаться позже чем через год. Проверьте дату начала.',
  'agreement-period-in-order': 'Последний день раньше первого. Исправьте одну из дат.',
  'agreement-number-taken': 'Соглашение с таким номером от этого дня уже записано. Проверьте номер и дату.',
  'agreement-already-over': 'Соглашение уже закончилось.',
  'agreement-ends-before-start': 'Последний день раньше начала соглашения. Укажите более позднюю дату.',
  'agreement-ends-later': 'Соглашение и так заканчивается не позже этого дня. Укажите более раннюю дату.',
};

/** Labels of the forms' fields. */
export const agreementLabels = {
  unitId: 'Чьё соглашение',
  partnerUnitId: 'Вторая сторона',
  partnerName: 'Или название, если в списке её нет',
  number: 'Номер',
  signedOn: 'Подписано',
  startedOn: 'Действует с',
  endedOn: 'Последний день',
  subject: 'О чём',
  endReason: 'Почему прекращается',
} as const;

/** The period in words. */
export const agreementPeriod = (startedOn: Day, endedOn: Day | null) =>
  endedOn ? `с ${formatDay(startedOn)} по ${formatDay(endedOn)}` : `с ${formatDay(startedOn)}, без срока`;

/** An agreement by its requisites: «№ 5 от 01.09.2026, ИРО». */
export const agreementName = (number: string, signedOn: Day, partner: string) =>
  `№\u00A0${number} от ${formatDay(signedOn)}, ${partner}`;

/** Words of the pages. */
export const agreementText = {
  title: 'Соглашения о сотрудничестве',
  lede: 'С кем договорились о наставничестве, на какой срок и о чём. На соглашение можно сослаться, когда наставник или компонент системы приходит из другой организации.',
  add: 'Записать соглашение',
  addTitle: 'Новое соглашение',
  addLede: 'Запишите то, что стоит на подписанной бумаге.',
  added: 'Соглашение записано.',
  back: 'Все соглашения',
  findPartner: 'Найти вторую сторону',
  findPartnerHint: 'Показаны ближайшие. Других в регионе найдите по названию.',
  noPartner: 'Никого не нашлось. Напишите название в форме ниже.',
  partnerChoose: 'Не выбрана',
  endedOnHint: 'Оставьте пустым, если соглашение без срока. Дата в виде дд.мм.гггг.',
  subjectHint: 'Например: наставники для молодых учителей физики, обучение наставников.',
  search: 'Номер, сторона или предмет',
  state: 'Состояние',
  anyState: 'Любое',
  number: 'Номер',
  parties: 'Стороны',
  partner: 'Вторая сторона',
  keeper: 'Чьё',
  period: 'Срок',
  subject: 'О чём',
  signedOn: 'Подписано',
  endReason: 'Почему прекращено',
  outside: 'не ведётся в системе',
  pageTitle: (number: string) => `Соглашение №\u00A0${number}`,
  empty: 'Соглашений пока нет. Запишите первое, когда договоритесь с другой организацией, центром или партнёром.',
  emptyFound: 'По такому отбору соглашений нет. Измените слово или сбросьте отбор.',
  edit: 'Исправить',
  editTitle: (number: string) => `Исправить соглашение №\u00A0${number}`,
  editLede: 'Стороны не меняются: если ошиблись организацией, прекратите запись и сделайте новую.',
  edited: 'Соглашение исправлено.',
  end: 'Прекратить',
  endTitle: (number: string) => `Прекратить соглашение №\u00A0${number}`,
  endLede: 'В последний день соглашение ещё действует. То, что держалось на нём, потом останется без основания.',
  ended: 'Последний день записан.',
} as const;
