import { mentorshipSentences } from '../mentorships/mentorship.text.ts';
import type { TopicRule } from './topic.ts';

const rules: Record<TopicRule | 'topic-already-there', string> = {
  'not-reverse-kind': 'Две встречные темы есть только в реверсивном наставничестве.',
  'topics-fixed': 'Темы и цели уже вошли в приказ или наставничество идёт. Теперь записывают результаты.',
  'topic-not-there': 'Этой темы ещё нет. Сначала запишите тему и цель.',
  'result-too-early': 'Результат записывают, пока наставничество действует.',
  'topic-already-there': 'Эту тему только что записали. Обновите страницу.',
};

/** Every sentence a form of this feature may need. */
export const topicSentences = { ...mentorshipSentences, ...rules };

/** Words of the pages about topics. */
export const topicText = {
  title: 'Темы: кто чему учит',
  lede: 'В реверсивном наставничестве каждый учит и каждый учится. Тем две, по одной от каждого, и обе нужны до приказа.',
  backToPair: 'Страница наставничества',
  teaches: (teacher: string, learner: string) => `${teacher} учит, ${learner} учится`,
  topic: 'Тема',
  topicHint: 'Например: электронный журнал и опросы на уроке.',
  goal: 'Цель: чему научится второй',
  goalHint: 'Так, чтобы в конце было видно, получилось ли.',
  result: 'Результат',
  resultHint: 'Что теперь получается у второго. Оба результата нужны, чтобы завершить наставничество.',
  missing: 'Ещё не записана',
  resultMissing: 'Пока нет',
  write: 'Записать тему',
  edit: 'Изменить тему',
  tell: 'Записать результат',
  editTitle: 'Тема и цель',
  resultTitle: 'Результат темы',
  saved: 'Тема записана.',
  resultSaved: 'Результат записан.',
  labels: { topic: 'Тема', goal: 'Цель', result: 'Результат', version: 'Версия' },
};
