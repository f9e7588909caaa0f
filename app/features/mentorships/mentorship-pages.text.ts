import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import { closingWordSentences } from './closing-word.text.ts';
import { mentorshipSentences } from './mentorship.text.ts';
import type { LegalBasis, MentorshipState, Side, Stage, TimelineAct } from './mentorship.ts';
import { noticeRuleSentences } from './mentorship-notice.text.ts';
import type { ReverseGround } from './mentorship-standing.ts';

/** Every sentence a form of this feature may need. */
export const allSentences = { ...noticeRuleSentences, ...mentorshipSentences, ...closingWordSentences };

/** What each act of the timeline says. */
export const timelineWords: Record<TimelineAct, string> = {
  proposeMentorship: 'Предложено обеим сторонам',
  answerConsent: 'Получен ответ стороны',
  recordPaperConsent: 'Внесён ответ на бумаге',
  activateMentorship: 'Приказ утверждён, наставничество началось',
  beginMentorship: 'Все согласны, наставничество началось',
  withdrawMentorship: 'Предложение отозвано',
  expireMentorship: 'Ответа не дождались, предложение снято',
  addMember: 'Пришёл новый участник',
  inviteMember: 'Приглашён новый участник',
  replaceMentor: 'Наставник заменён',
  endMembership: 'Участник вышел',
  pauseMentorship: 'Наставничество приостановлено',
  resumeMentorship: 'Наставничество возобновлено',
  writeTopic: 'Записана тема и цель',
  tellTopicResult: 'Записан результат темы',
  closeMentorship: 'Наставничество завершено',
  planMentorshipEnd: 'Назначен последний день наставничества',
  keepMentorship: 'Наставничество продолжено до срока',
};

/** By what somebody stands lower, in the dative. */
export const groundWords: Record<ReverseGround, string> = {
  age: 'по возрасту',
  tenure: 'по стажу',
  post: 'по должности',
};

/** Agreements of those who are no side: whose, and how each stands. */
export const permitWords = {
  home: {
    name: (mentor: string) => `Согласие организации наставника: ${mentor}`,
    asked: 'ждём ответа',
    given: 'есть',
    refused: 'отказ',
    withdrawn: 'отозвано',
  },
  guardian: {
    name: (minor: string) => `Согласие законного представителя: ${minor}`,
    asked: 'нужно',
    given: 'есть',
    refused: 'отказ',
    withdrawn: 'отозвано',
  },
};

/** How things stand, in one sentence under the heading. */
export const stateSentences: Record<MentorshipState, string> = {
  proposed: 'Предложение отправлено. Приказ можно готовить, когда согласятся обе стороны.',
  consented: 'Обе стороны согласны. Осталось подготовить и утвердить приказ.',
  active: 'Наставничество действует по приказу.',
  closed: 'Наставничество завершено.',
  declined: 'Одна из сторон отказалась. Это её право: отказ нигде больше не виден и ни на что не влияет.',
  withdrawn: 'Предложение отозвано до приказа.',
  expired:
    'За 14\u00a0дней ответили не все, предложение снято само. Место наставника снова свободно: предложите ещё раз или подберите другого.',
};

/** What the mentor is told about pay, by legal basis (Labour Code 351.8, DOMAIN 2.3). */
export const payNotes: Record<LegalBasis, string> = {
  labor_351_8:
    'Размер и условия оплаты куратор ещё записывает. Они войдут в дополнительное соглашение к вашему трудовому договору.',
  job_function: 'Помощь новичкам уже входит в вашу должностную инструкцию и оклад, отдельной доплаты нет.',
  civil_contract: 'Оплата — по договору об оказании услуг, который заключат с вами отдельно.',
  cooperation_agreement: 'Оплата — по договору о сотрудничестве между организациями.',
  volunteer: 'Оплаты нет: вы помогаете безвозмездно и по своей воле.',
  student_activity: 'Оплаты нет: это учебная или общественная деятельность.',
};

/** What ends a mentorship early, by legal basis. */
export const earlyEndNote = (basis: LegalBasis) =>
  basis === 'labor_351_8'
    ? 'Согласие не навсегда: закончить раньше можно в любой день, предупредив за три рабочих дня, причину называть не нужно.'
    : 'Согласие не навсегда: если что-то изменится, скажите куратору.';

