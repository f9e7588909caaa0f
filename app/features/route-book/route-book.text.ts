import { counted } from '#app/ui/numbers.ts';
import type { LookedPart } from '../educational-routes/route-look.ts';
import type { PositionNumber } from '../educational-routes/route-position.ts';
import type { NextAct } from './route-next.ts';

/** Short names of the positions for the path. */
export const positionShort: Record<PositionNumber, string> = {
  1: 'Образ себя',
  2: 'Достижения',
  3: 'Дефициты',
  4: 'Дорожная карта',
  5: 'Осуществление',
  6: 'Корректировка',
  7: 'Рефлексия',
};

/** Parts of a route as the owner reads who looked at them. */
export const lookedPartNames: Record<LookedPart, string> = {
  state: 'позиция и сроки',
  plan: 'дорожная карта',
  whole: 'весь маршрут',
  step: 'отдельный шаг',
  diagnosis: 'диагностика',
  revisions: 'корректировки',
  reflection: 'рефлексия',
  file: 'файл маршрута',
};

const next: Record<NextAct, (position: number) => string> = {
  image: () => 'Описать образ',
  motivation: () => 'Измерить мотивацию',
  strengths: () => 'Записать достижения',
  difficulties: () => 'Оценить затруднения',
  measured: () => 'Ждём внешнюю диагностику',
  step: () => 'Добавить первый шаг',
  close: () => 'К шагам',
  final: () => 'Записать итоговую рефлексию',
  complete: (position) => `Завершить позицию ${position}`,
};

/** Words of the route's own page and its files. */
export const bookText = {
  next,
  notes: 'Что записано при завершении позиций',
  areas: 'Девять областей: было и стало',
  areasLine: 'Чёрточка показывает начало. Красным отмечен дефицит, зелёным опора.',
  areasShared: 'Показаны области, которые открыл педагог.',
  areasEmpty: 'Диагностики пока нет.',
  toDiagnosis: 'Подробно',
  percent: (percent: number) => `${percent} %`,
  change: (before: number, after: number) => `${before} → ${after} %`,
  open: 'открыт',
  closed: (day: string) => `закрыт ${day}`,
  self: 'самооценка',
  external: 'внешняя',
  wasIs: (before: number, after: number) => `было ${before} %, стало ${after} %`,
  products: 'Продукты',
  revisions: 'Корректировки',
  revision: (number: number, cause: string) => `№ ${number}: ${cause}`,
  pdf: 'Скачать PDF',
  json: 'Скачать всё (JSON)',
  looks: 'Кто смотрел',
  shift: (day: string) => `Вам предлагают перенести начало маршрута на ${day}.`,
  answer: 'Посмотреть и ответить',
  looksTitle: 'Кто смотрел мой маршрут',
  looksLede: 'Каждый просмотр вашего маршрута другим человеком записывается: кто, когда и какую часть.',
  looksEmpty: 'Пока никто не смотрел.',
  lookColumns: { day: 'День', who: 'Кто', part: 'Что', last: 'Последний раз', times: 'Раз' },
  times: (times: number) => counted(times, 'раз', 'раза', 'раз'),
  imagesTitle: 'Желаемый образ',
  imagesLede: 'Как образ уточнялся: прежние редакции сохраняются.',
  imagesEmpty: 'Образ пока не описан.',
  image: (number: number) => `Редакция ${number}`,
  rewrite: 'Уточнить образ',
  backToRoute: 'К маршруту',
  attached: (names: readonly string[]) => (names.length > 0 ? `(${names.join(', ')})` : ''),
  fileName: (owner: string) => `ИОМ ${owner}`,
  protocolName: (owner: string, day: string) => `Протокол диагностики ${owner} ${day}`,
  sheetName: (owner: string, day: string) => `Лист рефлексии ${owner} ${day}`,
} as const;
