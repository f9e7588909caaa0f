import { formatDay } from '#app/core/dates.ts';
import { counted, plural } from '#app/ui/numbers.ts';
import type { Day } from '#db/schema.ts';
import type { ContourRule, GapReason, GroundKind, Place } from './contour.ts';

/** Names of the two places. */
export const placeNames: Record<Place, string> = { inside: 'внутри', outside: 'снаружи' };

/** Why a component is a gap, in a few words. */
export const gapNames: Record<GapReason, string> = {
  never: 'ещё не размещён',
  ended: 'срок закончился',
  providerClosed: 'организация закрыта',
  agreementOver: 'соглашение не действует',
};

/** Names of the grounds. */
export const groundKindNames: Record<GroundKind, string> = {
  order: 'приказ',
  decision: 'решение',
  agreement: 'соглашение',
  offer: 'принятое предложение',
  other: 'другое основание',
};

/** Words around the requisites of an agreement as a ground. */
export const agreementGround = { number: '№ ', from: ' от ' } as const;

/** One sentence per rule. */
export const contourSentences: Record<ContourRule, string> = {
  'contour-unit-closed': 'Организация закрыта, её компоненты больше не размещают.',
  'component-stays-inside': 'Этот компонент остаётся в самой организации: передать его наружу нельзя.',
  'component-before-unit': 'В этот день организации ещё не было. Укажите более позднюю дату.',
  'component-too-far-ahead': 'Не дальше чем на год вперёд. Укажите более раннюю дату.',
  'component-before-current':
    'Дата раньше начала того, что уже записано. Укажите день не раньше начала последней записи в истории.',
  'component-location-overlaps':
    'Пока вы заполняли форму, компонент разместил кто-то другой. Откройте страницу компонента и посмотрите, что записано.',
  'component-needs-one-provider':
    'Выберите что-то одно: соглашение, по которому компонент даёт другая сторона, или организацию и основание.',
  'component-provider-closed': 'Эта организация в указанный день уже закрыта. Выберите другую.',
  'component-agreement-not-in-force':
    'В этот день соглашение не действует. Укажите день из его срока или выберите другое.',
  'component-needs-ground': 'Напишите, на каком основании: вид документа, номер и дату.',
  'component-not-placed': 'Компонент сейчас никем не обеспечен, завершать нечего.',
  'component-ends-before-start': 'Последний день раньше первого. Укажите более позднюю дату.',
  'component-ends-later': 'Срок и так заканчивается не позже этого дня. Укажите более раннюю дату.',
};

/** Labels of the forms' fields. */
export const contourLabels = {
  groundKind: 'Вид основания',
  ground: 'Номер, дата, название',
  from: 'С какого дня',
  agreementId: 'По соглашению',
  providerUnitId: 'Или кто обеспечивает',
  endedOn: 'Последний день',
  endReason: 'Почему',
} as const;

const components = (count: number) => counted(count, 'компонент', 'компонента', 'компонентов');

/** Words of an organisation's pages. */
export const contourText = {
  title: 'Два контура',
  chooseLede: 'Выберите, что открыть.',
  chooseEmpty: 'Организаций, которые вам можно видеть, здесь нет.',
  unit: 'Организация',
  kind: 'Вид',
  of: (name: string) => `Два контура: ${name}`,
  lede: (inside: number, outside: number, gaps: number) =>
    `Внутри ${inside}, снаружи ${outside}, ${gaps === 0 ? 'пробелов нет' : `пробелов ${gaps}`}.`,
  asOf: (day: Day) => `Состояние на ${formatDay(day)}. Изменить можно только нынешнее.`,
  day: 'На день',
  show: 'Показать',
  today: 'На сегодня',
  components: 'Компоненты системы',
  component: 'Компонент',
  place: 'Где',
  provider: 'Кто обеспечивает',
  since: 'С',
  ground: 'Основание',
  gap: 'пробел',
  until: (day: Day) => `до ${formatDay(day)}`,
  ours: 'сама организация',
  gaps: 'Пробелы',
  noGaps: 'Пробелов нет: у каждого компонента есть тот, кто его обеспечивает.',
  gapWhy: (reason: GapReason) => `Сейчас никто не обеспечивает: ${gapNames[reason]}.`,
  offersFor: 'Предложения муниципалитета и региона',
  noOffers: 'Предложений сейчас нет.',
  toArea: 'Картина муниципалитета',
  toAgreements: 'Соглашения',
  hints: 'Что видит система',
  backToUnit: (name: string) => `Два контура: ${name}`,
  about: 'Что это',
  history: 'История',
  historyEmpty: 'Записей ещё нет.',
  period: 'Период',
  periodOf: (startedOn: Day, endedOn: Day | null) =>
    endedOn ? `с ${formatDay(startedOn)} по ${formatDay(endedOn)}` : `с ${formatDay(startedOn)}`,
  coming: (day: Day) => `начнётся ${formatDay(day)}`,
  endReason: 'Почему завершено',
  state: 'Состояние',
  toInside: 'Разместить внутри',
  toOutside: 'Передать наружу',
  end: 'Завершить',
  insideTitle: (name: string) => `Разместить внутри: ${name}`,
  insideLede: 'Компонент обеспечивает сама организация. Прежняя запись останется в истории.',
  outsideTitle: (name: string) => `Передать наружу: ${name}`,
  outsideLede: 'Компонент обеспечивает другая организация. Прежняя запись останется в истории.',
  endTitle: (name: string) => `Завершить: ${name}`,
  endLede: 'После последнего дня компонент станет пробелом, пока его не разместят снова.',
  findProvider: 'Найти организацию',
  findProviderHint: 'Показаны ближайшие. Других в регионе найдите по названию.',
  noAgreement: 'Без соглашения',
  noAgreements: 'Действующих соглашений пока нет.',
  noProvider: 'Не выбрана',
  groundHint: 'Например: № 12 от 01.09.2026.',
  groundHintOutside: 'Нужно, если соглашения нет. Например: приказ управления № 40 от 01.09.2026.',
  insideSubmit: 'Разместить внутри',
  outsideSubmit: 'Передать наружу',
  endSubmit: 'Завершить',
  placedInside: 'Компонент размещён внутри организации.',
  placedOutside: 'Компонент передан наружу.',
  ended: 'Последний день записан.',
} as const;

