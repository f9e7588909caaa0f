import type { ClosingWordRule } from './closing-word.ts';
import type { Side } from './mentorship.ts';

/** One sentence per rule. */
export const closingWordSentences: Record<ClosingWordRule | 'closing-word-once', string> = {
  'closing-word-not-now': 'Это наставничество не началось, поэтому подводить итог пока не о чем.',
  'closing-word-too-late':
    'С последнего дня прошло больше 90 дней, и слова о нём больше не меняют. Скажите о важном куратору.',
  'closing-word-once': 'Вы уже написали об этом наставничестве. Откройте страницу заново и дополните написанное.',
};

/** Words of the pages about closing words. */
export const closingWordText = {
  title: 'Чем закончилось наставничество',
  lede: 'Своими словами: что получилось, что помогло, что стоит изменить. Писать не обязательно. Прочитают куратор и руководитель; второй участник не увидит.',
  pair: 'Наставничество',
  term: 'Срок',
  save: 'Сохранить',
  saved: 'Спасибо. Куратор и руководитель прочитают ваши слова.',
  write: 'Написать, чем закончилось',
  correct: 'Дополнить свои слова',
  card: 'Слова сторон на завершение',
  empty: 'Пока никто не написал. Каждая сторона может сделать это на своей странице до 90 дней после последнего дня.',
  who: 'Кто',
  when: 'Когда',
  what: 'Слова',
  sides: { mentor: 'наставник', mentee: 'наставляемый' } satisfies Record<Side, string>,
  labels: { words: 'Что вам дало это наставничество', version: 'Версия' },
  wordsHint: 'Например: чему научились, какой приём теперь ваш, чего не хватило.',
} as const;
