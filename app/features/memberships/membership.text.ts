import { formatDay } from '#app/core/dates.ts';
import { mentorshipSentences } from '../mentorships/mentorship.text.ts';
import { paperSentences } from '../mentorships/mentorship-papers.text.ts';
import type { ChangeKind, ChangeState, MembershipRule } from './membership.ts';

/** One sentence per rule about members. */
const rules: Record<MembershipRule | 'replacement-already-open' | 'member-already-invited', string> = {
  'members-not-changeable': 'Состав меняют, пока предложение без ответов или наставничество действует.',
  'answers-already-given':
    'Кто-то уже ответил: согласие дано на прежний состав. Добавьте человека после приказа или отзовите предложение и соберите состав заново.',
  'not-a-group': 'Второго наставляемого добавляют только в наставничество вида «в группе».',
  'reverse-is-two': 'В реверсивном наставничестве двое учат друг друга. Третьего не добавляют.',
  'already-member': 'Этот человек уже участвует в эти дни.',
  'start-missing': 'Укажите день, с которого человек участвует.',
  'joins-outside-term': 'Этот день вне срока наставничества.',
  'replaced-too-early': 'Прежний наставник начал не раньше этого дня. Укажите более поздний.',
  'change-not-open': 'Приглашение уже не ждёт ответа: его отозвали, или наставничество завершено.',
  'change-not-consented': 'Согласия приглашённого ещё нет, или изменение уже внесено.',
  'consent-after-ground': 'Согласие дано позже даты приказа.',
  'ground-in-future': 'Дата приказа ещё не наступила.',
  'starts-before-ground': 'Первый день раньше даты приказа: задним числом состав не меняют.',
  'last-on-side': 'Последний на своей стороне не выходит: замените наставника или завершите наставничество.',
  'leaves-outside-term': 'Последний день должен быть в сроке участия и раньше его планового конца.',
  'already-left': 'Этот человек уже не участвует до конца срока. Обновите страницу.',
  'replacement-already-open': 'Замена этого наставника уже предложена. Сначала отзовите прежнее приглашение.',
  'member-already-invited': 'Этот человек уже приглашён сюда.',
};

/** Every sentence a form of this feature may need. */
export const membershipSentences = { ...paperSentences, ...mentorshipSentences, ...rules };

/** What each change is. */
export const changeKindWords: Record<ChangeKind, string> = {
  mentee_added: 'новый наставляемый',
  mentor_added: 'ещё один наставник',
  mentor_replaced: 'замена наставника',
};

/** Where a change stands. */
export const changeStateWords: Record<ChangeState, string> = {
  proposed: 'ждём ответа',
  consented: 'нужен приказ',
  done: 'внесено',
  declined: 'отказ',
  withdrawn: 'отозвано',
};

const period = (startedOn: string, endedOn: string) => `${formatDay(startedOn)}\u00a0– ${formatDay(endedOn)}`;

