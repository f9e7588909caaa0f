import type { TimeZone, UnitKind } from './unit.ts';
import type { UnitRule } from './unit-rules.ts';

/** Russian names of kinds (DOMAIN 1), as they stand beside a unit's name. */
export const kindNames: Record<UnitKind, string> = {
  federation: 'федерация',
  region: 'регион',
  municipality: 'муниципалитет',
  school: 'школа',
  college: 'колледж, техникум',
  kindergarten: 'детский сад',
  supplementary_education: 'организация дополнительного образования',
  university: 'вуз',
  regional_ministry: 'министерство образования',
  regional_institute: 'ИРО, ИПК',
  professional_growth_center: 'ЦНППМ',
  municipal_authority: 'орган управления образованием',
  municipal_methodical_service: 'методическая служба',
  federal_operator: 'федеральный оператор',
  federal_methodical_center: 'федеральный центр',
  internship_site: 'стажировочная площадка',
  partner_organization: 'социальный партнёр',
};

/** Names of the country's time zones with their distance from Moscow in hours. */
export const timeZoneNames: Record<TimeZone, string> = {
  'Europe/Kaliningrad': 'Калининград (МСК−1)',
  'Europe/Moscow': 'Москва (МСК)',
  'Europe/Samara': 'Самара (МСК+1)',
  'Asia/Yekaterinburg': 'Екатеринбург (МСК+2)',
  'Asia/Omsk': 'Омск (МСК+3)',
  'Asia/Krasnoyarsk': 'Красноярск (МСК+4)',
  'Asia/Irkutsk': 'Иркутск (МСК+5)',
  'Asia/Yakutsk': 'Якутск (МСК+6)',
  'Asia/Vladivostok': 'Владивосток (МСК+7)',
  'Asia/Magadan': 'Магадан (МСК+8)',
  'Asia/Kamchatka': 'Камчатка (МСК+9)',
};

/** One sentence per rule. */
export const unitSentences: Record<UnitRule, string> = {
  'kind-not-under-parent':
    'Подразделение такого вида не может стоять на этом месте. Выберите другой вид или откройте другое вышестоящее.',
  'root-only-once': 'Федерация уже заведена, второй быть не может.',
  'org-unit-one-federation': 'Федерация уже заведена, второй быть не может.',
  'parent-closed': 'Вышестоящее на эту дату закрыто. Укажите дату до закрытия или выберите другое вышестоящее.',
  'starts-before-parent': 'В этот день вышестоящего ещё не было. Укажите более позднюю дату.',
  'unit-closed': 'Уже есть дата закрытия, поэтому изменить ничего нельзя.',
  'change-in-future': 'Эта дата ещё не наступила. Запишите изменение в тот день, когда оно вступит в силу.',
  'change-before-current':
    'Изменение раньше начала того, что действует сейчас. Укажите дату не раньше начала последней записи в истории.',
  'moves-under-itself': 'Нельзя перевести под самого себя или под того, кто ниже.',
  'moves-to-another-region': 'Перевод возможен только внутри региона. В другом регионе заведите новую запись.',
  'region-stays': 'Регион и федерация остаются на своём месте.',
  'already-there': 'Оно уже стоит там. Выберите другое вышестоящее.',
  'ends-before-start': 'Дата закрытия раньше начала действующей записи. Укажите более позднюю дату.',
  'ends-too-late': 'Закрытие можно назначить не дальше чем на год вперёд.',
  'children-open': 'Ниже есть незакрытые. Сначала закройте их или переведите.',
  'people-employed': 'Здесь после этой даты ещё работают люди. Сначала завершите их работу в этой организации.',
  'mentorships-live': 'Здесь идёт наставничество. Сначала завершите его.',
  'routes-open': 'Здесь идут индивидуальные маршруты. Сначала завершите их или передайте другому ЦНППМ.',
  'org-unit-name-overlaps': 'На эти дни название уже записано. Обновите страницу и посмотрите историю.',
  'org-unit-parent-overlaps': 'На эти дни подчинение уже записано. Обновите страницу и посмотрите историю.',
};

const openOf = new Intl.PluralRules('ru');
const countedUnits = (count: number) => {
  const forms = { one: 'запись', few: 'записи', many: 'записей', other: 'записи', zero: 'записей', two: 'записи' };
  return `${count}\u00A0${forms[openOf.select(count)]}`;
};

/** Words of the pages about units. */
export const unitText = {
  title: 'Организации и органы',
  lede: (count: number) => `Система наставничества сверху вниз: ${countedUnits(count)}.`,
  empty: 'По такому отбору ничего не нашлось. Проверьте слово или сбросьте отбор.',
  search: 'Название',
  kind: 'Вид',
  anyKind: 'Любой вид',
  withClosed: 'Показать и закрытые',
  name: 'Название',
  under: 'Где стоит',
  closingOn: (day: string) => `последний день ${day}`,
  shortName: 'Краткое название',
  timeZone: 'Часовой пояс',
  since: 'Существует с',
  until: 'Последний день',
  place: 'Подчинение',
  children: 'Ниже по структуре',
  noChildren: 'Ниже никого нет.',
  workers: 'Кто здесь работает',
  noWorkers: 'Сотрудников, которых вам можно видеть, здесь нет.',
  posts: 'Должность',
  person: 'Имя',
  names: 'История названий',
  parents: 'История подчинения',
  noParents: 'Выше никого нет.',
  from: 'С',
  to: 'По',
  now: 'сейчас',
  add: 'Добавить ниже',
  rename: 'Переименовать',
  move: 'Перевести',
  close: 'Закрыть',
  access: 'Доступ и роли',
  backToList: 'Все организации и органы',
  added: (name: string) => `Добавлено: ${name}.`,
  addTitle: (name: string) => `Добавить ниже: ${name}`,
  addSubmit: 'Добавить',
  nothingToAdd: 'Под этим подразделением никто стоять не может.',
  renameTitle: (name: string) => `Переименовать: ${name}`,
  renameHint: 'Прежнее название останется в истории. Если указать день, с которого действует нынешнее, оно исправится.',
  renameSubmit: 'Переименовать',
  renamed: 'Название изменено.',
  moveTitle: (name: string) => `Перевести: ${name}`,
  moveHint: 'Перевод возможен внутри региона. Всё, что стоит ниже, переедет вместе.',
  moveSubmit: 'Перевести',
  moved: 'Подчинение изменено.',
  nowhereToMove: 'Переводить некуда: другого подходящего места в регионе у вас нет.',
  closeTitle: (name: string) => `Закрыть: ${name}`,
  closeHint: 'В последний день всё ещё работает. Со следующего дня роли здесь перестают действовать. Вернуть нельзя.',
  closeSubmit: 'Закрыть',
  closed: 'Дата закрытия записана.',
} as const;

/** Labels of the forms' fields. */
export const unitLabels = {
  kind: 'Вид',
  name: 'Полное название',
  shortName: 'Краткое название',
  startedOn: 'Существует с',
  timeZone: 'Часовой пояс',
  from: 'С какого дня',
  parentId: 'Новое подчинение',
  endedOn: 'Последний день',
} as const;
