import type { StaffListField } from './staff-list-columns.ts';

/**
 * Headings by meaning, first match wins. Patterns meet a heading as `plainWords` leaves it: lower case, «е» for «ё»,
 * one space between words. `field: null` is a column that looks like a known one and is not.
 */
export const HEADING_PATTERNS: readonly { field: StaffListField | null; pattern: RegExp; isWeak?: boolean }[] = [
  {
    field: 'categoryUntil',
    pattern: /^(?!.*(приказ|аттест))(дат\S* )?(окончан|срок|действ)\S*( \S+)* категор|категор\S* (действ\S* )?до$/,
  },
  { field: 'categoryFrom', pattern: /^(?!.*(приказ|аттест|след|план))(дат\S*|год)( \S+)* категор\S*$/ },
  {
    field: null,
    pattern: /место рожд|^год рожд|возраст|полных лет|свидетельств|увольн|уволен|приказ|договор|паспорт|снилс/,
  },
  {
    field: null,
    pattern: /почтов\S* (адрес|индекс)|дата (аттест|присв|назнач)|срок (действ|аттест)|диплом|повышени|курс/,
  },
  { field: 'birthOn', pattern: /рожд|^д ?р$|^birth/ },
  { field: 'email', pattern: /e ?mail|е ?mail|^mail|почт|имейл|емейл/ },
  { field: 'phone', pattern: /телеф|(^| )тел( |$)|мобил|сотов|^phone/ },
  { field: null, pattern: /^контакт\S* лиц/ },
  { field: 'contacts', pattern: /^контакт/ },
  { field: 'category', pattern: /категор|^кк$|^кв кат|^кат( |$)|^квалиф\S* кат/ },
  { field: 'lastName', pattern: /(^|^фио |^ф и о )фамили[яи]( (работника|педагога|учителя|сотрудника))?$/ },
  { field: 'firstAndMiddleName', pattern: /^(фио |ф и о )?(имя и? ?отчество|и о$)/ },
  { field: 'firstName', pattern: /^(фио |ф и о )?имя( (работника|педагога|учителя|сотрудника))?$/ },
  { field: 'middleName', pattern: /^(фио |ф и о )?отчеств/ },
  { field: 'fullName', pattern: /(^|полн\S* )фио( |$)|^ф и о( |$)|^фамили[яи] (и )?(имя|и о)|^фамилия инициалы/ },
  { field: 'fullName', pattern: /^(педагогический |педагог )?(работник|сотрудник|педагог)и?$/, isWeak: true },
  { field: null, pattern: /общ\S* .*пед|пед\S* .*общ/ },
  {
    field: 'teachingSince',
    pattern: /начал\S* .*пед|пед\S* (деят\S*|работ\S*|стаж) с( |$)|(дата|год) .*нач\S* .*(пед|учител)/,
  },
  { field: 'experience', pattern: /(стаж|опыт).* ?пед|пед.*(стаж|опыт)/ },
  {
    field: null,
    pattern: /стаж.*(общ|в (дан|это|оо|оу|орг|учр|долж|шко)|специальн|непрер|руков|админ)|общ\S* стаж|труд\S* стаж/,
  },
  { field: 'experience', pattern: /^стаж( работы)?( лет)?$/, isWeak: true },
  { field: 'hiredOn', pattern: /прием[ае]? ?(на|в|$)|дата прие|^принят|дата (прин|зачисл|поступ|трудоустр)|зачислен/ },
  {
    field: 'hiredOn',
    pattern: /работает (в .*)?с( |$)|начал\S* работы|(дата|год) нач\S* работы|в (организации|оо|оу|школе) с( |$)/,
  },
  { field: null, pattern: /оклад|ставк|нагрузк|часы|часов|стаж|дата|^образование|специальность/ },
  { field: 'post', pattern: /должност/ },
  { field: 'subject', pattern: /предмет|дисциплин|преподает|преподаваем/ },
  { field: 'organisation', pattern: /организац|учрежден|^о[оу]( |$)|(^| )о[оу]$|^школа|место работы|детский сад/ },
];

/** Beginnings of a totals row. */
export const TOTALS = /^(итого|итог|всего|количество|кол во)( |$)/;

/** Beginnings of the lines under a table: signatures, notes. */
export const FOOTER =
  /^(директор|руководитель|исполнитель|исп|заведующ|главный|бухгалтер|подпись|дата|м п|примечани|согласован|утвержд|составил|секретарь|председатель|специалист по кадрам)/;

/** A post without a person. */
export const VACANCY = /(^| )ваканси|^вакант/;

/** The day a list is drawn up as of, in its title block: «на 01.11.2026». */
export const AS_OF = /(?:^|\s)на\s+(\d{1,2}\.\d{1,2}\.\d{4})/;
