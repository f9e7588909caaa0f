import { areaNames } from '../people/competence-area.text.ts';
import type { BlockCode, InstrumentRule, Scheme } from './instrument.ts';

/** Names of blocks. */
export const blockNames: Record<BlockCode, string> = {
  ...areaNames,
  legal_block: 'нормативно-правовой блок',
  subject_block: 'предметный блок',
  methodical_block: 'методический блок',
  psychological_block: 'психолого-педагогический блок',
};

/** Names of schemes. */
export const schemeNames: Record<Scheme, string> = {
  nine: 'девять областей',
  four: 'четыре блока',
};

/** One sentence per rule. */
export const instrumentSentences: Record<InstrumentRule, string> = {
  'instrument-cuts-in-order': 'Порог базового уровня должен быть ниже порога опоры. Поправьте один из них.',
  'instrument-edition-exists': 'Такая редакция этого инструмента уже есть. Укажите другую редакцию.',
  'instrument-ends-before-start': 'Последний день раньше первого. Укажите более поздний день.',
  'instrument-already-ended': 'Эта редакция уже не применяется.',
};

/** Words of the pages. */
export const instrumentText = {
  title: 'Инструменты диагностики',
  lede: 'Чем измеряют профессиональные компетенции: шкала, пороги уровней и как блоки ложатся на девять областей.',
  empty: 'Инструментов пока нет. Добавьте первый: без него внешнюю диагностику не внести.',
  emptyReader: 'Инструментов пока нет. Их добавляют центр, институт развития образования или федеральный оператор.',
  addNine: 'Добавить: девять областей',
  addFour: 'Добавить: четыре блока',
  columns: { name: 'Инструмент', scheme: 'Шкала', cuts: 'Уровни', keeper: 'Чей', term: 'Применяется' },
  edition: (edition: string) => `редакция ${edition}`,
  cuts: (low: number, high: number) => `до ${low} % дефицит, ${low}–${high - 1} % базовый, от ${high} % опора`,
  since: (day: string) => `с ${day}`,
  term: (from: string, to: string) => `${from} – ${to}`,
  routes: 'Маршруты',
  back: 'Инструменты',
  blocks: 'Блоки и области',
  block: 'Блок',
  areas: 'Области',
  maximum: 'Баллов, не больше',
  facts: 'Об инструменте',
  addTitle: 'Новый инструмент или редакция',
  addLede: 'Записанная редакция не меняется: результаты по ней должны читаться одинаково и через пять лет.',
  mapping: 'Какой блок измеряет область',
  added: 'Инструмент записан. Его можно выбирать при внесении результатов.',
  end: 'Больше не применять',
  endTitle: 'Больше не применять редакцию',
  endLede: 'Внесённые результаты останутся. Новые по этой редакции после последнего дня не внести.',
  ended: 'Записано: редакция применяется до указанного дня.',
  labels: {
    unitId: 'Для кого',
    scheme: 'Шкала',
    name: 'Название',
    edition: 'Редакция',
    provider: 'Разработчик',
    maximum: 'Наибольший балл в каждом блоке',
    lowCutPercent: 'Базовый уровень начинается с, %',
    highCutPercent: 'Опора начинается с, %',
    startedOn: 'Первый день применения',
    endedOn: 'Последний день применения',
    version: 'Версия',
    ...Object.fromEntries(Object.entries(areaNames).map(([area, name]) => [`block_${area}`, name])),
  },
};
