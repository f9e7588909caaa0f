import { counted } from '#app/ui/numbers.ts';
import type { MatchRefusalCode, RowOutcome, StaffListRule, StaffListScope, StaffListState } from './staff-list.ts';

/** States of a list. */
export const stateNames: Record<StaffListState, string> = {
  uploaded: 'ждёт проверки',
  checking: 'проверяется',
  checked: 'проверен, ждёт вас',
  refused: 'файл не прочитан',
  applying: 'загружается',
  applied: 'загружен',
  discarded: 'отложен',
};

/** Whose people a list holds. */
export const scopeNames: Record<StaffListScope, string> = {
  organisation: 'список организации',
  consolidated: 'сводный список муниципалитета',
};

/** What rows would do, as tabs. */
export const outcomeNames: Record<RowOutcome, string> = {
  new: 'Новые',
  changed: 'Изменятся',
  unchanged: 'Без изменений',
  refused: 'Не загрузятся',
  unplaced: 'Без организации',
};

/** The same tabs when the list has been applied. */
export const outcomeNamesDone: Record<RowOutcome, string> = {
  ...outcomeNames,
  new: 'Добавлены',
  changed: 'Исправлены',
  refused: 'Не загружены',
};

/** Why a row cannot be taken beside what is recorded already. */
export const matchRefusals: Record<MatchRefusalCode, string> = {
  ambiguous:
    'Есть несколько подходящих людей. Впишите дату рождения или электронную почту, чтобы было ясно, о ком строка.',
  'no-post': 'Человека ещё нет в системе, а должность не указана. Впишите должность.',
  'teaching-before-birth': 'Педагогическая работа началась раньше четырнадцати лет. Проверьте стаж и дату рождения.',
  'teaching-in-future': 'Начало педагогической работы ещё не наступило. Проверьте год.',
  'hired-before-birth': 'Принят на работу раньше четырнадцати лет. Проверьте обе даты.',
  'employment-overlaps':
    'На эти дни у человека уже записана такая же должность, но она завершена. Исправьте периоды в его карточке или дату в списке.',
};

/** One sentence per rule. */
export const staffListSentences: Record<StaffListRule, string> = {
  'no-file': 'Выберите файл со списком.',
  'file-too-large': 'Файл больше 16 МБ. Уберите из него картинки и лишние листы или разделите список на части.',
  'too-many-waiting':
    'У организации уже десять списков ждут решения. Загрузите или отложите их, потом добавляйте новые.',
  'unit-has-no-lists': 'Списки загружают в организации и муниципалитеты. Выберите другое место.',
  'unit-closed':
    'У организации назначен последний день, поэтому записывать в неё людей нельзя. Выберите другую или отложите список.',
  'list-busy': 'Список сейчас проверяется или загружается. Подождите немного и обновите страницу.',
  'list-settled': 'Этот список уже загружен или отложен. Загрузите файл заново, если он нужен.',
  'list-not-checked': 'Этот список не прочитан. Исправьте файл и загрузите его заново.',
  'list-outdated':
    'Список устарел: после проверки данные людей изменились. Проверьте его заново — файл загружать ещё раз не нужно.',
  'mapping-incomplete': 'Не понятно, где фамилия и имя. Укажите, что означают столбцы.',
  'mapping-repeats': 'Одно и то же значение выбрано для двух столбцов. Оставьте одно.',
  'organisations-undecided': 'Сначала решите, к каким организациям отнести людей из файла.',
  'organisation-outside': 'В эту организацию список добавить людей не может. Выберите другую.',
  'nothing-to-apply': 'В списке нет ни одного человека, которого можно загрузить.',
};

/** Why a job gave a list back or could not read it, besides the rules and the refusals of files. */
export const jobRefusals: Record<string, string> = {
  'right-withdrawn': 'Пока список ждал загрузки, у вас закончилась роль, которая даёт на неё право.',
  'too-many-tries':
    'Несколько попыток подряд не удалось довести работу до конца, и они остановлены; данные людей не изменились. Разделите список на части поменьше и загрузите их по очереди; если не поможет, сообщите администратору.',
  fault:
    'Работа прервалась из-за ошибки в программе, данные людей не изменились. Попробуйте ещё раз; если повторится, сообщите администратору.',
};

