import { formatDay } from '#app/core/dates.ts';
import type { PublicationRule } from './publication.ts';

/** One sentence per rule. */
export const publicationSentences: Record<PublicationRule | 'act-published-already', string> = {
  'publish-not-approved': 'Публикуют утверждённые документы. Этот ещё не утверждён.',
  'publish-not-public': 'Документы этого вида на сайте не публикуют: в них личные сведения.',
  'published-already': 'Документ уже опубликован.',
  'act-published-already': 'Документ уже опубликован.',
  'not-published': 'Документ не опубликован, снимать нечего.',
};

/** Words of the pages of publication. */
export const publicationText = {
  publishTitle: 'Опубликовать документ',
  publishLede: (heading: string) =>
    `${heading}. Документ появится на открытой странице организации. Имена останутся только у тех, кто дал согласие на распространение; ниже — то, что увидят все.`,
  publish: 'Опубликовать',
  published: 'Документ опубликован.',
  unpublishTitle: 'Снять с публикации',
  unpublishLede: (heading: string) => `${heading}. Документ сразу исчезнет с открытой страницы, в журнале останется.`,
  unpublish: 'Снять',
  unpublished: 'Документ снят с открытой страницы.',
  preview: 'Так увидят все',
  pageTitle: 'Наставничество: документы',
  pageLede: (unit: string) => `${unit}. Действующие документы о системе наставничества.`,
  empty: 'Документы пока не опубликованы.',
  document: 'Документ',
  number: 'Номер и дата',
  since: 'Действует',
  from: (day: string) => `с ${formatDay(day)}`,
  textLede: 'Имена тех, кто не давал согласия на публикацию, скрыты.',
  withheld: '[имя не публикуется]',
  back: 'Все документы',
};