/** Words of the pages about members. */
export const membershipText = {
  title: 'Участники',
  lede: (kind: string) => `Кто, в какой роли и с какого дня участвует. Вид: ${kind}.`,
  membersNow: 'Состав',
  name: 'Имя',
  role: 'Роль',
  period: 'Дни участия',
  periodOf: period,
  consent: 'Согласие',
  act: 'Действие',
  leave: 'Выход',
  present: 'участвует',
  proposed: 'в предложении',
  left: 'вышел',
  coming: 'начнёт',
  state: 'Состояние',
  changes: 'Приглашения',
  unit: 'Организация',
  changesEmpty: 'Приглашений нет.',
  since: 'С какого дня',
  what: 'Что',
  addMentee: 'Добавить наставляемого',
  addMentor: 'Добавить наставника',
  replace: 'Заменить наставника',
  backToPair: 'Страница наставничества',
  terms: 'Условия и соглашение',
  ownTerms: 'Условия вашей работы и оплаты',
  paper: 'Ответ на бумаге',
  done: 'Записать приказ',
  withdraw: 'Отозвать',

  addTitle: { mentor: 'Добавить наставника', mentee: 'Добавить наставляемого' },
  addLedeProposed:
    'Пока никто не ответил, человек сразу войдёт в предложение и получит его вместе с остальными. В приказе будут названы все.',
  addLedeActive:
    'Человек получит приглашение. Когда он согласится, запишите приказ — и он войдёт в состав. Программа и срок остаются.',
  search: 'Поиск по имени',
  person: 'Кто',
  personHint: 'Первые двадцать по алфавиту. Если нужного нет, найдите по имени.',
  nobody: 'Никого не нашлось. Измените поиск.',
  startedOn: 'Участвует с',
  add: 'Добавить',
  invite: 'Пригласить',
  added: 'Участник добавлен в предложение.',
  invited: 'Приглашение отправлено.',

  replaceTitle: 'Заменить наставника',
  replaceLede:
    'Новый наставник получит приглашение. После его согласия и приказа прежний заканчивает накануне. Программа, план, маршрут и срок не прерываются; сделанное каждым остаётся за ним.',
  whom: 'Кого заменить',
  byWhom: 'Новый наставник',
  reason: 'Почему',
  reasonHint: 'Например: увольнение, просьба одной из сторон. Текст видят куратор и руководитель.',

  leaveTitle: 'Выход из наставничества',
  leaveLede: (name: string) => `${name}. Сделанное сохранится, роль закончится с последним днём.`,
  lastOn: 'Последний день участия',
  leaveDone: 'Выход записан.',
  leaveNone: 'Здесь некого выводить: человек уже не участвует.',

  invitationTitle: 'Приглашение в наставничество',
  invitationLede: 'Наставничество уже идёт, вас зовут присоединиться. Ответ за вами.',
  invitationOver: 'Приглашение закрыто.',
  roleOf: {
    mentee_added: 'наставляемый в группе: сами называете, что трудно, выбираете темп и темы',
    mentor_added: 'наставник вместе с другими: делите темы и встречи',
    mentor_replaced: 'наставник вместо прежнего: программа и план продолжаются',
  } as Readonly<Record<ChangeKind, string>>,
  with: 'С кем',
  yourPeriod: 'Срок для вас',
  yourAnswer: 'Ваш ответ',
  options: { given: 'Согласие даю', declined: 'Не участвую' },
  voluntary: 'Участие добровольное. Отказ ни на что не влияет, причину называть не нужно.',
  send: 'Отправить ответ',
  sentGiven: 'Спасибо, согласие записано.',
  sentDeclined: 'Ответ записан. Больше ничего делать не нужно.',
  ownGiven: 'Вы согласились. Куратор запишет приказ, до него ничего делать не нужно.',
  ownDeclined: 'Вы ответили «не участвую».',
  ownDone: 'Вы участвуете в этом наставничестве.',
  ownWithdrawn: 'Приглашение отозвано, от вас ничего не требуется.',

  paperTitle: 'Ответ на бумаге',
  paperLede: (name: string) => `${name}. Перенесите ответ с подписанного листа.`,
  paperAnswer: 'Что написано на бумаге',
  paperOptions: { given: 'согласие', declined: 'отказ' },
  paperDate: 'Дата на бумаге',
  paperSaved: 'Ответ внесён.',
  notAwaited: 'Это приглашение уже не ждёт такого действия.',

  doneTitle: 'Изменение состава по приказу',
  doneLede: (kind: string, name: string) =>
    `${kind}: ${name}. Приказ не раньше согласия, первый день не раньше приказа.`,
  replacedLede: (name: string) => `Прежний наставник ${name} заканчивает накануне первого дня нового.`,
  ground: 'Приказ или другое основание',
  groundHint: 'Например: приказ № 18-Н.',
  orderedOn: 'Дата приказа',
  carryOut: 'Внести изменение',
  carriedOut: 'Состав изменён.',

  withdrawTitle: 'Отозвать приглашение',
  withdrawLede: (name: string) => `${name} увидит, что приглашение отозвано. Место освободится.`,
  withdrawn: 'Приглашение отозвано.',

  labels: {
    personId: 'Кто',
    memberId: 'Кого заменить',
    startedOn: 'Участвует с',
    reason: 'Почему',
    lastOn: 'Последний день участия',
    answer: 'Ответ',
    answeredOn: 'Дата на бумаге',
    ground: 'Приказ или другое основание',
    orderedOn: 'Дата приказа',
    version: 'Версия',
  },
};
