import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { AcquaintanceRule } from './acquaintance.ts';

/** One sentence per rule. */
export const acquaintanceSentences: Record<AcquaintanceRule | 'act-acquaintance-named-twice', string> = {
  'acquainted-already': 'Ознакомление уже записано. Ничего делать не нужно.',
  'nobody-to-acquaint': 'Отметьте хотя бы одного человека.',
  'stranger-to-acquaint': 'Кого-то из отмеченных добавить нельзя: он не работает в организации или его нет в списке.',
  'acquainted-before-act': 'Ознакомиться раньше даты документа нельзя. Проверьте дату подписи.',
  'acquainted-in-future': 'Дата подписи ещё не наступила.',
  'act-not-approved': 'Знакомят с утверждённым документом. Этот ещё не утверждён.',
  'act-acquaintance-named-twice': 'Кто-то из отмеченных уже в листе ознакомления. Обновите страницу.',
};

/** Words of the pages of acquaintance. */
export const acquaintanceText = {
  confirmTitle: 'Ознакомьтесь с документом',
  confirmLede: (heading: string) =>
    `${heading}. Прочитайте текст и подтвердите. Это не согласие с ним, а отметка, что вы его видели.`,
  confirm: 'Ознакомлен(а)',
  confirmed: 'Отметка об ознакомлении поставлена.',
  listTitle: 'Лист ознакомления',
  listLede: (heading: string, read: number, all: number) =>
    all === 0
      ? `${heading}. Пока никого не назвали.`
      : `${heading}. Ознакомились ${read} из ${counted(all, 'человека', 'человек', 'человек')}.`,
  person: 'Кто',
  state: 'Отметка',
  waiting: 'ещё нет',
  own: (day: string) => `${formatDay(day)}, в системе`,
  paper: (day: string) => `${formatDay(day)}, на бумаге`,
  show: 'Показать',
  showAll: 'всех',
  showWaiting: 'кто ещё не ознакомился',
  empty: 'В листе пока никого нет. Добавьте тех, кого документ касается.',
  emptyWaiting: 'Ознакомились все.',
  add: 'Добавить людей',
  addTitle: 'Кого ознакомить',
  addLede: 'Каждый увидит документ на главной и подтвердит сам. Кто не входит в систему, подпишет на бумаге.',
  added: (count: number) => (count === 0 ? 'Все отмеченные уже были в листе.' : `Добавлено: ${count}.`),
  nobodyLeft: 'Все, кто работает в организации, уже в листе.',
  recordPaper: 'Записать подписи на бумаге',
  paperTitle: 'Подписали на бумаге',
  paperLede: 'Отметьте тех, кто подписал бумажный лист, и дату. Запись не меняется.',
  recorded: (count: number) => `Записано подписей: ${count}.`,
  nobodyWaits: 'Все из листа уже ознакомились.',
  labels: { personIds: 'Люди', acquaintedOn: 'Дата подписи', hash: 'Текст' },
  byOwn: 'подтвердят в системе',
};
