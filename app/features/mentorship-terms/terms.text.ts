import { formatDay } from '#app/core/dates.ts';
import { counted, formatMoney } from '#app/ui/numbers.ts';
import {
  type PayKind,
  type PayPeriod,
  type TermsOfWorkRule,
  typedPercent,
  type VolumePeriod,
  type WorkForm,
} from './terms.ts';

/** Forms of the work. */
export const workFormNames: Record<WorkForm, string> = {
  in_person: 'очно',
  remote: 'дистанционно',
  blended: 'очно и дистанционно',
};

/** Kinds of pay. */
export const payKindNames: Record<PayKind, string> = {
  percent: 'доля оклада, %',
  fixed: 'сумма в рублях',
  none: 'без оплаты',
};

/** Periods of pay. */
export const payPeriodNames: Record<PayPeriod, string> = {
  monthly: 'каждый месяц',
  quarterly: 'раз в квартал',
  once: 'один раз, по окончании',
};

/** Periods of the volume. */
export const volumePeriodNames: Record<VolumePeriod, string> = { week: 'в неделю', month: 'в месяц' };

/** One sentence per rule. */
export const termsSentences: Record<TermsOfWorkRule | 'stale', string> = {
  'terms-not-for-basis':
    'На этом основании условия работы здесь не записывают: они стоят в договоре или не нужны вовсе.',
  'mentorship-over': 'Это наставничество закрыто, условия больше не меняются.',
  'terms-signed':
    'Соглашение с этими условиями уже подписано. Чтобы изменить условия, сначала отмените соглашение и составьте новое.',
  'terms-outside-mentorship': 'Срок работы выходит за срок наставничества. Поставьте дни внутри него.',
  'contract-after-work': 'Трудовой договор не может быть позже первого дня работы.',
  'pay-size-missing': 'Укажите размер оплаты.',
  'pay-period-missing': 'Укажите, как часто выплачивать.',
  'pay-ground-missing': 'Укажите акт, по которому установлена оплата: его пункт, дату и номер.',
  'no-pay-for-minor': 'Наставнику нет восемнадцати лет: оплата не назначается. Выберите «без оплаты».',
  'zero-pay-not-set': 'Оплата уже назначена, основание больше не нужно.',
  'supplement-exists': 'Соглашение с этим наставником уже составлено. Обновите страницу.',
  'terms-already-begun':
    'Условия этого наставника только что начал записывать другой человек. Откройте страницу заново.',
  'terms-ends-before-start': 'Последний день работы раньше первого.',
  'pay-size-by-kind': 'Размер не подходит к выбранному виду оплаты. Откройте страницу заново и заполните её ещё раз.',
  'zero-pay-ground-by-head': 'Основание работы без оплаты даёт руководитель, и только когда оплаты нет.',
  stale: 'Условия изменил другой человек.',
};

/** The pay in one line: '15 % оклада, каждый месяц; основание: …'. */
export function payLine(pay: {
  payKind: PayKind;
  payPercentHundredths: number | null;
  payKopecks: number | null;
  payPeriod: PayPeriod | null;
  payGround: string;
  zeroPayGround: string | null;
}): string {
  if (pay.payKind === 'none') {
    return pay.zeroPayGround === null
      ? 'без оплаты; нужно письменное основание руководителя'
      : `без оплаты; основание: ${pay.zeroPayGround}`;
  }
  const size =
    pay.payPercentHundredths === null
      ? formatMoney(pay.payKopecks)
      : `${typedPercent(pay.payPercentHundredths)}\u00a0% оклада`;
  const period = pay.payPeriod === null ? '' : `, ${payPeriodNames[pay.payPeriod]}`;
  return `${size}${period}; основание: ${pay.payGround}`;
}

/** '4 часа в месяц'. */
export const volumeLine = (hours: number, per: VolumePeriod) =>
  `${counted(hours, 'час', 'часа', 'часов')} ${volumePeriodNames[per]}`;

