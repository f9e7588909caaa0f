import type { Side } from './mentorship.ts';

/** Words of the picture of a mentorship's life. */
export const pathText = {
  title: 'Ход наставничества',
  sides: { mentor: 'Наставник', mentee: 'Наставляемый' } satisfies Record<Side, string>,
  programme: 'Программа',
  programmeStep: 'Программа',
  pauses: 'Паузы',
  pause: 'Пауза',
  consents: 'Согласия',
  papers: 'Документы',
  reports: 'Отчёты',
  report: 'Пункт плана выполнен',
  paper: {
    order: (number: string | null) => (number ? `Приказ №\u00A0${number}` : 'Приказ'),
    supplement: () => 'Подписано дополнительное соглашение',
  } satisfies Record<'order' | 'supplement', (number: string | null) => string>,
  approved: 'Утверждена программа',
  notice: 'Предупреждение об окончании',
  finished: 'Последний день',
  states: { closed: 'прошло', going: 'идёт', later: 'впереди' },
  lane: 'Что',
  what: 'Кто или что',
  when: 'Когда',
};
