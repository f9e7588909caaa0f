import { formatDay } from '#app/core/dates.ts';
import type { InstallationRule } from './installation.ts';

/** One sentence per rule. */
export const installationSentences: Record<InstallationRule, string> = {
  'installation-not-empty': 'Здесь уже есть данные, поэтому начать заново нельзя. Откройте страницу входа.',
  'clock-too-far': 'Так далеко время не сдвинуть. Выберите меньшее число дней.',
};

/** Words of the first run. */
export const firstRunText = {
  title: 'Начало работы',
  lede: 'База данных пуста. Выберите, с чего начать.',
  federation: 'Российская Федерация',
  federationShort: 'РФ',
  setUpTitle: 'Настроить для своего региона',
  setUpText: 'Регион, муниципалитет, первая организация и первый администратор: одна форма, около двух минут.',
  setUp: 'Настроить',
  demonstrationTitle: 'Открыть демонстрационный регион',
  demonstrationText:
    'Вымышленный регион со школами, людьми, парами, маршрутами и отчётами за два учебных года. Можно войти в любой роли и двигать время.',
  demonstration: 'Открыть демонстрацию',
  demonstrationLede: 'Заполнение занимает до пары минут. Не закрывайте страницу.',
  demonstrationOpened: 'Демонстрационный регион готов. Выберите, кем войти.',
  back: 'Начало работы',
  formTitle: 'Настройка',
  formLede: 'Остальные организации и людей можно добавить потом, в том числе из списков сотрудников.',
  place: 'Где это будет',
  administrator: 'Первый администратор',
  loginHint: 'Обычно рабочая почта',
  submit: 'Настроить и войти',
  done: 'Всё готово. Дальше: добавьте людей и дайте роли руководителю и куратору.',
} as const;

/** Labels of the form that sets up. */
export const setUpLabels = {
  regionName: 'Регион',
  timeZone: 'Часовой пояс',
  municipalityName: 'Муниципалитет',
  organisationKind: 'Вид организации',
  organisationName: 'Первая организация',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  login: 'Логин',
  password: 'Пароль',
  repeat: 'Пароль ещё раз',
} as const;

/** Words of the demonstration clock. */
export const clockText = {
  title: 'Демонстрационное время',
  lede: (today: string) =>
    `Сейчас здесь ${formatDay(today)}. Время можно сдвинуть и посмотреть, что станет просрочено.`,
  days: 'На сколько дней сдвинуть',
  daysHint: 'Например, 30 вперёд или -30 назад',
  submit: 'Сдвинуть время',
  moved: (today: string) => `Теперь здесь ${formatDay(today)}.`,
} as const;
