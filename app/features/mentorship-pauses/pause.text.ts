import { formatDay } from '#app/core/dates.ts';
import { mentorshipSentences } from '../mentorships/mentorship.text.ts';
import type { PauseReason, PauseRule } from './pause.ts';

const rules: Record<PauseRule | 'already-paused', string> = {
  'pause-not-active': 'Приостановить можно только действующее наставничество.',
  'pause-ends-before-start': 'Последний день паузы раньше первого.',
  'pause-outside-term': 'Пауза выходит за срок наставничества.',
  'pause-too-far-back': 'Пауза началась больше 30\u00a0дней назад. Проверьте дату.',
  'pause-too-far-ahead': 'До паузы больше года. Запишите её ближе к делу.',
  'pause-over': 'Эта пауза уже закончилась сама.',
  'resumes-outside-pause': 'День возобновления должен быть внутри паузы, позже её первого дня.',
  'already-paused': 'На эти дни пауза уже записана.',
};

/** Every sentence a form of this feature may need. */
export const pauseSentences = { ...mentorshipSentences, ...rules };

/** Reasons of a pause. */
export const pauseReasons: Record<PauseReason, string> = {
  leave: 'отпуск',
  parental_leave: 'отпуск по уходу за ребёнком',
  illness: 'болезнь',
  training: 'обучение',
  other: 'другое',
};

/** Words of the pages about pauses. */
export const pauseText = {
  title: 'Приостановить наставничество',
  lede: 'Пауза закончится сама в последний день. Срок, программа и план останутся; пункты плана в эти дни не считаются просроченными.',
  backToPair: 'Страница наставничества',
  reason: 'Причина',
  startedOn: 'Первый день паузы',
  endedOn: 'Последний день паузы',
  freesPlace: 'Место наставника на это время свободно',
  freesPlaceHint: 'Отметьте, если наставник может в эти дни вести кого-то ещё. Без отметки место остаётся занятым.',
  pause: 'Приостановить',
  paused: 'Пауза записана.',
  resumeTitle: 'Возобновить раньше',
  resumeLede: (reason: string, startedOn: string, endedOn: string) =>
    `Пауза: ${reason}, ${formatDay(startedOn)}\u00a0– ${formatDay(endedOn)}.`,
  resumedOn: 'Первый день работы после паузы',
  resume: 'Возобновить',
  resumed: 'Наставничество возобновлено.',
  over: 'Эта пауза уже закончилась.',
  labels: {
    reason: 'Причина',
    startedOn: 'Первый день паузы',
    endedOn: 'Последний день паузы',
    freesPlace: 'Место наставника свободно',
    resumedOn: 'Первый день работы после паузы',
    version: 'Версия',
  },
};
