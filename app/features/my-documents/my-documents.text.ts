import { formatDay } from '#app/core/dates.ts';
import type { Tone } from '#app/ui/Tag.tsx';
import type { Day } from '#db/schema.ts';
import { OWN_PURPOSES } from '../consent-texts/consent-text.ts';
import { consentTitles } from '../personal-consents/personal-consent.text.ts';
import type { DocumentKind, OwnDocument } from './my-document.ts';

const kindNames: Record<DocumentKind, string> = {
  participation: 'Согласие на наставничество',
  personalConsent: 'Согласие',
  guardianConsent: 'Согласие законного представителя',
  supplement: 'Дополнительное соглашение',
  membership: 'Согласие войти в наставничество',
  notice: 'Предупреждение о досрочном окончании',
  order: 'Приказ',
  acquaintance: 'Ознакомление',
};

/** What a document is called in the list. */
export function documentTitle({ kind, about }: OwnDocument): string {
  const purpose = OWN_PURPOSES.find((one) => one === about);
  if (kind === 'personalConsent' && purpose) return consentTitles[purpose];
  if (kind === 'order') return about;
  return about === '' ? kindNames[kind] : `${kindNames[kind]}: ${about}`;
}

const states: Record<string, { text: string; tone: Tone }> = {
  given: { text: 'подписано', tone: 'ok' },
  drawn: { text: 'ждёт подписи на бумаге', tone: 'warn' },
  signed: { text: 'подписано', tone: 'ok' },
  read: { text: 'вы ознакомились', tone: 'ok' },
  approved: { text: 'утверждён', tone: 'ok' },
  withdrawn: { text: 'отозвано', tone: 'grey' },
  replaced: { text: 'заменено новым', tone: 'grey' },
  over: { text: 'наставничество завершено', tone: 'grey' },
};

/** How a document stands, in words. */
export function documentState({ state }: OwnDocument): { text: string; tone: Tone } {
  return states[state] ?? { text: state, tone: 'grey' };
}

/** Words of the page. */
export const myDocumentsText = {
  title: 'Мои документы',
  lede: 'Всё, что вы подписали, и приказы, где вы названы. Каждую бумагу можно открыть и распечатать, согласие — отозвать.',
  waits: 'Ждёт вас',
  waitsWhy: 'Отказ ни на что не влияет',
  answer: 'Прочитать',
  proposal: (others: string) => `Предложение наставничества: ${others}`,
  invitation: 'Приглашение в действующее наставничество',
  toRead: (heading: string) => `Ознакомиться: ${heading}`,
  toReadWhy: 'Отметьте, что прочитали',
  optional: 'Можно подписать',
  optionalLede: 'По желанию. Каждое согласие отдельное; если не подписывать, ничего не изменится.',
  optionalEmpty: 'Все согласия, которые можно подписать, вы уже подписали.',
  renew: 'Текст обновился, прежнее согласие действует',
  read: 'Прочитать и решить',
  list: 'Подписанное и приказы',
  empty: 'Здесь появится всё, что вы подпишете: согласия, соглашения, приказы о вашем наставничестве.',
  document: 'Документ',
  state: 'Состояние',
  day: 'Дата',
  dayOf: (day: Day) => formatDay(day),
  print: 'Печать',
  pdf: 'PDF',
  docx: 'DOCX',
  withdraw: 'Отозвать',
  giveUp: 'Отказаться',
  texts: 'Тексты согласий',
  erasures: 'Уничтожение данных',
};
