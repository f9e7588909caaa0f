import { type SessionEnd, sessionLimits } from '#app/access/session-limits.ts';
import type { AccountState, Theme } from './account.ts';

/** One sentence for each refusal to let in; the same whether the account exists or not. */
export const signInSentences = {
  'sign-in-refused': 'Логин или пароль не подошли. Проверьте раскладку клавиатуры и попробуйте ещё раз.',
  'sign-in-wait':
    'Слишком много попыток подряд. Подождите немного и попробуйте снова: с каждой ошибкой ждать приходится дольше, до пятнадцати минут.',
} as const;

/** Words of signing in and out. */
export const signInText = {
  title: 'Вход',
  lede: 'Система наставничества педагогов',
  login: 'Логин',
  loginHint: 'Обычно рабочая почта',
  password: 'Пароль',
  submit: 'Войти',
  lost: 'Не помните пароль?',
  lostText: 'Попросите куратора или администратора: он сделает ссылку, по которой вы придумаете новый.',
  signOut: 'Выйти',
  signOutLede: 'На общем компьютере лучше выходить каждый раз.',
  demoTitle: 'Демонстрационный регион',
  demoLede: (password: string) => `Выберите, кем войти. Пароль у всех один: ${password}`,
  demoWho: 'Кто',
  demoEnter: (who: string) => `Войти: ${who}`,
} as const;

/** Why somebody who was signed in has to sign in again. */
export const sessionEndSentences: Record<SessionEnd, string> = {
  unused: `Вы не открывали страниц больше ${sessionLimits.idleMinutes}\u00A0минут, и вход закончился: за общим компьютером мог оказаться другой человек. Войдите снова\u00A0— откроется страница, на которой вы остановились.`,
  whole: `Один вход действует не дольше ${sessionLimits.wholeHours}\u00A0часов, и это время вышло. Войдите снова\u00A0— откроется страница, на которой вы остановились.`,
  ended:
    'Вход на этом устройстве завершён: так бывает после смены пароля и когда его завершают на другом устройстве. Войдите снова.',
};

/** Words of the pages about the own account. */
export const ownAccountText = {
  documents: 'Мои документы',
  title: 'Мои устройства и пароль',
  lede: (login: string) => `Вы входите как ${login}.`,
  sessions: 'Где вы вошли',
  sessionsLede: `Вход заканчивается сам: через ${sessionLimits.idleMinutes}\u00A0минут без действий и через ${sessionLimits.wholeHours}\u00A0часов в любом случае.`,
  device: 'Устройство',
  since: 'Вход',
  seen: 'Последнее действие',
  thisOne: 'это устройство',
  end: 'Завершить',
  endTitle: 'Завершить вход на этом устройстве?',
  endLede: 'Там придётся войти заново.',
  ended: 'Вход на том устройстве завершён.',
  endOthers: 'Завершить на всех остальных',
  endOthersTitle: 'Завершить вход на всех остальных устройствах?',
  endOthersLede: 'Останется только это устройство.',
  othersEnded: 'На остальных устройствах вход завершён.',
  noOthers: 'Других устройств нет.',
  changePassword: 'Сменить пароль',
  passwordTitle: 'Смена пароля',
  passwordLede: 'На остальных устройствах вход завершится, там понадобится новый пароль.',
  current: 'Нынешний пароль',
  passwordChanged: 'Пароль изменён. На остальных устройствах вход завершён.',
  appearance: 'Вид страниц',
  appearanceLede: 'Сохраняется в учётной записи и действует на любом устройстве.',
  themeSaved: 'Вид страниц изменён.',
  toSessions: 'Мои устройства и пароль',
  empty: 'Входов нет.',
} as const;

/** Names of the looks. */
export const themeNames: Record<Theme, string> = {
  normal: 'Обычный',
  contrast: 'Высокая контрастность',
  large: 'Крупный текст',
  'contrast-large': 'Высокая контрастность и крупный текст',
};

/** Names of an account's states. */
export const stateNames: Record<AccountState, string> = {
  none: 'нет доступа',
  invited: 'ссылка отправлена',
  expired: 'ссылка устарела',
  open: 'есть доступ',
};

/** Words of the list of accounts and of adding officials. */
export const accountText = {
  title: 'Доступ и роли',
  lede: 'Кто может войти и что ему открыто. Роль действует только там, где дана.',
  empty: 'По такому отбору никого нет. Проверьте имя или сбросьте отбор.',
  search: 'Имя',
  person: 'Имя',
  unit: 'Где',
  allUnits: 'Везде',
  state: 'Доступ',
  roles: 'Роли сейчас',
  noRoles: 'ролей нет',
  roleAt: (role: string, unit: string) => `${role} (${unit})`,
  invite: 'Ссылка',
  inviteFull: (name: string) => `Ссылка для входа: ${name}`,
  addOfficial: 'Добавить сотрудника органа',
  officialTitle: 'Добавить сотрудника органа',
  officialLede:
    'Для тех, кого нет в списках школ: министерство, ИРО, ЦНППМ, муниципалитет. Сразу будет готова ссылка для входа.',
  officialSubmit: 'Добавить и сделать ссылку',
  officialAdded: 'Сотрудник добавлен. Передайте ему ссылку.',
  officialAddedAgain: 'Сотрудник уже добавлен.',
} as const;

/** Labels of the form for officials. */
export const officialLabels = {
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  email: 'Рабочая почта',
  login: 'Логин',
  unitId: 'Где работает',
  role: 'Роль',
  startedOn: 'Роль действует с',
} as const;