/** Fields a list may change, in the order of a card. */
export const changeLabels: Record<string, string> = {
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  birthOn: 'Дата рождения',
  postCode: 'Должность',
  subject: 'Предмет',
  startedOn: 'Работает с',
  category: 'Категория',
  categoryFrom: 'Категория с',
  categoryUntil: 'Категория до',
  teachingSince: 'Стаж с',
  email: 'Почта',
  phone: 'Телефон',
};

const people = (count: number) => counted(count, 'человек', 'человека', 'человек');
const rows = (count: number) => counted(count, 'строка', 'строки', 'строк');

/** Words of the pages about staff lists. */
export const staffListText = {
  title: 'Списки работников',
  lede: 'Загрузите список так, как он есть: столбцы узнаются сами, перед загрузкой видно, что изменится.',
  upload: 'Загрузить список',
  empty: 'Списков ещё не было. Загрузите первый: подойдёт тарификация, штатный список или выгрузка в Excel или CSV.',
  file: 'Файл',
  unit: 'Где',
  when: 'Когда',
  who: 'Кто загрузил',
  state: 'Состояние',
  result: 'Итог',
  resultOf: (added: number, changed: number, refused: number) =>
    `новых ${added}, изменений ${changed}, не подошло ${refused}`,
  uploadTitle: 'Загрузить список работников',
  uploadLede: 'Сначала мы только проверим файл и покажем, что изменится. Данные людей изменятся, когда вы подтвердите.',
  uploadSubmit: 'Проверить список',
  uploaded: 'Файл принят, проверяем.',
  fileHint: 'Книга Excel (.xlsx) или CSV, до 16 МБ и 20 000 строк. Переделывать под шаблон не нужно.',
  unitHint: 'Для муниципалитета это сводный список: он только добавляет людей, которых организации ещё не записали.',
  nowhere: 'У вас нет организации, в которую можно загружать списки.',
  labels: {
    unitId: 'Организация',
    file: 'Файл со списком',
    version: 'Версия',
    sheet: 'Лист',
    headerRow: 'Строка с заголовками столбцов',
  },
  back: 'Списки работников',
  toList: 'К списку',
  about: (unit: string, scope: string, when: string, who: string) => `${unit}, ${scope}. ${who}, ${when}`,
  progress: 'Выполнено',
  waiting: 'Файл ждёт очереди',
  checking: 'Читаем файл и сверяем с тем, что записано',
  applying: 'Записываем людей. Страницу можно закрыть: придёт уведомление',
  refusedTitle: 'Файл не прочитан',
  tryAgain: 'Загрузить другой файл',
  givenBackTitle: 'Список не загружен',
  outdatedTitle: 'Список устарел',
  appliedTitle: 'Список загружен',
  appliedText: (added: number, changed: number, when: string, who: string) =>
    `Добавлено: ${people(added)}, исправлено: ${people(changed)}. ${who}, ${when}`,
  toPeople: 'К людям',
  discardedText: 'Список отложен: файл и прочитанное из него удалены.',
  missingTitle: 'Не понятно, где имена',
  missingText: (fields: string) =>
    `Не нашлись столбцы: ${fields}. Укажите, что означают столбцы, и мы прочитаем список.`,
  undecidedTitle: 'Есть незнакомые организации',
  undecidedText: (count: number) =>
    `${counted(count, 'название', 'названия', 'названий')} из файла не удалось узнать. Решите, куда отнести этих людей.`,
  decide: 'Решить',
  allKnown: 'Всё из списка уже записано. Загружать нечего, можно закрыть список.',
  rowsTitle: 'Строки',
  mappingTitle: 'Как прочитан файл',
  mappingSheet: (sheet: string, header: number, start: number) =>
    `Лист «${sheet}», заголовки в строке ${header}, данные со строки ${start}.`,
  asOf: (day: string) => `Составлен на ${day}: если день приёма не указан, работа записывается с этого дня.`,
  column: 'Столбец',
  heading: 'Заголовок в файле',
  meaning: 'Что означает',
  example: 'Первые строки',
  noHeading: 'без заголовка',
  correct: 'Исправить столбцы',
  organisations: 'Организации',
  skipped: (count: number) => `Пропущены как не относящиеся к людям: ${rows(count)}`,
  skippedRow: (row: number, kind: string) => `строка ${row}: ${kind}`,
  row: 'Строка',
  name: 'Имя',
  post: 'Должность',
  born: 'Дата рождения',
  where: 'Организация',
  inFile: 'Организация в файле',
  noOrganisation: 'не указана',
  changes: 'Что изменится',
  changed: 'Что изменилось',
  nothing: 'пусто',
  change: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  cell: 'Где и что написано',
  reason: 'Почему и что исправить',
  rowInFile: (row: number) => `Строка ${row}`,
  otherRow: (row: number) => `Первая строка: ${row}.`,
  emptyRows: 'Таких строк нет.',
  refusedXlsx: 'Не загруженные в XLSX',
  refusedFile: 'Не загруженные строки',
  refusedSheet: 'Не загружены',
  refusedNote: 'Исправьте строки и загрузите этот файл как обычный список: столбец с причиной пропустится.',
  apply: 'Загрузить',
  applyClose: 'Закрыть список',
  applyTitle: 'Загрузить список?',
  applyLede: (file: string, unit: string) =>
    `«${file}», ${unit}. Все изменения сделаются вместе или не сделается ни одного.`,
  applyNew: 'будет добавлено',
  applyChanged: 'будет исправлено',
  applyUnchanged: 'останется как есть',
  applyRefused: 'не загрузится',
  applySubmit: 'Загрузить список',
  applied: 'Список загружен.',
  applyTaken: 'Список большой: загружаем его, это займёт меньше минуты.',
  consolidatedNote: 'Люди, которых организация уже записала, останутся как есть: их данные ведёт организация.',
  discard: 'Отложить',
  discardTitle: 'Отложить список?',
  discardLede: 'Файл и всё прочитанное из него удалятся. Данные людей не изменятся.',
  discardSubmit: 'Отложить список',
  discarded: 'Список отложен.',
  recheck: 'Проверить заново',
  recheckTitle: 'Проверить список заново?',
  recheckLede: 'Мы ещё раз сверим файл с тем, что записано сейчас. Данные людей не изменятся.',
  rechecked: 'Проверяем список заново.',
  mappingPageTitle: 'Что означают столбцы',
  mappingLede: 'Поправьте, где прочитано не так. После сохранения список проверится заново.',
  mappingSubmit: 'Сохранить и проверить',
  mappingSaved: 'Столбцы исправлены, проверяем список заново.',
  mappingNote: 'Если изменить лист или строку заголовков, столбцы узнаются заново, а выбранное ниже не учтётся.',
  sheetOption: (name: string, count: number) => `${name} (${rows(count)})`,
  columnLabel: (letters: string, heading: string) => `${letters}: ${heading}`,
  columnExample: (examples: string) => `Например: ${examples}`,
  organisationsTitle: 'Куда отнести людей',
  organisationsLede: 'Названия из файла и организации, которые за ними стоят. После сохранения числа пересчитаются.',
  organisationsSubmit: 'Сохранить',
  organisationsSaved: 'Организации отмечены.',
  organisationsEmpty: 'В файле нет названий организаций.',
  leaveOut: 'пропустить этих людей',
  notDecided: 'ещё не решено',
  peopleUnder: (count: number) => people(count),
  moreNames: 'Названий больше ста: сохраните эти, и покажутся следующие.',
};
