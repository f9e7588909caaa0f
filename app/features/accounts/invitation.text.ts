import type { PasswordRule } from './account.ts';
import type { InvitationRule } from './invitation.ts';

/** One sentence per rule of passwords. */
export const passwordSentences: Record<PasswordRule, string> = {
  'password-short': 'Пароль короче 10 знаков. Подойдёт, например, фраза из нескольких слов.',
  'password-is-login': 'Пароль совпадает с логином. Придумайте другой.',
  'password-common':
    'Такой пароль подбирают в первую очередь. Придумайте другой: лучше всего фразу из нескольких слов.',
  'password-not-repeated': 'Пароли не совпали. Наберите второй раз то же самое.',
  'password-wrong': 'Нынешний пароль набран неверно.',
};

/** One sentence per rule of invitations. */
export const invitationSentences: Record<InvitationRule, string> = {
  'invite-oneself': 'Себе ссылка не нужна: пароль меняется на странице «Мои устройства и пароль».',
  'invite-above': 'У этого человека есть роли, которые вы не можете дать. Ссылку сделает тот, кто стоит выше.',
  'invite-login-wrong': 'В логине могут быть буквы, цифры, точка, дефис и «@», от 3 до 200 знаков.',
  'account-login-taken': 'Такой логин уже занят. Укажите другой, например рабочую почту.',
  'account-person-has-one': 'У этого человека уже есть учётная запись. Обновите страницу.',
  'invitation-gone': 'Ссылка больше не действует. Попросите того, кто её прислал, сделать новую.',
};

/** The letter that carries a link. */
export const letterText = {
  subject: 'Доступ к системе «Рядом»',
  body: (link: string, login: string) =>
    [
      'Здравствуйте!',
      '',
      'Вам открыт доступ к системе наставничества «Рядом».',
      `Логин: ${login}`,
      'Чтобы придумать пароль, откройте ссылку. Она сработает один раз в течение семи дней:',
      link,
      '',
      'Если вы не ждали этого письма, просто не отвечайте на него.',
    ].join('\n'),
};

/** Words of the pages about invitations. */
export const invitationText = {
  title: (name: string) => `Ссылка для входа: ${name}`,
  lede: 'По ссылке человек сам придумает пароль. Она действует семь дней и срабатывает один раз.',
  renew:
    'Учётная запись уже есть. По новой ссылке человек придумает новый пароль, а все его устройства выйдут из системы.',
  earlier: (until: string) => `Прежняя ссылка действует до ${until}. Новая её отменит.`,
  login: 'Логин',
  loginHint: 'Обычно рабочая почта. Потом его не изменить.',
  submit: 'Сделать ссылку',
  made: 'Ссылка готова.',
  madeAndMailed: 'Ссылка готова и отправлена письмом.',
  copyTitle: 'Передайте эту ссылку человеку',
  copyLabel: 'Ссылка',
  copyHint:
    'Она показана только сейчас. Передавайте лично или в рабочей переписке: кто откроет её первым, тот и задаст пароль.',
  another: 'Сделать другую ссылку',
  acceptTitle: 'Придумайте пароль',
  acceptLede: (name: string) => `Здравствуйте, ${name}! Остался один шаг.`,
  acceptLogin: 'Ваш логин',
  acceptSubmit: 'Сохранить пароль и войти',
  accepted: 'Пароль сохранён. Добро пожаловать!',
  goneTitle: 'Ссылка не действует',
  gone: 'Её уже использовали, отменили или прошло больше семи дней. Попросите того, кто её прислал, сделать новую.',
  toSignIn: 'Войти с паролем',
} as const;

/** Words about new passwords. */
export const passwordText = {
  password: 'Новый пароль',
  passwordHint: 'Не короче 10 знаков. Хорошо подходит фраза из нескольких слов.',
  repeat: 'Новый пароль ещё раз',
} as const;