/** What an own answer that is already there says, by stage. */
export const answeredSentences: Record<Stage, string> = {
  proposed: 'Ваш ответ записан. Когда ответят все, куратор подготовит приказ.',
  consented: 'Согласия получены. Куратор готовит приказ, до него ничего делать не нужно.',
  active: 'Наставничество действует.',
  paused: 'Наставничество приостановлено.',
  closed: 'Это наставничество завершено.',
  unheld: 'Предложение отозвано, от вас ничего не требуется. Ни на что другое это не влияет.',
  expired: 'Предложение снято, от вас ничего не требуется. Ни на что другое это не влияет.',
};

const period = (startedOn: string, endedOn: string) => `${formatDay(startedOn)}\u00a0– ${formatDay(endedOn)}`;

/** Words of the pages of mentorships. */
export const mentorshipText = {
  title: 'Пары',
  bundle: 'Собрать документы',
  lede: (total: number, isWhole: boolean) =>
    `${isWhole ? 'Всего' : 'Найдено'}: ${counted(total, 'пара', 'пары', 'пар')}.`,
  empty: 'Здесь появятся пары: предложенные, оформляемые и действующие. Начните с людей без наставника.',
  emptyOwn: 'Здесь появятся ваши пары, когда куратор предложит наставничество и приказ вступит в силу.',
  emptyUnit: 'Здесь появятся пары организации, когда куратор предложит наставничество.',
  emptyBetween: 'Здесь появятся пары, в которых наставник и наставляемый из разных организаций. Пока таких нет.',
  emptyFound: 'Ничего не нашлось. Измените поиск или состояние.',
  toMatching: 'Подобрать наставника',
  export: 'Скачать XLSX',
  search: 'Имя наставника или наставляемого',
  stage: 'Состояние',
  anyStage: 'все',
  mentor: 'Наставник',
  mentee: 'Наставляемый',
  form: 'Форма',
  kind: 'Вид',
  unit: 'Организация',
  period: 'Срок',
  startedOn: 'Начало',
  endedOn: 'Окончание',
  fileName: 'Наставничество',
  sheet: 'Пары',
  chosen: (stage: string, search: string) => `Отбор: ${stage}${search === '' ? '' : `, «${search}»`}`,
  asOf: (day: string) => `По состоянию на ${formatDay(day)}`,

  pageTitle: (mentee: string) => `Наставничество: ${mentee}`,
  back: 'Пары',
  terms: 'Условия',
  basis: 'Основание',
  focus: 'О чём',
  periodOf: period,
  finished: (startedOn: string, endedOn: string, finishedOn: string) =>
    `${period(startedOn, endedOn)}, завершено ${formatDay(finishedOn)}`,
  progress: 'Что уже есть',
  progressMissing: 'Чего не хватает',
  progressOver: 'Ответы',
  consentOf: (side: string, name: string) => `${side}: ${name}`,
  given: 'согласие есть',
  declined: 'отказ',
  awaited: 'ждём ответа',
  notAnswered: 'ответа не было',
  answerDetail: (day: string, manner: 'electronic' | 'paper') =>
    `${formatDay(day)}, ${manner === 'paper' ? 'на бумаге' : 'в системе'}`,
  consents: 'Согласия обеих сторон',
  orderNone: 'Приказа ещё нет',
  orderNeedless: 'Приказ для этого вида: достаточно согласий',
  needless: 'не нужен',
  orderStates: {
    draft: 'черновик',
    review: 'у руководителя',
    returned: 'возвращён',
    approved: 'утверждён',
  } as Readonly<Record<string, string>>,
  order: (number: string | null, day: string | null) =>
    number && day ? `Приказ №\u00a0${number} от ${formatDay(day)}` : 'Приказ о закреплении',
  later: 'позже',
  missing: 'нет',
  history: 'Как это было',
  when: 'Когда',
  what: 'Что произошло',
  who: 'Кто',
  historyEmpty: 'Записей пока нет.',
  system: 'система',
  recordConsent: (name: string) => `Внести ответ на бумаге: ${name}`,
  answerOwn: 'Ответить на предложение',
  draw: 'Подготовить приказ',
  openOrder: 'Открыть приказ',
  programme: 'Программа и план',
  withdraw: 'Отозвать предложение',
  close: 'Завершить',
  withWhom: 'С кем',
  activeByConsents: 'Наставничество действует: все согласны, приказ для этого вида не нужен.',
  activePaused: 'Наставничество приостановлено. Оно продолжится само, когда пауза закончится.',
  members: 'Участники',
  topics: 'Темы',
  both: 'Участники на равных',
  mutual: (one: string, two: string) => `${one} и ${two}: каждый учит и каждый учится`,
  lower: 'Почему реверсивное',
  lowerBy: (grounds: string) => `Первый участник ниже ${grounds}: поэтому учит и он`,
  pause: 'Приостановить',
  resume: 'Возобновить',
  pauses: 'Пауза',
  pausedUntil: (startedOn: string, endedOn: string) => `${period(startedOn, endedOn)}, потом продолжится само`,
  outcome: 'Итог',
  outcomeHint: 'Что получилось, своими словами. Можно оставить пустым.',
  again: 'Подобрать другого наставника',
  waitsOrder: 'Пара уже в приказе. Чтобы отозвать предложение, сначала отмените его черновик.',

  consentTitle: 'Предложение наставничества',
  consentLede: (side: Side, other: string) =>
    side === 'mentor' ? `Вам предлагают стать наставником: ${other}.` : `Вам предлагают наставника: ${other}.`,
  consentLedeReverse: (other: string) => `Вам и второму участнику предлагают учить друг друга: ${other}.`,
  consentLedePast: (side: Side, other: string) =>
    side === 'mentor' ? `Наставляемый: ${other}.` : `Наставник: ${other}.`,
  agreedTo: 'На что вы соглашаетесь',
  role: 'Ваша роль',
  roleReverse:
    'и наставник, и наставляемый: в своей теме вы учите второго, в его теме он учит вас. Вы на равных, цели есть у обоих',
  roleOf: {
    mentor: 'наставник: помогаете освоиться, вместе составляете программу, встречаетесь, даёте обратную связь',
    mentee: 'наставляемый: сами называете, что трудно, вместе с наставником выбираете темп и темы',
  } as Readonly<Record<Side, string>>,
  content: 'Содержание',
  contentNone: 'Темы вы определите вместе в программе',
  pay: 'Оплата',
  toPapers: 'Каких бумаг не хватает',
  paper: (name: string, what: string) => `${name}: ${what}`,
  paperThere: (name: string, day: string | null) => (day === null ? name : `${name}, ${formatDay(day)}`),
  there: 'есть',
  waitsForTerms:
    'Куратор ещё записывает условия работы и оплаты. Согласиться можно будет, когда они появятся на этой странице; отказаться — уже сейчас.',
  workTerm: 'Срок работы',
  workForm: 'Форма и объём работы',
  payMentee: 'Для вас участие бесплатно и ничего не меняет в вашей оплате.',
  early: 'Как закончить раньше',
  proposedBy: 'Кто предлагает',
  voluntary:
    'Участие добровольное. Отказ ни на что не влияет: ни на аттестацию, ни на оплату, ни на отношение. Причину называть не нужно. Об отказе узнают только куратор и руководитель.',
  answer: 'Ваш ответ',
  answerOptions: { given: 'Согласие даю', declined: 'Не участвую' },
  send: 'Отправить ответ',
  saidGiven: 'Спасибо, согласие записано.',
  saidDeclined: 'Ответ записан. Больше ничего делать не нужно.',
  ownAnswer: (day: string, isGiven: boolean) =>
    isGiven ? `Вы согласились ${formatDay(day)}.` : `Вы ответили «не участвую» ${formatDay(day)}.`,
  open: 'Открыть страницу пары',

  paperPrint: 'Распечатать согласие',
  paperTitle: 'Ответ на бумаге',
  paperLede: (side: string, name: string) =>
    `${side}: ${name}. Перенесите ответ с подписанного листа: сам лист храните в личном деле.`,
  paperAnswer: 'Что написано на бумаге',
  paperDate: 'Дата на бумаге',
  paperOptions: { given: 'согласие', declined: 'отказ' },
  paperSaved: 'Ответ внесён.',
  paperNotAwaited: 'Ответ этого человека уже записан, или предложение закрыто. Вносить нечего.',

  withdrawTitle: 'Отозвать предложение',
  withdrawLede:
    'Оба человека увидят, что предложение отозвано и от них ничего не требуется. Место наставника освободится.',
  withdrawn: 'Предложение отозвано.',
  closeTitle: 'Завершить наставничество',
  closeLede:
    'Программа, план и история останутся. Доступ обоих к странице пары закончится с последним днём, если у них нет других пар.',
  finishedOn: 'Последний день наставничества',
  finishedHint: (startedOn: string, endedOn: string) => `В пределах срока по приказу: ${period(startedOn, endedOn)}`,
  closed: 'Наставничество завершено.',

  labels: {
    answer: 'Ваш ответ',
    termsVersion: 'Условия',
    answeredOn: 'Дата на бумаге',
    outcome: 'Итог',
    finishedOn: 'Последний день наставничества',
    version: 'Версия',
  },
};
