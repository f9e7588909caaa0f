import { formatDayAndMonth, formatDayLong, weekdayOf } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { CalendarRule, DayOff } from './working-days.ts';

/** One sentence per rule. */
export const calendarSentences: Record<CalendarRule | 'calendar-day-already-marked', string> = {
  'calendar-year-missing':
    'Производственный календарь на этот год ещё не внесён, поэтому рабочие дни не посчитать. Сообщите федеральному оператору.',
  'calendar-day-already-marked': 'Этот день уже внесён в календарь региона.',
  'day-not-worked': 'Этот день и так нерабочий: вносить его не нужно.',
  'day-is-past': 'Этот день уже прошёл. Сроки, посчитанные раньше, задним числом не меняют.',
};

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

/** The day of the week in words. */
export const weekdayName = (day: string) => weekdays[weekdayOf(day) - 1] ?? '';

/** '5 мая 2026 г., вторник'. */
export const dayWithWeekday = (day: string) => `${formatDayLong(day)}, ${weekdayName(day)}`;

/** Days off that a count went over, with what each is: '1 мая — Праздник Весны и Труда'. */
export const dayOffWords = ({ day, name }: DayOff) => `${formatDayAndMonth(day)} — ${name ?? weekdayName(day)}`;

/** Words of the calendar's pages. */
export const calendarText = {
  title: (year: number) => `Производственный календарь ${year} года`,
  lede: 'По нему считаются сроки в рабочих днях: предупреждение о досрочном окончании, напоминания, ответы на просьбы.',
  notDecreed:
    'Постановление о переносе выходных на этот год ещё не внесено: показаны только праздники и переносы по Трудовому кодексу. Сроки могут сдвинуться.',
  missing: (year: number) => `Календаря на ${year} год в справочнике нет. Сроки через этот год посчитать нельзя.`,
  act: 'Основание',
  totals: (working: number, off: number) =>
    `${counted(working, 'рабочий день', 'рабочих дня', 'рабочих дней')}, ${counted(off, 'выходной и праздничный', 'выходных и праздничных', 'выходных и праздничных')}.`,
  year: 'Год',
  region: 'Регион',
  months: 'Дни по месяцам',
  month: 'Месяц',
  monthNames: [
    'Январь',
    'Февраль',
    'Март',
    'Апрель',
    'Май',
    'Июнь',
    'Июль',
    'Август',
    'Сентябрь',
    'Октябрь',
    'Ноябрь',
    'Декабрь',
  ],
  daysOff: 'Нерабочие дни',
  offHint: 'Праздники выделены жирным.',
  workingShort: 'Рабочих дней',
  special: 'Праздники и переносы',
  specialEmpty: 'Особых дней в этом году нет.',
  day: 'День',
  what: 'Что это',
  ground: 'Основание',
  own: 'Выходные региона',
  ownOf: (region: string) => `Выходные региона: ${region}`,
  ownEmpty: 'Своих выходных в этом году регион не вводил.',
  isWorked: 'Рабочий ли',
  worked: 'рабочий',
  off: 'нерабочий',
  add: 'Добавить выходной региона',
  addTitle: 'Выходной региона',
  addLede: 'День станет нерабочим для всех организаций региона. Сроки, которые уже посчитаны, не изменятся.',
  added: 'Выходной внесён в календарь региона.',
  remove: 'Убрать',
  removeTitle: (day: string) => `Убрать выходной: ${day}`,
  removeLede: 'День снова станет рабочим. Сроки, которые уже посчитаны, не изменятся.',
  removeSubmit: 'Убрать выходной',
  removed: 'День снова рабочий.',
  save: 'Внести',
  back: 'Календарь',
  toDirectories: 'Формы и виды наставничества',
  nameHint: 'Например: Ураза-байрам.',
  actHint: 'Закон или указ региона с датой и номером.',
  labels: { unitId: 'Регион', day: 'Какой день', name: 'Что это за день', act: 'Основание' },
};
