import { counted } from '#app/ui/numbers.ts';
import type { WholePlan } from '../educational-routes/route-step.ts';
import type { ShiftRule } from './shift.ts';

/** Names of a plan's fields. */
export const planFieldNames: Record<keyof WholePlan, string> = {
  title: 'Шаг',
  kind: 'Вид',
  area: 'Дефицит',
  goal: 'Цель',
  organisation: 'Организация',
  registerNumber: 'Номер в реестре',
  hours: 'Часов',
  startedOn: 'Начало',
  dueOn: 'Срок',
  expectedProduct: 'Ожидаемый продукт',
  presentationForm: 'Форма представления',
  presentationLevel: 'Уровень',
  presentationPlace: 'Место',
  presentedOn: 'День представления',
  alternatives: 'Другие варианты',
  choiceReason: 'Почему этот шаг',
};

/** One sentence per rule of a shifted start. */
export const shiftSentences: Record<ShiftRule, string> = {
  'shift-same-day': 'Маршрут и так начинается в этот день. Укажите другой.',
  'shift-after-closed-step': 'Уже есть закрытые шаги, которые начались раньше этого дня. Укажите более ранний день.',
  'shift-after-review': 'Первый год маршрута уже подведён, начало больше не переносят. Измените сроки отдельных шагов.',
  'shift-already-over': 'С таким началом маршрут уже закончился бы. Укажите более поздний день.',
  'shift-too-late': 'Новое начало слишком далеко: укажите день не позже чем через год.',
  'shift-already-answered': 'На это предложение уже ответили.',
  'shift-already-proposed': 'Перенос начала уже предложен и ждёт ответа педагога.',
  'route-overlaps': 'На эти годы у педагога есть другой маршрут. Выберите другой день.',
};

/** Words of the pages. */
export const revisionText = {
  title: 'Корректировки',
  heading: (owner: string) => `Корректировки: ${owner}`,
  ownHeading: 'Мои корректировки',
  lede: 'Как менялась согласованная дорожная карта. Прежние редакции сохраняются и читаются рядом с новыми.',
  empty: 'Корректировок пока не было. Согласованный план меняют при добавлении или изменении шага.',
  back: 'К корректировкам',
  backToRoute: 'К маршруту',
  columns: { number: '№', day: 'День', cause: 'Причина', reason: 'Что изменилось', author: 'Кто', steps: 'Шагов' },
  byOwner: 'педагог',
  byTutor: 'тьютор',
  revision: (number: number) => `Корректировка № ${number}`,
  changes: 'Что изменилось',
  added: 'добавлен',
  field: 'Поле',
  before: 'Было',
  after: 'Стало',
  wholePlan: 'Дорожная карта до и после',
  wholeBefore: 'До корректировки',
  wholeAfter: 'После корректировки',
  planLine: (title: string, from: string, to: string) => `${title}, ${from} – ${to}`,
  absent: 'шага не было',
  same: 'без изменений',
  changed: 'изменён',
  nothing: 'пусто',
  count: (steps: number) => counted(steps, 'шаг', 'шага', 'шагов'),
  reason: (text: string) => `Причина словами: ${text}`,
  shift: 'Перенести начало',
  shiftTitle: 'Перенести начало маршрута',
  shiftLede: (owner: string) =>
    `${owner}: предложите новый первый день. Сроки открытых шагов и годы маршрута сдвинутся на столько же, но только с согласия педагога.`,
  shiftPropose: 'Предложить',
  shiftProposed: 'Предложение отправлено. Сроки изменятся, когда педагог согласится.',
  shiftAnswerTitle: 'Вам предлагают перенести начало маршрута',
  shiftAnswerLede: (from: string, to: string, days: number) =>
    `Начало: было ${from}, предлагают ${to}. Открытые шаги сдвинутся на ${counted(Math.abs(days), 'день', 'дня', 'дней')} ${days > 0 ? 'позже' : 'раньше'}, закрытые останутся как есть.`,
  shiftSteps: 'Какие сроки изменятся',
  shiftNoSteps: 'Открытых шагов нет.',
  shiftAccepted: 'Начало перенесено, сроки открытых шагов сдвинуты.',
  shiftDeclined: 'Начало и сроки остались прежними.',
  shiftAnswer: 'Ответить',
  answers: { accepted: 'согласиться', declined: 'оставить как есть' },
  answered: { accepted: 'педагог согласен', declined: 'сроки остались прежними' },
  proposedBy: (name: string, day: string) => `Предлагает ${name}, ${day}`,
  labels: {
    newStartOn: 'Новый первый день',
    reason: 'Почему',
    answer: 'Ваш ответ',
  },
};