/** Words of the pages of terms. */
export const termsText = {
  title: 'Условия работы и оплаты',
  mentor: 'Наставник',
  mentee: 'Наставляемый',
  basis: 'Основание',
  period: (from: string, to: string) => `${formatDay(from)}\u00a0– ${formatDay(to)}`,
  notYet: 'ещё не записано',
  content: 'Содержание работы',
  term: 'Срок работы',
  form: 'Форма работы',
  volume: 'Объём',
  contract: 'Трудовой договор',
  contractLine: (number: string, day: string) => `№\u00a0${number} от ${formatDay(day)}`,
  pay: 'Оплата',
  job: 'Должностная инструкция',
  toMentorship: 'Пара',
  steps: ['Содержание', 'Срок и форма', 'Оплата', 'Программа', 'Проверка'],
  stepOf: (step: number, pair: string) => `Шаг ${step} из 5. ${pair}`,
  previous: 'Предыдущий шаг',
  onwards: 'Сохранить и дальше',
  saved: 'Сохранено.',
  stepsLabel: 'Шаги оформления',
  contentTitle: 'Что делает наставник',
  contentHint:
    'Два-три предложения: в чём помогает, как. Этот текст войдёт в согласие, соглашение и приказ. Например: посещает уроки и обсуждает их, помогает планировать, готовит к аттестации.',
  workTitle: 'Срок и форма работы',
  workLede: (from: string, to: string) =>
    `Наставничество предложено с ${formatDay(from)} по ${formatDay(to)}. Соглашение подписывают до первого дня работы, поэтому работа может начаться позже.`,
  contractHint: 'Договор, к которому составят соглашение: номер и дата стоят на его первой странице.',
  payTitle: 'Оплата',
  payLede: 'Размер увидят наставник, руководитель, кадровик и вы. Наставляемый и приказ его не показывают.',
  percentHint: 'Если доля оклада. Например, 15 или 12,5',
  kopecksHint: 'Если сумма. За один период, например 3 450,50',
  groundHint: 'Например: пункт 4.2 положения об оплате труда от 30.08.2026, приказ № 112',
  noPayHint: 'Работа начнётся, только если руководитель письменно укажет основание',
  jobTitle: 'Где записана помощь новичкам',
  jobLede:
    'Основание — трудовая функция: помощь новичкам уже входит в обязанности и оклад. Доплаты и соглашения не нужно, нужна ссылка на инструкцию.',
  jobHint: 'Например: должностная инструкция учителя от 28.08.2026 № 14, пункт 3.6',
  zeroTitle: 'Работа без оплаты',
  zeroLede: (mentor: string) =>
    `${mentor}. Статья\u00a0351.8 требует назвать размер и условия оплаты. Если оплаты не будет, укажите основание: оно войдёт в соглашение дословно.`,
  zeroSubmit: 'Дать основание',
  zeroSaved: 'Основание записано.',
  zeroWarning: 'Работодатель обязан оплачивать работу по наставничеству. Без основания приказ утвердить нельзя.',
  fill: 'Заполнить условия',
  continue: 'Продолжить оформление',
  change: 'Изменить условия',
  check: 'Проверить и составить бумаги',
  giveGround: 'Решить о работе без оплаты',
  openSupplement: 'Дополнительное соглашение',
  none: 'Условия ещё не записаны. Их готовит куратор.',
  labels: {
    content: 'Содержание работы',
    startedOn: 'Первый день работы',
    endedOn: 'Последний день работы',
    workForm: 'Форма работы',
    volumeHours: 'Объём, часов',
    volumePer: 'За какое время',
    contractNumber: 'Номер трудового договора',
    contractOn: 'Дата трудового договора',
    payKind: 'Как оплачивается',
    payPercentHundredths: 'Доля оклада, %',
    payKopecks: 'Сумма',
    payPeriod: 'Как часто',
    payGround: 'Акт, которым установлена оплата',
    jobDescription: 'Пункт должностной инструкции',
    zeroPayGround: 'Основание',
    version: 'Версия',
  },
};
