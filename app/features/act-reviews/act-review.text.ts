import { formatDay } from '#app/core/dates.ts';
import type { Body, ReviewRule, UnionOutcome } from './act-review.ts';

/** One sentence per rule. */
export const reviewSentences: Record<
  ReviewRule | 'act-opinion-recorded-already' | 'act-review-comment-missing',
  string
> = {
  'review-over': 'Документ уже не ждёт ответов: по нему решили или автор его отозвал. Ваш ответ не понадобится.',
  'review-text-changed':
    'Текст изменился после того, как вы открыли страницу. Прочитайте новый текст и ответьте ещё раз.',
  'answered-already': 'Вы уже ответили об этом тексте. Второго ответа не нужно.',
  'comment-missing': 'Напишите, что исправить: без замечания автор не поймёт, что изменить.',
  'act-review-comment-missing': 'Напишите, что исправить: без замечания автор не поймёт, что изменить.',
  'opinion-not-needed': 'Документам этого вида такое решение не нужно.',
  'minutes-missing': 'Укажите номер и дату протокола.',
  'minutes-in-future': 'Дата протокола ещё не наступила.',
  'objection-without-reasons': 'Напишите, с чем профсоюз не согласен: руководитель решает, зная доводы.',
  'act-opinion-recorded-already': 'Решение об этом тексте уже внесено. Если текст изменится, его внесут заново.',
};

/** What the union said, in words. */
export const unionNames: Record<UnionOutcome, string> = {
  agreed: 'согласен с текстом',
  objected: 'не согласен, есть доводы',
  absent: 'профсоюза в организации нет',
};

/** Words of the pages of review. */
export const reviewText = {
  answerTitle: 'Посмотрите текст',
  answerLede: (heading: string, until: string | null) =>
    `${heading}. Вас просят сказать, всё ли верно${until ? `, до ${formatDay(until)}` : ''}. Решает руководитель, ваш ответ он увидит.`,
  answerAct: 'Ответить',
  answered: 'Спасибо, ответ записан. Автор и руководитель его увидят.',
  labels: {
    hash: 'Текст',
    answer: 'Ваш ответ',
    comment: 'Что исправить',
    number: 'Номер протокола',
    heldOn: 'Дата протокола',
    outcome: 'Мнение профсоюза',
    note: 'Доводы',
  },
  unionLabels: {
    hash: 'Текст',
    number: 'Номер протокола или письма',
    heldOn: 'Дата',
    outcome: 'Мнение профсоюза',
    note: 'Доводы',
  },
  answerOptions: { agreed: 'Согласен, замечаний нет', commented: 'Нужно исправить' },
  commentHint: 'Заполните, если нужно исправить',
  text: 'Текст',
  withdrawTitle: 'Отозвать документ',
  withdrawLede:
    'Документ снова станет черновиком, его можно будет исправить. Ответы коллег сохранятся, если текст не изменится.',
  withdrawAct: 'Отозвать',
  withdrawn: 'Документ отозван и снова у вас.',
  opinionTitles: { council: 'Решение педагогического совета', union: 'Мнение профсоюза' } satisfies Record<
    Body,
    string
  >,
  opinionLedes: {
    council: 'Внесите протокол, которым принят именно этот текст. Если текст изменится, решение понадобится новое.',
    union: 'Положение принимают с учётом мнения профсоюза. Внесите его или отметьте, что профсоюза нет.',
  } satisfies Record<Body, string>,
  opinionSaved: 'Записано.',
  absentHint: 'Если профсоюза нет, номер и дата не нужны',
};
