import type { ActForce, EndRule } from './act-force.ts';

/** How an approved act stands, in a word. */
export const forceNames: Record<ActForce, string> = {
  upcoming: 'вступит в силу',
  inForce: 'действует',
  superseded: 'заменён новой редакцией',
  repealed: 'утратил силу',
};

/** One sentence per rule about the end of an act. */
export const endSentences: Record<
  EndRule | 'local-act-superseded-already' | 'local-act-version-in-work' | 'local-act-regulation-overlaps',
  string
> = {
  'not-in-force': 'Документ уже не действует или день окончания уже назначен.',
  'not-in-force-yet': 'Документ ещё не вступил в силу. Дождитесь этого дня или составьте новую редакцию.',
  'order-carries-mentorships':
    'На этом приказе держатся пары. Завершите или измените наставничество на его странице: приказ останется основанием.',
  'repealed-in-past': 'День, с которого документ не действует, не может быть раньше сегодняшнего.',
  'version-in-work': 'Новая редакция этого документа уже готовится. Откройте её в журнале документов.',
  'paper-has-no-text': 'Текст этого документа на бумаге. Составьте новый документ того же вида: он заменит бумажный.',
  'local-act-version-in-work': 'Новая редакция этого документа уже готовится. Откройте её в журнале документов.',
  'superseded-already': 'Документ уже заменён другой редакцией. Отмените этот проект и составьте новый от действующей.',
  'local-act-superseded-already':
    'Документ уже заменён другой редакцией. Отмените этот проект и составьте новый от действующей.',
  'local-act-regulation-overlaps':
    'В эти дни уже действует другое положение. Составьте новую редакцию от действующего: оно завершится накануне.',
};
