import type { AsideKind } from './staff-list-aside.ts';
import type { RowRefusalCode } from './staff-list-cell.ts';
import type { StaffListField } from './staff-list-columns.ts';
import type { UnreadableFileCode } from './staff-list-unreadable.ts';
import type { StaffCategory } from './staff-list-values.ts';

/** Meanings of columns, as the person chooses among them. */
export const fieldNames: Record<StaffListField, string> = {
  fullName: 'Фамилия, имя, отчество',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  firstAndMiddleName: 'Имя и отчество',
  birthOn: 'Дата рождения',
  post: 'Должность',
  subject: 'Предмет',
  category: 'Квалификационная категория',
  hiredOn: 'Дата приёма на работу',
  teachingSince: 'Начало педагогической деятельности',
  experience: 'Педагогический стаж',
  email: 'Электронная почта',
  phone: 'Телефон',
  contacts: 'Телефон и почта вместе',
  organisation: 'Организация',
};

/** The choice for a column that is not read. */
export const ignoredColumn = 'Не загружать';

/** Qualification categories. */
export const staffCategoryNames: Record<StaffCategory, string> = {
  none: 'Без категории',
  first: 'Первая',
  highest: 'Высшая',
  mentor_teacher: 'Педагог-наставник',
  methodist_teacher: 'Педагог-методист',
};

/** Why a row is not taken, and what to put right in the file. */
export const rowRefusals: Record<RowRefusalCode, string> = {
  'no-last-name': 'Нет фамилии. Впишите её и загрузите список ещё раз.',
  'no-first-name': 'Нет имени. Впишите имя полностью.',
  'initials-only': 'Вместо имени стоят инициалы. Впишите имя и отчество полностью: они нужны для приказов.',
  'name-has-controls':
    'В имени есть невидимые знаки, которые меняют порядок букв или ломают текст. Наберите имя заново.',
  'name-unreadable': 'В имени есть цифры или знаки, которых в именах не бывает. Оставьте только буквы.',
  'name-mixed-alphabets': 'В одном слове смешаны русские и латинские буквы. Наберите имя заново.',
  'text-has-controls': 'В ячейке есть невидимые знаки, которые ломают текст. Наберите её заново.',
  'too-long': 'Слишком длинный текст. Сократите его.',
  formula: 'В ячейке формула. Замените её значением: скопируйте и вставьте «только значения».',
  'cell-error': 'В ячейке ошибка Excel вместо значения. Впишите значение.',
  'birth-impossible': 'Такого дня в календаре нет. Проверьте дату рождения.',
  'birth-in-future': 'Дата рождения ещё не наступила. Проверьте год.',
  'birth-too-early': 'По этой дате человеку больше 100 лет. Проверьте год рождения.',
  'birth-too-late': 'По этой дате человеку меньше 14 лет. Проверьте год рождения.',
  'date-unreadable': 'Не получилось прочитать дату. Запишите её так: 01.09.2024.',
  'date-impossible': 'Такого дня в календаре нет. Проверьте дату.',
  'date-too-far': 'Дата слишком далека от сегодняшней. Проверьте год.',
  'hired-before-birth': 'Принят на работу раньше, чем родился. Проверьте обе даты.',
  'teaching-before-birth': 'Педагогическая работа началась раньше рождения. Проверьте стаж и дату рождения.',
  'experience-unreadable': 'Не получилось прочитать стаж. Запишите его так: 5 лет 3 мес.',
  'email-invalid': 'Это не адрес электронной почты. Исправьте адрес или оставьте ячейку пустой.',
  'post-unknown':
    'Такой должности нет в номенклатуре должностей педагогических и руководящих работников. Проверьте название.',
  'category-unknown': 'Такой категории нет. Напишите: высшая, первая, без категории или оставьте ячейку пустой.',
  'no-organisation': 'Не указана организация. Впишите, где работает человек.',
  'duplicate-in-file': 'Этот человек уже есть в файле выше. Оставьте одну строку.',
};

/** Why a file is not read at all, and what to do next. */
export const unreadableFiles: Record<UnreadableFileCode, string> = {
  'too-large': 'Файл больше 16 МБ. Уберите из него картинки и лишние листы или разделите список на части.',
  'not-a-table':
    'Это не таблица Excel и не CSV, хотя имя файла может быть другим. Откройте список в Excel и сохраните как «Книга Excel (.xlsx)».',
  'old-excel': 'Это книга старого Excel (.xls). Откройте её и сохраните как «Книга Excel (.xlsx)».',
  'broken-zip': 'Файл повреждён: он не дочитывается до конца. Откройте список в Excel, сохраните заново и повторите.',
  'zip-bomb':
    'Файл разворачивается в слишком большой объём, поэтому мы его не открыли. Скопируйте список в новую книгу и загрузите её.',
  encrypted: 'Файл закрыт паролем. Снимите пароль в Excel и загрузите файл ещё раз.',
  'too-many-rows': 'В файле больше 20 000 строк. Разделите список на части.',
  'too-many-columns': 'В таблице больше 60 столбцов. Оставьте только нужные и загрузите файл ещё раз.',
  'too-long': 'В файле есть строка без конца: вероятно, не закрыта кавычка. Проверьте файл и повторите.',
  empty: 'В файле нет ни одной строки. Проверьте, тот ли файл выбран.',
  'too-heavy':
    'Файл оказался слишком тяжёлым, и чтение остановлено. Скопируйте список в новую книгу и загрузите её или разделите на части.',
  busy: 'Сейчас проверяется много файлов. Подождите минуту и загрузите файл ещё раз.',
};

/** Rows that are left out because they are about nobody. */
export const asideKinds: Record<AsideKind, string> = {
  blank: 'пустая строка',
  total: 'строка итогов',
  header: 'повтор заголовка',
  section: 'название раздела',
  vacancy: 'вакансия',
  footer: 'подпись или примечание',
};
