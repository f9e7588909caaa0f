import { areaNames } from '../people/competence-area.text.ts';
import type { Motive, Progress, ReflectionKind, ReflectionRule } from './reflection.ts';

/** How a deficit stands. */
export const progressNames: Record<Progress, string> = {
  closed: 'закрыт',
  smaller: 'стал меньше',
  same: 'пока остался',
};

/** Statements of motivation. */
export const motiveNames: Record<Motive, string> = {
  interest: 'Мне интересно учиться новому в профессии',
  meaning: 'Я понимаю, зачем мне этот маршрут',
  confidence: 'Я верю, что смогу изменить свою работу',
  readiness: 'Я готов(а) тратить на это время',
};

/** Kinds of reflection. */
export const reflectionNames: Record<ReflectionKind, string> = {
  yearly: 'Рефлексия года',
  final: 'Итоговая рефлексия',
};

/** One sentence per rule. */
export const reflectionSentences: Record<ReflectionRule, string> = {
  'reflection-misses-deficit': 'Скажите о каждом дефиците: закрыт, стал меньше или пока остался.',
  'reflection-already-made': 'Эта рефлексия уже записана. Прочитать её можно в разделе рефлексии маршрута.',
  'reflection-too-early': 'Этот год ещё рано подводить: рефлексия откроется за месяц до его конца.',
  'cycle-unknown': 'Такого года у маршрута нет.',
  'final-needs-finished-steps': 'Итоговая рефлексия открывается после корректировки: сначала завершите позиции 5 и 6.',
  'motivation-already-told': 'Мотивация в начале маршрута уже измерена, второй раз её не меняют.',
};

const perArea = (prefix: string, label: (area: string) => string) =>
  Object.fromEntries(Object.entries(areaNames).map(([area, name]) => [`${prefix}_${area}`, label(name)]));

/** Words of the pages. */
export const reflectionText = {
  title: 'Рефлексия',
  heading: (owner: string) => `Рефлексия: ${owner}`,
  ownHeading: 'Моя рефлексия',
  lede: 'Годы маршрута, близость к желаемому образу и мотивация: что было в начале и что стало.',
  back: 'К рефлексии',
  backToRoute: 'К маршруту',
  cycles: 'Годы маршрута',
  cycle: (number: number) => `${number}-й год`,
  cycleTerm: (from: string, to: string) => `${from} – ${to}`,
  columns: { year: 'Год', term: 'Срок', review: 'Рефлексия', nearness: 'Близость к образу', motivation: 'Мотивация' },
  final: 'Итог',
  start: 'Начало',
  opensOn: (day: string) => `откроется ${day}`,
  waits: 'можно записать',
  madeOn: (day: string) => `записана ${day}`,
  missed: 'не записана',
  ofTen: (value: number) => `${value} из 10`,
  ofFive: (value: string) => `${value} из 5`,
  reflectYear: (number: number) => `Подвести ${number}-й год`,
  reflectFinally: 'Записать итоговую рефлексию',
  measure: 'Измерить мотивацию',
  motivationTitle: 'Мотивация в начале маршрута',
  motivationLede:
    'Четыре утверждения, от 1 «совсем не обо мне» до 5 «точно обо мне». В конце вы ответите снова и увидите разницу.',
  motivationSaved: 'Записано. В конце маршрута будет видно, что изменилось.',
  yearTitle: (number: number) => `Рефлексия: ${number}-й год`,
  finalTitle: 'Итоговая рефлексия',
  image: 'Желаемый образ',
  deficits: 'О каждом дефиците',
  noDeficits: 'Открытых дефицитов нет.',
  own: 'О себе и работе',
  motivation: 'Мотивация',
  saved: 'Рефлексия записана.',
  savedFinal: 'Итоговая рефлексия записана. Остаётся завершить седьмую позицию.',
  since: (area: string, description: string) => (description ? `${area}: ${description}` : area),
  marks: { 1: '1, ещё далеко', 10: '10, это я' } as Readonly<Record<number, string>>,
  fives: { 1: '1, совсем не обо мне', 5: '5, точно обо мне' } as Readonly<Record<number, string>>,
  deficitColumns: { area: 'Дефицит', progress: 'Как стоит', note: 'Словами' },
  said: 'Что сказано',
  labels: {
    ...perArea('progress', (area) => area),
    ...perArea('note', (area) => `${area}: словами`),
    nearness: 'Насколько я близок(ка) к желаемому образу',
    tried: 'Что я попробовал(а)',
    changed: 'Что изменилось у обучающихся',
    kept: 'Что оставлю в своей работе',
    troubles: 'Что ещё беспокоит',
    needs: 'Что нужно дальше',
    interest: motiveNames.interest,
    meaning: motiveNames.meaning,
    confidence: motiveNames.confidence,
    readiness: motiveNames.readiness,
  },
  sheet: 'Скачать лист (PDF)',
  inWords: 'Словами',
};
