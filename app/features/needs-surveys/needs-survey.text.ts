import { formatDay } from '#app/core/dates.ts';
import type { SurveyRule } from './needs-survey.ts';

/** One sentence per rule. */
export const surveySentences: Record<SurveyRule, string> = {
  'ends-before-start': 'Последний день раньше сегодняшнего.',
  'survey-too-long': 'Опрос длиннее трёх месяцев теряет смысл: укажите день ближе.',
  'needs-surveys-overlap': 'На эти дни опрос в организации уже открыт. Откройте его и посмотрите ответы.',
  'survey-over': 'Опрос уже закончился.',
  'reminded-today': 'Сегодня уже напоминали. Завтра можно будет ещё раз.',
  'nobody-left': 'Ответили все, напоминать некому.',
};

/** Words of the pages of surveys. */
export const surveyText = {
  title: 'Опросы потребностей',
  lede: 'Раз в полугодие спросите педагогов, кому нужен наставник: ответы сразу становятся запросами.',
  open: 'Открыть опрос',
  empty: 'Опросов ещё не было. Откройте первый: педагоги получат уведомление.',
  openTitle: 'Открыть опрос потребностей',
  openLede: 'Все педагоги организации получат уведомление сегодня. Ответ занимает минуту.',
  opened: 'Опрос открыт, педагоги получили уведомление.',
  period: (from: string, to: string) => `${formatDay(from)} – ${formatDay(to)}`,
  going: 'идёт',
  over: 'закончился',
  look: 'Посмотреть',
  surveyTitle: 'Опрос потребностей',
  answeredOf: (answered: number, asked: number) => `ответили ${answered} из ${asked}`,
  asked: 'педагогов спросили',
  answered: 'ответили',
  needs: 'нужен наставник',
  notNeeded: 'пока не нужен',
  unanswered: 'Кто ещё не ответил',
  allAnswered: 'Ответили все. Запросы ждут на странице «Запросы на наставника».',
  noneFound: 'По этому имени никого нет. Измените поиск.',
  search: 'Имя или фамилия',
  remind: 'Напомнить тем, кто не ответил',
  reminded: 'Напоминание отправлено.',
  remindedOn: (day: string) => `Напоминали ${formatDay(day)}.`,
  back: 'К опросам',
  requests: 'Запросы',
  onBehalf: 'Заполнить за него',
  answerTitle: 'Нужен ли вам наставник?',
  answerLede: (day: string) => `Опрос идёт до ${formatDay(day)}. Участие добровольное.`,
  answerNeed: 'Нужен: заполнить запрос',
  answerUpdate: 'Нужен: проверить мой запрос',
  answerNot: 'Сейчас не нужен',
  answerNote: 'Кто ответил «не нужен», куратор не видит: только сколько таких ответов.',
  answeredAlready: 'Вы уже ответили. Ответ можно изменить до последнего дня.',
  saidNot: 'Спасибо! Если понадобится наставник, запрос можно подать в любой день.',
  labels: { unitId: 'Организация', endedOn: 'Последний день' },
};
