import type { Area } from '../people/competence-area.ts';
import type { OfferKind, ProviderKind } from './offer.ts';
import type { OfferColumn, OfferRowRule } from './offer-sheet.ts';

/** How the heads of columns may be spelled, in plain words. */
export const columnWords: Record<OfferColumn, readonly string[]> = {
  kind: ['вид', 'вид предложения', 'тип'],
  title: ['название', 'наименование', 'тема', 'название программы'],
  number: ['номер', 'номер в реестре', 'реестровый номер'],
  providerName: ['организация', 'кто проводит', 'провайдер', 'организатор'],
  providerKind: ['вид организации', 'тип организации', 'статус организации'],
  areas: ['области', 'область', 'области дефицитов', 'направления'],
  hours: ['часы', 'часов', 'объем часов', 'объем'],
  places: ['места', 'мест', 'свободных мест'],
  startsOn: ['начало', 'первый день', 'дата начала'],
  endsOn: ['окончание', 'последний день', 'дата окончания', 'конец'],
  place: ['место', 'где', 'место проведения'],
  link: ['ссылка', 'страница', 'сайт'],
  about: ['описание', 'что дает', 'аннотация'],
  isShared: ['другим регионам', 'показывать другим регионам'],
  region: ['регион', 'субъект'],
};

/** Kinds as files spell them. */
export const kindWords: readonly { kind: OfferKind; words: readonly string[] }[] = [
  { kind: 'programme', words: ['программа', 'курс', 'курсы', 'программа повышения квалификации', 'дпп'] },
  { kind: 'site', words: ['площадка', 'стажировочная площадка', 'стажировка'] },
  { kind: 'practice', words: ['практика', 'практика коллег'] },
  { kind: 'community', words: ['сообщество', 'клуб'] },
  { kind: 'event', words: ['событие', 'мероприятие', 'конференция', 'семинар', 'ярмарка'] },
];

/** Kinds of providers as files spell them. */
export const providerWords: readonly { kind: ProviderKind; words: readonly string[] }[] = [
  { kind: 'state', words: ['государственная', 'государственная организация'] },
  { kind: 'municipal', words: ['муниципальная', 'муниципальная организация'] },
  { kind: 'listed', words: ['из перечня', 'федеральный перечень', 'организация из федерального перечня'] },
  { kind: 'private', words: ['частная', 'другая', 'другая организация', 'негосударственная'] },
];

/** Beginnings of the names of areas. */
export const areaWords: readonly { area: Area; words: readonly string[] }[] = [
  { area: 'scientific_theoretical', words: ['научно теоретическ'] },
  { area: 'legal', words: ['нормативно правов'] },
  { area: 'subject', words: ['предметно', 'предметн'] },
  { area: 'psychological_pedagogical', words: ['психолого педагогическ'] },
  { area: 'methodical', words: ['методическ'] },
  { area: 'ict', words: ['икт'] },
  { area: 'digitalisation', words: ['цифров'] },
  { area: 'extracurricular', words: ['внеурочн', 'воспитательн'] },
  { area: 'health', words: ['здоровьесбереж'] },
];

/** A yes in a cell. */
export const yesWords: readonly string[] = ['да', 'yes', '1'];

/** Why a row is refused. */
export const offerRowSentences: Record<OfferRowRule, string> = {
  'row-no-title': 'нет названия',
  'row-no-provider': 'не сказано, кто проводит',
  'row-kind-unknown': 'вид не распознан: нужна программа, площадка, практика, сообщество или событие',
  'row-provider-unknown': 'вид организации не распознан: государственная, муниципальная, из перечня или частная',
  'row-area-unknown': 'область не распознана; несколько областей пишут через точку с запятой',
  'row-hours-unreadable': 'часы и места пишут целым числом',
  'row-day-unreadable': 'день не прочитан: пишите дд.мм.гггг',
  'row-too-long': 'текст слишком длинный',
  'row-formula': 'в ячейке формула или ошибка, нужно значение',
  'row-other-region': 'это предложение другого региона: его запишет тот регион',
  'row-number-twice': 'этот номер уже стоит в файле выше',
  'row-needs-number-and-hours': 'у программы нужны номер в реестре и часы',
  'row-ends-before-start': 'последний день раньше первого',
  'row-link-not-web': 'адрес страницы начинается с http:// или https://',
};

/** Words of the pages of the import. */
export const offerImportText = {
  title: 'Загрузить предложения из файла',
  lede: 'Сначала файл проверится: вы увидите, что добавится, что обновится и какие строки не подошли. Запись будет после вашего подтверждения.',
  columns:
    'Столбцы: «Вид», «Название», «Организация», «Вид организации», «Области»; для программ «Номер» и «Часы»; по желанию «Места», «Начало», «Окончание», «Место», «Ссылка», «Описание», «Регион».',
  check: 'Проверить файл',
  checked: 'Файл проверен. Посмотрите и подтвердите.',
  checkedTitle: (file: string) => `Файл ${file}`,
  apply: 'Записать в реестр',
  applied: 'Предложения записаны в реестр.',
  added: 'добавится',
  updated: 'обновится по номеру',
  refused: 'строк не подошло',
  refusedTitle: 'Эти строки не запишутся',
  refusedLede: 'Поправьте их в файле и загрузите ещё раз: уже записанное обновится, второй раз не добавится.',
  entriesTitle: 'Что будет записано',
  row: 'Строка',
  reason: 'Почему не подошла',
  value: 'Что в ячейке',
  none: 'Все строки подошли.',
  most: 'Показаны первые 50.',
};
