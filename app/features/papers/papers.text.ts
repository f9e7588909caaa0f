import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { Paper } from '../mentorships/mentorship-papers.ts';
import { goalLabels, planItemLabels, programmeLabels } from '../programmes/programme.text.ts';
import type { RegulationRule } from './regulation.ts';

/** One sentence per rule about a regulation. */
export const regulationSentences: Record<RegulationRule, string> = {
  'regulation-approved-after-start': 'Положение не может действовать раньше, чем его утвердили.',
  'regulation-in-future': 'Дата приказа ещё не наступила.',
  'regulation-overlaps': 'Новое положение должно начинаться позже прежнего. Проверьте первый день действия.',
};

const made: Record<Paper, string> = {
  terms: 'записаны один раз, отсюда берутся все остальные бумаги',
  mentorConsent: 'наставник увидит эти условия на своей странице и ответит',
  menteeConsent: 'наставляемый ответит на своей странице, оплату он не видит',
  supplement: 'текст с этими условиями, PDF и DOCX для подписи',
  programme: 'черновик с первой задачей и первым мероприятием',
  order: 'содержание войдёт в приказ, размер оплаты — нет',
  regulation: 'на него сошлётся приказ',
};

/** Words of the pages of papers. */
export const papersText = {
  title: 'Каких бумаг не хватает',
  lede: (total: number, lack: string) =>
    lack === 'all'
      ? `${counted(total, 'пара', 'пары', 'пар')} в работе и на подходе.`
      : total === 0
        ? 'Всё на месте.'
        : `${counted(total, 'паре', 'парам', 'парам')} чего-то не хватает. Нажмите на строку, чтобы сделать.`,
  export: 'Скачать XLSX',
  toRegulation: 'Положение организации',
  search: 'Имя наставника или наставляемого',
  lack: 'Чего не хватает',
  lackAny: 'чего-нибудь',
  lackAll: 'показать все пары',
  lackOne: (paper: string) => `нет: ${paper.toLowerCase()}`,
  searched: (lack: string, search: string) => `${lack}, «${search}»`,
  pairOf: (mentors: string, mentees: string) => `${mentees} — наставник ${mentors}`,
  stage: 'Состояние',
  presentLine: (papers: string) => `Уже есть: ${papers}.`,
  since: (what: string, day: string) => `${what}, с ${formatDay(day)}`,
  thereSince: (paper: string, day: string | null) =>
    day === null ? paper.toLowerCase() : `${paper.toLowerCase()} ${formatDay(day)}`,
  thereOn: (day: string | null) => (day === null ? 'есть' : `есть, ${formatDay(day)}`),
  nothingMissing: 'всё на месте',
  there: 'есть',
  unneeded: 'не нужно',
  empty: 'Все бумаги на месте: у каждой пары есть согласия, условия, соглашение, программа и приказ.',
  emptyFound: 'С таким отбором пар нет. Измените поиск или сбросьте отбор.',
  sheet: 'Бумаги',
  mentors: 'Наставник',
  mentees: 'Наставляемый',
  unit: 'Организация',
  startedOn: 'Начало',
  chosen: (lack: string) => `Отбор: ${lack}`,
  asOf: (day: string) => `По состоянию на ${formatDay(day)}`,

  headerTitle: 'Замысел программы',
  headerLede: 'Хватит замысла, одной задачи и одного мероприятия: остальное пара допишет сама.',
  headerSaved: 'Черновик программы создан.',
  hasProgramme: 'Программа этой пары уже начата. Откройте её, чтобы дополнить, или идите дальше.',
  openProgramme: 'Открыть программу',
  onwards: 'Дальше',
  firstGoal: 'Первая задача',
  firstItem: 'Первое мероприятие',
  firstTopic: 'Первая встреча: ожидания, затруднения, план',
  headerLabels: { ...goalLabels, ...planItemLabels, ...programmeLabels, goalAim: goalLabels.aim },

  checkTitle: 'Проверьте и составьте бумаги',
  checkLede: 'Всё записано один раз. Из этих условий будет составлено дополнительное соглашение.',
  checkedLede: 'Условия записаны. Ниже — что уже есть и чего ещё не хватает.',
  papers: 'Что получится',
  made,
  draw: 'Составить соглашение',
  drawn: 'Соглашение составлено. Распечатайте его и дайте подписать.',
  openSupplement: 'Открыть соглашение',

  regulationTitle: 'Положение о системе наставничества',
  regulationLede: (unit: string) =>
    `${unit}. Укажите, каким приказом утверждено положение: приказ о закреплении сошлётся на него.`,
  regulationSaved: 'Положение записано.',
  inForce: (number: string, approvedOn: string, startedOn: string) =>
    `Сейчас записано: приказ №\u00a0${number} от ${formatDay(approvedOn)}, действует с ${formatDay(startedOn)}. Новое положение завершит прежнее накануне.`,
  minutesHint: 'Например: протокол педагогического совета от 30.08.2026 № 1',
  noUnit: 'У вас нет организации, за положение которой вы отвечаете.',
  regulationLabels: {
    unitId: 'Организация',
    orderNumber: 'Номер приказа',
    approvedOn: 'Дата приказа',
    minutes: 'Чем принято',
    startedOn: 'Действует с',
  },

  approveTitle: 'Утвердить приказ',
  approveLede: 'Прочитайте приказ и программы: утверждаются ровно эти тексты. Номер система присвоит сама.',
  approveBoth: (programmes: number) =>
    programmes === 0 ? 'Утвердить' : `Утвердить приказ и ${counted(programmes, 'программу', 'программы', 'программ')}`,
  approved: (number: string) => `Приказ утверждён под № ${number}. Наставничество началось.`,
  programmeOf: (pair: string) => `Программа: ${pair}`,
  programmes: 'Программы, которые утверждаются вместе с приказом',
  lackingTitle: 'Чтобы утвердить приказ, не хватает:',
  lackingLine: (pair: string, what: string) => `${pair}: ${what}`,
  lacking: 'Сначала нужно собрать недостающее: список выше. Приказ останется ждать вас.',
};
