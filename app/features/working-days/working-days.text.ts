/** Why a count of working days or a change of the calendar is refused. */
export type CalendarRule = 'calendar-year-missing' | 'calendar-day-already-marked' | 'day-not-worked' | 'day-is-past';

/** One sentence per rule. */
export const calendarSentences: Record<CalendarRule, string> = {
  'calendar-year-missing':
    'Производственный календарь на этот год ещё не внесён, поэтому рабочие дни не посчитать. Сообщите федеральному оператору.',
  'calendar-day-already-marked': 'Этот день уже внесён в календарь региона.',
  'day-not-worked': 'Этот день и так нерабочий: вносить его не нужно.',
  'day-is-past': 'Этот день уже прошёл. Сроки, посчитанные раньше, задним числом не меняют.',
};
