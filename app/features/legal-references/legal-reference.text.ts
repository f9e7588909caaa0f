import { formatDay } from '#app/core/dates.ts';
import type { LegalRule, Outdated } from './legal-reference.ts';

/** One sentence per rule. */
export const legalSentences: Record<LegalRule, string> = {
  'reference-starts-before-date': 'Акт не может вступить в силу раньше своей даты. Проверьте обе даты.',
  'reference-not-later':
    'Прежний акт уже заменён или начал действовать не раньше нового. Выберите другой акт или поправьте дату.',
  'reference-of-others': 'Этот акт ведёт не ваш уровень: заменить его может тот, кто его внёс.',
};

/** Words of the pages of legal acts. */
export const legalText = {
  title: 'Правовые акты',
  lede: 'На эти акты ссылаются шаблоны документов. Если акт заменён, в проекте документа появится предупреждение.',
  empty: 'Таких актов в справочнике нет. Измените слова поиска.',
  search: 'Название или номер',
  name: 'Акт',
  number: 'Номер и дата',
  term: 'Действует',
  state: 'Состояние',
  own: 'региональный',
  inForce: 'действует',
  ahead: 'ещё не вступил в силу',
  over: 'утратил силу',
  replacedBy: (title: string) => `заменён: ${title}`,
  numbered: (number: string, day: string) => `№ ${number} от ${formatDay(day)}`,
  since: (from: string, to: string | null) =>
    to ? `с ${formatDay(from)} по ${formatDay(to)}` : `с ${formatDay(from)}`,
  add: 'Добавить акт',
  addTitle: 'Новый правовой акт',
  addLede:
    'Если он заменяет прежний акт, укажите какой: прежний перестанет действовать накануне, а проекты документов предупредят об этом.',
  added: 'Акт добавлен в справочник.',
  save: 'Добавить',
  back: 'Правовые акты',
  labels: {
    unitId: 'Для кого',
    title: 'Название',
    citation: 'Как на него ссылаются (на основании чего?)',
    number: 'Номер',
    datedOn: 'Дата акта',
    startedOn: 'Действует с',
    replaces: 'Какой акт заменяет',
  },
  citationHint:
    'В родительном падеже, например: приказа Министерства просвещения Российской Федерации от 24 марта 2023 г. № 196',
  replacesNone: 'никакой',
  outdatedTitle: 'Текст ссылается на акт, который уже не действует',
  outdated: ({ title, number, endedOn, replacement }: Outdated) =>
    `«${title}» № ${number} не действует с ${formatDay(endedOn)} (последний день). ${
      replacement
        ? `Вместо него — «${replacement.title}» № ${replacement.number}.`
        : 'Чем он заменён, в справочнике не указано.'
    }`,
};
