import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { Day } from '#db/schema.ts';
import type { HomeAgreementRule, HomeState } from './home-agreement.ts';

/** Names of states. */
export const homeStateNames: Record<HomeState, string> = {
  asked: 'ждёт ответа',
  agreed: 'организация согласна',
  refused: 'организация не согласна',
};

/** One sentence per rule. */
export const homeAgreementSentences: Record<HomeAgreementRule, string> = {
  'home-answer-too-late': 'Ответ уже не нужен: наставничество началось или предложение отозвали.',
  'home-answer-same': 'Такой ответ уже записан. Обновите страницу.',
};

/** Words of the page. */
export const homeAgreementText = {
  title: 'Ваш педагог — наставник в другой организации',
  lede: (mentor: string, unit: string) =>
    `${mentor} согласуется наставником в организации «${unit}». Приказ утвердят, только если ваша организация согласна.`,
  terms: 'На каких условиях',
  mentor: 'Наставник',
  unit: 'Где',
  period: 'Срок',
  periodOf: (from: Day, to: Day) => `с ${formatDay(from)} по ${formatDay(to)}`,
  hours: 'Сколько времени',
  hoursOf: (hours: number | null) =>
    hours === null ? 'около часа в неделю' : `${counted(hours, 'час', 'часа', 'часов')} в неделю`,
  form: 'Форма и вид',
  basis: 'Основание',
  state: 'Ответ',
  decided: (state: string, day: Day, by: string) => `${state}, ${formatDay(day)}, ${by}`,
  answer: 'Ответ организации',
  answerNote: 'Сам педагог отвечает за себя отдельно. Передумать можно, пока приказ не утверждён.',
  options: { agreed: 'организация согласна', refused: 'организация не согласна' },
  agreementHint: 'Если между организациями есть соглашение о сотрудничестве, укажите его номер и дату.',
  agreementOf: (number: string, day: Day) => `№\u00a0${number} от ${formatDay(day)}`,
  submit: 'Ответить',
  saved: 'Ответ записан, куратор другой организации его видит.',
  labels: { answer: 'Ответ организации', agreement: 'Соглашение', version: 'Версия' },
} as const;
