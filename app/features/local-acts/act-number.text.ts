import type { NumberRule } from './act-number.ts';
import type { Journal } from './act-type.ts';

/** How numbers look until the organisation says otherwise. */
export const usualMasks: Record<Journal, string> = {
  orders: '{n}-Н',
  regulations: '{n}-ЛА',
  minutes: '{n}',
  reports: '{n}-О',
  agreements: '{n}/{yy}',
  personal: '{n}-С',
};

/** One sentence per rule about numbers. */
export const numberSentences: Record<NumberRule | 'act-number-ordinal-taken', string> = {
  'mask-without-ordinal':
    'В образце номера должен один раз стоять порядковый номер: {n}. Например, {n}-Н или {n}/{yy}.',
  'mask-unknown-mark': 'В фигурных скобках бывает только {n}, {yy} или {yyyy}. Проверьте образец.',
  'mask-strange-characters': 'В образце можно использовать буквы, цифры, пробел и знаки / - . _ №.',
  'act-number-taken': 'Этот номер в журнале за этот год уже занят. Проверьте номер по журналу.',
  'ordinals-taken': 'Часть этих номеров уже занята или пропущена. Посмотрите журнал и укажите свободные.',
  'act-number-ordinal-taken': 'Этот номер только что заняли. Повторите: система возьмёт следующий.',
  'ordinals-in-order':
    'Последний номер не может быть меньше первого, а пропустить за раз можно не больше 2000 номеров.',
};

/** Why a place in the row was left out by itself. */
export const takenBefore = (number: string) => `Номер ${number} уже стоит на другом документе.`;
