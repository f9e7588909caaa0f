import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { SignatureKind } from './act-type.ts';

/** How a document is signed. */
export const signatureNames: Record<SignatureKind, string> = {
  paper: 'на бумаге',
  simple: 'в системе, простой электронной подписью',
  unqualified: 'усиленной неквалифицированной подписью (файл)',
  qualified: 'усиленной квалифицированной подписью (файл)',
};

/** What follows from each kind. */
export const signatureHints: Record<SignatureKind, string> = {
  paper: 'Распечатайте и подпишите; скан можно приложить потом',
  simple: 'Подписью считается ваше утверждение здесь',
  unqualified: 'После утверждения скачайте PDF, подпишите и приложите файл подписи',
  qualified: 'После утверждения скачайте PDF, подпишите и приложите файл подписи',
};

/** Words of the life of a document on its page. */
export const lifeText = {
  title: 'Ход документа',
  reviews: 'Кого попросили посмотреть текст',
  waiting: 'ждём ответа',
  agreed: 'согласен',
  commented: 'замечания',
  reviewUntil: (day: string) => `Ответить до ${formatDay(day)}`,
  answer: 'Ответить о тексте',
  withdraw: 'Отозвать',
  council: 'Педагогический совет',
  union: 'Профсоюз',
  notYet: 'ещё не внесено',
  saidInText: 'указано в тексте',
  minutes: (number: string, day: string) => `протокол №\u00a0${number} от ${formatDay(day)}`,
  objected: 'не согласен',
  absent: 'профсоюза в организации нет',
  record: 'Внести',
  force: 'Действие',
  since: (day: string) => `с ${formatDay(day)}`,
  sinceUntil: (from: string, to: string) => `с ${formatDay(from)} по ${formatDay(to)}`,
  repealedBecause: (reason: string) => `Отменён: ${reason}`,
  signature: 'Подпись',
  signatureAwaited: 'файл подписи ещё не приложен',
  scanAwaited: 'скан ещё не приложен',
  attach: 'Приложить',
  signedOn: (day: string) => `подписан ${formatDay(day)}`,
  certificate: (holder: string, issuer: string) => `Владелец: ${holder}. Выдал: ${issuer}`,
  serial: (serial: string, from: string, to: string) =>
    `Сертификат ${serial}, действует с ${formatDay(from)} по ${formatDay(to)}. Содержание подписи система не проверяет.`,
  /** Who signs besides the head, by who gives the document its force. */
  alsoSigned: {
    sides: 'Вторая сторона подписывает бумажный экземпляр: распечатайте его, подпишите у партнёра и приложите скан.',
    person: 'Те, чьи подписи стоят под текстом, подписывают распечатанный экземпляр; скан можно приложить.',
  },
  openFile: 'Скачать файл',
  openSigned: 'PDF, который подписан',
  acquaintance: 'Ознакомление',
  acquainted: (read: number, all: number) =>
    all === 0 ? 'никого не назвали' : `${read} из ${counted(all, 'человека', 'человек', 'человек')}`,
  acquaintanceList: 'Лист ознакомления',
  acquaint: 'Подтвердить ознакомление',
  versions: 'Редакции',
  replaces: 'Заменяет',
  replacedBy: 'Новая редакция',
  noNumber: 'проект',
  begin: 'Новая редакция',
  repeal: 'Отменить действие',
  publication: 'На сайте',
  publishedSince: (day: string) => `опубликован ${formatDay(day)}`,
  notPublished: 'не опубликован',
  publish: 'Опубликовать',
  unpublish: 'Снять',
  paperOrigin: 'составлен на бумаге до начала работы в системе',
};
