/** How patronymics end. */
export const PATRONYMIC_ENDING = /(вич|вна|ична|ьич|мич|кич|тич)$/i;

/** Second words of patronymics of Turkic origin; written small. */
export const PATRONYMIC_PARTICLES: readonly string[] = ['оглы', 'кызы', 'гызы', 'кизи', 'угли', 'уулу', 'улы'];

/** Endings of surnames by which a second word is told to belong to the surname. */
export const SURNAME_ENDING = /(ов|ев|ёв|ова|ева|ёва|ский|ская|цкий|цкая)$/i;

/** Words of surnames that stay small. */
export const SMALL_WORDS: readonly string[] = ['де', 'дер', 'ван', 'фон', 'да', 'ди', 'ла', 'ле', 'эль', 'ибн', 'бен'];

/** What stands in a patronymic's cell when there is none. */
export const NO_PATRONYMIC = /^(нет|отсутствует|без отчества)$/i;

/** Latin letters that look like Cyrillic ones. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};
