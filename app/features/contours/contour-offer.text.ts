import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { Tone } from '#app/ui/Tag.tsx';
import type { Day } from '#db/schema.ts';
import type { OfferRule, OfferState } from './contour-offer.ts';

/** Names of the states. */
export const offerStateNames: Record<OfferState, string> = {
  open: 'ждёт ответа',
  accepted: 'принято',
  declined: 'отклонено',
  withdrawn: 'отозвано',
  over: 'срок вышел',
};

/** Tones of the states. */
export const offerStateTones: Record<OfferState, Tone> = {
  open: 'warn',
  accepted: 'ok',
  declined: 'grey',
  withdrawn: 'grey',
  over: 'grey',
};

/** One sentence per rule. */
export const offerSentences: Record<OfferRule, string> = {
  'component-stays-inside': 'Этот компонент остаётся в самой организации, взять его на себя нельзя. Выберите другой.',
  'offer-provider-unfit': 'Выберите того, кто работает у вас или ниже и сейчас открыт.',
  'offer-to-the-provider': 'Организация не может взять компонент сама у себя. Выберите другого исполнителя.',
  'offer-period-in-order': 'Последний день раньше первого. Исправьте одну из дат.',
  'offer-too-far-ahead': 'Предложить можно не дальше чем на год вперёд.',
  'offer-over': 'Срок предложения уже закончился.',
  'component-offer-repeated': 'Такое предложение этой организации на эти дни уже сделано.',
  'component-offer-answered':
    'На это предложение организация уже ответила. Обновите страницу и посмотрите, что записано.',
  'offer-withdrawn': 'Предложение отозвано. Обновите страницу: возможно, есть другое.',
  'offer-accepted': 'Организация уже приняла предложение, отозвать его нельзя. Договоритесь с ней о дне завершения.',
  'offer-outside-its-period': 'В этот день предложение не действует. Укажите день из его срока.',
};

/** Labels of the forms' fields. */
export const offerLabels = {
  componentCode: 'Компонент',
  providerUnitId: 'Кто возьмёт на себя',
  startedOn: 'С какого дня',
  endedOn: 'По какой день',
  ground: 'Основание',
  from: 'С какого дня',
  reason: 'Почему не подходит',
} as const;

/** The period on offer in words. */
export const offerPeriod = (startedOn: Day, endedOn: Day | null) =>
  endedOn ? `с ${formatDay(startedOn)} по ${formatDay(endedOn)}` : `с ${formatDay(startedOn)}, без срока`;

/** Words of the pages. */
export const offerText = {
  offerTitle: (name: string) => `Предложить компонент: ${name}`,
  offerLedeOne: 'Руководитель увидит предложение и примет его или отклонит. До этого ничего не меняется.',
  offerLedeAll: 'Предложение увидят руководители всех организаций ниже. Каждый решает за свою.',
  offerSubmit: 'Предложить',
  offered: 'Предложение отправлено.',
  endedOnHint: 'Оставьте пустым, если без срока. Дата в виде дд.мм.гггг.',
  groundHint: 'Например: приказ управления № 40 от 01.09.2026.',
  nothing: 'Сейчас предложить некому: организация закрыта.',
  listTitle: (name: string) => `Предложения: ${name}`,
  toList: 'Все предложения',
  listLede: 'Что вы предложили взять на себя, кому и что ответили.',
  listEmpty: 'Предложений пока нет. Посмотрите, где пробелы, и предложите помощь.',
  listEmptyOpen: 'Предложений, которые ещё действуют, нет.',
  onlyOpen: 'Только действующие',
  component: 'Компонент',
  target: 'Кому',
  all: (name: string) => `всем: ${name}`,
  provider: 'Кто обеспечит',
  from: 'Кто предлагает',
  period: 'Срок',
  ground: 'Основание',
  answers: 'Ответы',
  answersOf: (accepted: number, declined: number) =>
    accepted + declined === 0
      ? 'пока нет'
      : [
          accepted > 0 ? `приняли ${counted(accepted, 'организация', 'организации', 'организаций')}` : null,
          declined > 0 ? `отклонили ${counted(declined, 'организация', 'организации', 'организаций')}` : null,
        ]
          .filter(Boolean)
          .join(', '),
  state: 'Состояние',
  action: 'Что сделать',
  withdraw: 'Отозвать',
  withdrawTitle: (name: string) => `Отозвать предложение: ${name}`,
  withdrawLede: 'Новых ответов не будет. Кто уже принял, у того компонент остаётся.',
  withdrawn: 'Предложение отозвано.',
  accept: 'Принять',
  acceptTitle: (name: string) => `Принять предложение: ${name}`,
  acceptLede: 'Компонент перейдёт наружу с указанного дня. Прежняя запись останется в истории.',
  acceptReplaces: (provider: string) => `Сейчас обеспечивает: ${provider}. С этого дня будет по-другому.`,
  accepted: 'Предложение принято, компонент размещён снаружи.',
  decline: 'Отклонить',
  declineTitle: (name: string) => `Отклонить предложение: ${name}`,
  declineLede: 'Предложение останется, и его можно будет принять позже, пока оно действует.',
  declined: 'Предложение отклонено.',
  declinedBefore: 'раньше отклонили',
} as const;
