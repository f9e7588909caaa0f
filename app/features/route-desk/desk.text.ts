import { counted } from '#app/ui/numbers.ts';
import type { DeskFilter, DeskRule, GroupRefusal } from './desk.ts';

/** One sentence per rule. */
export const deskSentences: Record<DeskRule, string> = {
  'step-not-closed-yet': 'Педагог ещё не закрыл этот шаг: продукта пока нет. Он появится в очереди, когда шаг закроют.',
  'product-already-read': 'Этот продукт уже прочитан. Если педагог его дополнит, он снова появится в очереди.',
  'nothing-asked-for': 'Тьютор не просил дополнить этот шаг. Напишите ему в обсуждении.',
  'remark-needs-text': 'Напишите хотя бы несколько слов.',
  'plan-due-before-start': 'Срок раньше начала. Поправьте одну из дат.',
  'group-empty': 'Отметьте хотя бы один маршрут.',
  'group-too-large': 'За один раз предложение отправляют не больше чем двадцати педагогам. Уберите лишние отметки.',
  'group-nobody-fits': 'Ни одному из выбранных маршрутов предложение не подходит. Причины показаны рядом с именами.',
  'group-offer-closed': 'Это предложение уже прошло или снято с реестра. Выберите другое.',
  'group-already-undone': 'Это предложение вы уже отозвали.',
  'group-all-seen': 'Все педагоги уже увидели предложение. Отозвать его нельзя, но можно обсудить в маршруте.',
  'proposal-answered': 'На это предложение уже есть ответ.',
  'handover-same-tutor': 'Передать маршруты можно другому тьютору. Выберите другого.',
  'handover-nothing': 'Отметьте хотя бы один маршрут, который передаёте.',
};

/** Why a route does not take part in a group plan. */
export const groupRefusals: Record<GroupRefusal, string> = {
  'not-active': 'маршрут завершён',
  paused: 'маршрут на паузе',
  'days-outside': 'дни выходят за срок маршрута',
  'no-gap': 'в этой области нет открытого дефицита',
  'already-planned': 'это предложение уже в маршруте или ждёт ответа',
};

const filterNames: Record<DeskFilter, string> = {
  all: 'Все',
  overdue: 'Просрочено',
  waits: 'Ждут прочтения',
  unmeasured: 'Ждут диагностики',
  uncorrected: 'Год без корректировки',
  cycle: 'Цикл заканчивается',
  silent: 'Давно молчат',
  paused: 'На паузе',
};

const emptyFilter: Record<DeskFilter, string> = {
  all: 'С таким именем маршрутов нет. Измените имя или сбросьте отбор.',
  overdue: 'Просроченных шагов нет.',
  waits: 'Все продукты прочитаны.',
  unmeasured: 'Внешняя диагностика внесена у всех, кто оценил себя сам.',
  uncorrected: 'Каждый маршрут за последний год хотя бы раз уточняли.',
  cycle: 'В ближайшие 30 дней годовые циклы не заканчиваются.',
  silent: 'За последние 60 дней от каждого педагога что-то было.',
  paused: 'Ни один маршрут не на паузе.',
};

/** Words of the desk. */
export const deskText = {
  title: 'Рабочий стол тьютора',
  titleHead: 'Тьюторы и их маршруты',
  deskOf: (name: string) => `Рабочий стол: ${name}`,
  lede: 'Маршруты, которые вы сопровождаете. Сверху те, где ждут вашего взгляда.',
  ledeHead: 'Сколько маршрутов сопровождает каждый тьютор и что в них ждёт.',
  filters: 'Отбор маршрутов',
  filterNames,
  emptyFilter,
  filterWithTotal: (name: string, total: number) => `${name} (${total})`,
  search: 'Имя педагога',
  empty: 'Вы пока не сопровождаете ни одного маршрута. Руководитель центра назначит вам первые.',
  columns: {
    person: 'Педагог',
    year: 'Год',
    waits: 'Ждут прочтения',
    overdue: 'Просрочено',
    steps: 'Шаги закрыты',
    heard: 'Последняя запись',
    corrected: 'Корректировка',
    cycle: 'Конец цикла',
    tutor: 'Тьютор',
    routes: 'Маршрутов',
    withOverdue: 'С просрочкой',
    area: 'Область',
  },
  yearOf: (year: number, years: number) => `${year} из ${years}`,
  ofTotal: (part: number, total: number) => `${part} из ${total}`,
  products: (count: number) => counted(count, 'продукт', 'продукта', 'продуктов'),
  steps: (count: number) => counted(count, 'шаг', 'шага', 'шагов'),
  paused: 'на паузе',
  loads: 'Тьюторы центра',
  loadsEmpty: 'Ни у одного тьютора пока нет маршрутов.',
  readProducts: (count: number) => `Читать продукты (${count})`,

  reviewTitle: 'Продукт шага',
  review: 'Прочитать продукт',
  product: 'Что получилось',
  attitude: 'Отношение к результату',
  noProduct: 'Продукта пока нет.',
  yourWord: 'Ваше слово',
  closedOn: (day: string) => `закрыт ${day}`,
  skip: (left: number) => `Пропустить, в очереди ещё ${left}`,
  saveAndNext: 'Сохранить и открыть следующий',
  saveAndClose: 'Сохранить',
  accepted: 'Продукт принят.',
  askedForMore: 'Педагог увидит, что дополнить.',
  andNext: (done: string) => `${done} Открыт следующий.`,
  andLast: (done: string) => `${done} Больше ничего не ждёт.`,
  decisions: { accepted: 'Принять', more: 'Попросить дополнить' },

  talk: 'Обсуждение',
  talkTitle: (title: string) => `Обсуждение: ${title}`,
  talkEmpty: 'Пока никто ничего не написал.',
  aboutPlan: 'о плане',
  remarkKinds: {
    agreed: 'план согласован',
    accepted: 'продукт принят',
    more: 'просьба дополнить',
    supplement: 'дополнение',
  },
  speak: 'Написать',
  supplementTitle: 'Дополнить продукт',
  send: 'Отправить',
  said: 'Записано.',
  supplemented: 'Дополнение записано, тьютор прочитает его.',
  backToRoute: 'К маршруту',

  groupTitle: 'Предложить нескольким',
  handoverTitle: 'Передать маршруты',
  offers: 'Предложения',
  mapTitle: 'Карта дефицитов',

  labels: {
    decision: 'Решение',
    note: 'Заметка педагогу',
    text: 'Что написать',
    isAboutPlan: 'О плане: увидит и куратор школы',
    isAgreed: 'Согласую план этого шага',
    isSupplement: 'Это дополнение к продукту',
    version: 'Версия',
  },
  hints: {
    note: 'Если просите дополнить, напишите, чего не хватает.',
    isAboutPlan: 'Без отметки обсуждение видят только педагог, тьютор и руководитель центра.',
    isAgreed: 'Ваше имя и день останутся в обсуждении. Текст можно не писать.',
    isSupplement: 'Продукт снова появится у тьютора.',
  },
};