/** What the program itself can see of a component. */
export const hintText = {
  curator: (is: boolean) => (is ? 'Роль куратора кому-то выдана.' : 'Роль куратора никому не выдана.'),
  leadership: (is: boolean) => (is ? 'Роль руководителя выдана.' : 'Роль руководителя никому не выдана.'),
  mentors: (is: boolean) => (is ? 'Есть действующие наставники.' : 'Действующих наставников нет.'),
  psychologist: (is: boolean) =>
    is ? 'В организации работает педагог-психолог.' : 'Педагога-психолога среди работников нет.',
  programmes: (is: boolean) => (is ? 'Есть утверждённые программы.' : 'Утверждённых программ нет.'),
  route_support: (is: boolean) => (is ? 'У маршрутов педагогов есть тьютор.' : 'Маршрутов с тьютором у педагогов нет.'),
  stimulation: (is: boolean) => (is ? 'Поощрения утверждались.' : 'Поощрений ещё не утверждали.'),
  external_contacts: (is: boolean) => (is ? 'Есть действующие соглашения.' : 'Действующих соглашений нет.'),
} as const;

/** Components of which the program can see something. */
export type HintCode = keyof typeof hintText;

/** The hint about a component, when the program can see anything of it. */
export function hintWords(code: string, is: boolean): string | null {
  const known: Partial<Record<string, (is: boolean) => string>> = hintText;
  return known[code]?.(is) ?? null;
}

/** The word on a tile of a component nobody provides. */
export const gapWord = contourText.gap;

/** Words of an area's picture. */
export const contourAreaText = {
  title: (name: string) => `Два контура: ${name}`,
  lede: (gaps: number, total: number) =>
    total === 0
      ? 'Организаций здесь пока нет.'
      : gaps === 0
        ? `Пробелов нет ни у одной из ${total} ${plural(total, 'организации', 'организаций', 'организаций')}.`
        : `С пробелами ${gaps} из ${total} ${plural(total, 'организации', 'организаций', 'организаций')}.`,
  search: 'Организация',
  onlyGaps: 'Только с пробелами',
  byComponent: 'По компонентам',
  byUnit: 'По организациям',
  numberSign: '№',
  picture: 'Картина',
  inside: 'Внутри',
  outside: 'Снаружи',
  gaps: 'Пробелы',
  gapList: 'Чего нет',
  component: 'Компонент',
  offer: 'Предложить',
  offerAll: 'Предложить всем',
  offers: 'Предложения',
  export: 'Скачать таблицу',
  empty: 'Организаций здесь пока нет.',
  emptyFound: 'По такому отбору организаций нет. Измените слово или сбросьте отбор.',
  strip: (name: string, inside: number, outside: number, gaps: readonly string[]) =>
    `${name}: внутри ${inside}, снаружи ${outside}, ${gaps.length === 0 ? 'пробелов нет' : `нет ${components(gaps.length)}: ${gaps.join(', ')}`}`,
  share: (name: string, inside: number, outside: number, gaps: number) =>
    `${name}: внутри ${inside}, снаружи ${outside}, пробелов ${gaps}`,
  fileName: (name: string) => `Два контура, ${name}`,
  sheet: 'Два контура',
  asOf: (day: Day) => `Состояние на ${formatDay(day)}`,
  onlyGapsNote: 'Только организации с пробелами',
  searchNote: (search: string) => `Отбор по названию: ${search}`,
  insideCell: 'внутри',
  gapCell: 'пробел',
  outsideCell: (provider: string) => `снаружи: ${provider}`,
  total: 'Всего пробелов',
} as const;
