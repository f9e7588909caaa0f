import { formatDay, formatDayLong } from '#app/core/dates.ts';
import { calendarSentences, dayOffWords, dayWithWeekday } from '../working-days/working-days.text.ts';
import type { DayOff } from '../working-days/working-days.ts';
import type { NoticeParty, NoticeRule } from './mentorship-notice.ts';

/** One sentence per rule about a notice. */
export const noticeRuleSentences: Record<NoticeRule, string> = {
  'notice-not-active': 'Закончить раньше можно только действующее наставничество. Обновите страницу.',
  'notice-already-given': 'Наставничество уже завершается: последний день назначен. Обновите страницу.',
  'notice-in-group':
    'С вами в группе есть и другие: для них наставничество продолжится. Скажите куратору, и он отметит ваш выход из группы.',
  'notice-needless': 'Наставничество закончится само раньше, чем пройдут три рабочих дня. Предупреждать не нужно.',
  'notice-in-future': 'Дата предупреждения ещё не наступила.',
  'notice-too-old': 'Предупреждение датировано больше чем 30\u00a0дней назад. Проверьте дату или предупредите снова.',
  'notice-too-early':
    'Этот день раньше, чем через три рабочих дня после предупреждения. Укажите самый ранний день или позже.',
  'notice-after-term': 'Этот день не раньше срока по приказу: наставничество закончится само, предупреждать не нужно.',
  'notice-not-withdrawable': 'Отозвать можно только предупреждение, срок которого ещё не прошёл. Обновите страницу.',
  'notice-still-runs': 'Последний день уже назначен предупреждением. Раньше него завершить нельзя.',
};

/** Every sentence the pages of a notice may need. */
export const noticeSentencesOfPages = { ...noticeRuleSentences, ...calendarSentences };

/** Who gave a notice, as head and curator read it. */
export const partyWords: Record<NoticeParty, string> = {
  employer: 'организация',
  mentor: 'наставник',
  mentee: 'наставляемый',
};

/** Words of the pages. */
export const noticePageText = {
  print: 'Уведомление в PDF',
  ending: 'завершается',
  giveUp: 'Закончить раньше',
  giveUpTitle: 'Закончить наставничество раньше',
  giveUpLede:
    'Это ваше право, причину называть не нужно. Ни на аттестацию, ни на оплату, ни на новые предложения это не влияет. Кто предупредил, видят только куратор и руководитель; второй стороне сообщат только последний день.',
  earlyEnd: 'Досрочное окончание',
  earlyEndTitle: 'Досрочное окончание наставничества',
  earlyEndLede:
    'Организация или одна из сторон предупреждает не меньше чем за три рабочих дня. Причину называть не нужно. Обе стороны увидят только последний день.',
  given: (day: string) => `Предупреждение: сегодня, ${dayWithWeekday(day)}.`,
  earliest: (day: string) => `Самый ранний последний день: ${dayWithWeekday(day)}.`,
  three: 'Это третий рабочий день после предупреждения.',
  skipped: (days: readonly DayOff[]) => `Не считаются выходные и праздники: ${days.map(dayOffWords).join('; ')}.`,
  termEnds: (day: string) => `Срок по приказу: до ${formatDay(day)}.`,
  calendar: 'Производственный календарь',
  endsHint: (day: string) => `Не раньше ${formatDay(day)}`,
  endsHintPaper: (day: string) =>
    `Предупреждение сегодня — не раньше ${formatDay(day)}. Если на бумаге другая дата, считайте от неё: третий рабочий день или позже.`,
  givenHint: 'На бумаге — дата на листе, не больше 30\u00a0дней назад.',
  send: 'Предупредить',
  sent: (day: string) => `Последний день наставничества: ${formatDay(day)}.`,
  withdraw: 'Продолжить наставничество',
  withdrawTitle: 'Отозвать предупреждение и продолжить',
  withdrawLede: 'Наставничество пойдёт дальше до срока по приказу. Обеим сторонам придёт сообщение.',
  withdrawn: 'Наставничество продолжается.',
  endsOnOf: (day: string) => `Наставничество завершится ${formatDayLong(day)} До этого дня всё продолжается.`,
  givenBy: (party: string, day: string, isPaper: boolean) =>
    `Предупреждение: ${party}, ${formatDay(day)}, ${isPaper ? 'на бумаге' : 'в системе'}. Это видят только куратор и руководитель.`,
  closeInstead: 'Если одна из сторон хочет закончить до срока, сначала нужно предупреждение за три рабочих дня.',
  onPaper: 'по предупреждению на бумаге; в системе сторона предупреждает сама',
  manners: { electronic: 'в системе', paper: 'на бумаге' },
  labels: {
    party: 'Кто предупреждает',
    manner: 'Как',
    givenOn: 'Дата предупреждения',
    endsOn: 'Последний день наставничества',
  },
};
