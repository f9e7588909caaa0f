/** Months in the genitive by number from 0, as far as their beginnings tell them apart. */
export const MONTH_STEMS: readonly string[] = [
  'янв',
  'фев',
  'мар',
  'апр',
  'ма',
  'июн',
  'июл',
  'авг',
  'сен',
  'окт',
  'ноя',
  'дек',
];

/** The sign of a year after a date: «01.09.2018 г.» */
export const YEAR_SIGN = /\s*(г|года?|г\.р|рожд)\.?$/i;

/** A day written with the month's name: «18 декабря 2001». */
export const WORDED_DAY = /^(\d{1,2})\s+([а-яё]+)\.?\s+(\d{4})$/i;

/** Parts of a length of service: «5 лет 3 мес. 12 дн.» */
export const SERVICE_YEARS = /(\d{1,2})\s*(?:лет|года?|г|л)(?![а-яё])/i;
export const SERVICE_MONTHS = /(\d{1,2})\s*(?:месяц[а-я]*|мес|м)(?![а-яё])/i;
export const SERVICE_DAYS = /(\d{1,3})\s*(?:дн[а-я]*|день|д)(?![а-яё])/i;

/** A length of service of nothing yet. */
export const NO_SERVICE = /^(нет|без стажа|б с|бс|менее года|меньше года|до года|до 1 года|менее 1 года)$/;
