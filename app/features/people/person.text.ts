import { counted } from '#app/ui/numbers.ts';
import type { Category } from './person.ts';
import type { PersonRule } from './person-rules.ts';
import type { YoungTeacherRule } from './young-teacher.ts';

/** Names of qualification categories. */
export const categoryNames: Record<Category, string> = {
  none: 'без категории',
  first: 'первая',
  highest: 'высшая',
  mentor_teacher: 'педагог-наставник',
  methodist_teacher: 'педагог-методист',
};

/** What each rule of the young teacher says. */
export const youngTeacherRuleNames: Record<YoungTeacherRule, string> = {
  'three-years': 'стаж не больше трёх лет',
  'thirty-five-or-three': 'до 35 лет включительно или стаж меньше трёх лет',
};

/** One sentence per rule. */
export const personSentences: Record<
  PersonRule | 'employment-overlaps' | 'person-born-before-teaching' | 'employment-post-fk',
  string
> = {
  'birth-in-future': 'Дата рождения ещё не наступила. Проверьте год.',
  'too-young': 'По дате рождения человеку меньше 14 лет. Проверьте год.',
  'teaching-before-birth': 'Начало педагогического стажа раньше четырнадцатилетия. Проверьте обе даты.',
  'teaching-in-future': 'Начало педагогического стажа ещё не наступило.',
  'hired-before-birth': 'Дата приёма раньше четырнадцатилетия. Проверьте обе даты.',
  'ends-before-start': 'Последний день работы раньше первого.',
  'already-ended': 'Эта работа уже завершена. Обновите страницу.',
  'post-unknown': 'Такой должности нет в номенклатуре. Выберите из списка.',
  'in-live-mentorship':
    'У человека есть действующее наставничество позже этого дня. Сначала завершите его или замените наставника.',
  'unit-closed': 'Эта организация закрывается или уже закрыта: принять в неё на работу нельзя.',
  'employment-overlaps': 'На эти дни у человека уже записана такая же должность в этой организации.',
  'person-born-before-teaching': 'Начало стажа раньше даты рождения. Проверьте обе даты.',
  'employment-post-fk': 'Такой должности нет в номенклатуре. Выберите из списка.',
};

/** Words of the pages about people. */
export const personText = {
  title: 'Люди',
  lede: (count: number, unit: string | null) =>
    `${unit ?? 'Ваши организации'}: ${counted(count, 'человек', 'человека', 'человек')}.`,
  myUnits: 'Ваши организации',
  empty: 'Здесь пока никого нет. Загрузите список работников организации или добавьте человека.',
  emptyFound: 'Никто не подошёл. Измените поиск или отбор.',
  search: 'Имя или фамилия',
  who: 'Кого показать',
  backToPeople: 'Люди',
  whoOptions: { all: 'все работающие', young: 'молодые педагоги (стаж до трёх лет)', former: 'уже не работают' },
  name: 'Имя',
  post: 'Должность',
  subject: 'Предмет',
  category: 'Категория',
  teachingSince: 'Стаж с',
  young: 'молодой педагог',
  add: 'Добавить человека',
  upload: 'Загрузить список',
  lists: 'Все списки',
  export: 'Скачать XLSX',
  addTitle: 'Новый человек',
  addLede: 'Если людей много, быстрее загрузить список работников: он найдёт и тех, кто уже записан.',
  addSubmit: 'Добавить',
  nowhereToAdd: 'У вас нет организации, в которой можно записывать людей.',
  editLede: 'Изменения увидят все, кому доступна карточка. В журнале останется, какие поля исправлены.',
  editTitle: 'Исправить карточку',
  added: 'Человек добавлен.',
  saved: 'Карточка исправлена.',
  employments: 'Работа',
  employmentsEmpty: 'Периодов работы нет.',
  place: 'Где',
  period: 'Период',
  endEmployment: 'Завершить',
  endTitle: 'Завершить работу',
  ended: 'Последний день работы записан.',
  endLede: (person: string, post: string, from: string) => `${person}: ${post}, работает с ${from}.`,
  endSubmit: 'Записать последний день',
  addEmployment: 'Добавить должность',
  addEmploymentTitle: (person: string) => `Должность: ${person}`,
  addEmploymentSubmit: 'Добавить должность',
  openEnded: 'работает',
  over: 'завершено',
  later: 'начнётся',
  phoneHint: 'Например, +7 912 345-67-89',
  subjectHint: 'Для учителей и преподавателей, например: математика',
  postHint: 'По номенклатуре должностей педагогических и руководящих работников',
  noPost: 'должность не записана',
  actions: 'Что сделать',
  exportNote: (day: string, filter: string) => `На ${day}. Отбор: ${filter}.`,
  employmentAdded: 'Должность добавлена.',
  card: 'Карточка',
  born: 'Дата рождения',
  email: 'Электронная почта',
  phone: 'Телефон',
  youngClass: 'Молодой педагог',
  classYes: 'да',
  classNo: 'нет',
  classUnknown: 'не вычислить: не хватает дат',
  classRule: (rule: string) => `по правилу «${rule}»`,
  edit: 'Исправить',
  grants: 'Доступ и роли',
  consents: 'Согласия',
  mentor: 'Подобрать наставника',
  profile: 'Анкета наставника',
  present: 'по настоящее время',
  from: (from: string, to: string) => `с ${from} ${to}`,
  to: (day: string) => `по ${day}`,
  fileName: 'Работники',
  sheet: 'Работники',
  labels: {
    unitId: 'Организация',
    lastName: 'Фамилия',
    firstName: 'Имя',
    middleName: 'Отчество',
    birthOn: 'Дата рождения',
    email: 'Электронная почта',
    phone: 'Телефон',
    category: 'Квалификационная категория',
    teachingSince: 'Педагогический стаж с',
    postCode: 'Должность',
    subject: 'Предмет',
    startedOn: 'Первый день работы',
    endedOn: 'Последний день работы',
    version: 'Версия',
  },
};
