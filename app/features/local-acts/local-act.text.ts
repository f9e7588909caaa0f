import { lackSentences } from '../mentorships/mentorship.text.ts';
import { paperSentences } from '../mentorships/mentorship-papers.text.ts';
import type { PaperRule } from '../mentorships/mentorship-papers.ts';
import type { LackRule } from '../mentorships/mentorship-rules.ts';
import { endSentences } from './act-force.text.ts';
import type { EndRule } from './act-force.ts';
import { numberSentences } from './act-number.text.ts';
import type { NumberRule } from './act-number.ts';
import type { ActRule, ActState } from './local-act.ts';
import type { NameCase } from './name-cases.ts';

/** Names of states. */
export const actStateNames: Record<ActState, string> = {
  draft: 'черновик',
  review: 'у руководителя',
  returned: 'возвращён',
  approved: 'утверждён',
  cancelled: 'отменён',
};

/** One sentence per rule. */
export const actSentences: Record<
  | ActRule
  | EndRule
  | NumberRule
  | 'act-number-ordinal-taken'
  | PaperRule
  | LackRule
  | 'no-capacity'
  | 'mentorship-not-consented',
  string
> = {
  ...paperSentences,
  ...lackSentences,
  'text-outdated':
    'Условия работы изменились после того, как составили приказ. Верните его куратору: он составит текст заново.',
  'nothing-chosen': 'Отметьте хотя бы одну пару, которую закрепляет приказ.',
  'not-consented':
    'В приказ входят только пары, где согласие дали обе стороны. Проверьте отмеченные пары: у одной из них согласий ещё нет или предложение закрыто.',
  'in-another-order': 'Одна из отмеченных пар уже стоит в другом приказе. Снимите отметку или откройте тот приказ.',
  'no-head':
    'В системе нет действующего руководителя организации, которому можно отдать приказ на подпись. Попросите администратора открыть ему роль.',
  'approver-is-author':
    'Приказ утверждает не тот, кто его составил. Передайте его куратору: пусть он подготовит приказ, а вы утвердите.',
  'other-signer': 'В тексте указан другой подписывающий. Верните приказ куратору, чтобы он обновил подпись.',
  'text-changed': 'Текст изменился после того, как вы открыли страницу. Прочитайте новый текст ниже и решите ещё раз.',
  'not-editable': 'Этот документ уже отправлен или утверждён, изменить его нельзя.',
  'not-under-review': 'Документ уже не ждёт решения: его утвердили, вернули или отозвали. Обновите страницу.',
  'date-in-future': 'Дата приказа не может быть позже сегодняшнего дня.',
  'consent-after-order':
    'Согласие одной из сторон дано позже даты приказа. Поставьте дату приказа не раньше последнего согласия.',
  'programme-due-in-past': 'Срок первых результатов уже прошёл. Поставьте дату не раньше сегодняшней.',
  ...numberSentences,
  ...endSentences,
  'not-author': 'Отозвать документ может только тот, кто его отправил.',
  'review-waiting':
    'Ответили ещё не все, кого попросили посмотреть текст. Дождитесь ответов или срока: после него можно решать без них.',
  'review-due-in-past': 'Срок ответа уже прошёл. Поставьте дату не раньше сегодняшней.',
  'reviewer-unknown':
    'Кого-то из отмеченных попросить нельзя: он не работает в организации или не входит в систему. Отметьте других.',
  'council-missing':
    'Этот документ принимает педагогический совет. Внесите номер и дату протокола, которым принят именно этот текст.',
  'union-missing':
    'Нужно мнение профсоюза о тексте (статья\u00a0372 Трудового кодекса). Внесите его или отметьте, что профсоюза в организации нет.',
  'signature-refused': 'Документы этого вида так не подписывают. Выберите другой вид подписи.',
  'force-before-number':
    'Документ не может действовать раньше своей даты. Поставьте первый день действия не раньше неё.',
  'no-capacity': 'У одного из наставников больше нет свободных мест. Верните приказ куратору.',
  'mentorship-not-consented': 'Одна из пар приказа уже не ждёт закрепления. Верните приказ куратору.',
};

/** Names of cases with the question each answers. */
export const nameCaseLabels: Record<NameCase, string> = {
  genitive: 'кого',
  dative: 'кому',
  accusative: 'кого (закрепить)',
  instrumental: 'за кем (закрепить)',
};

/** Words of the pages of local acts. */
export const actText = {
  shortTenure: (tenure: string) =>
    `Для знака отличия «За наставничество» нужно не меньше пяти лет личного наставничества (Указ № 94), а по данным учёта — ${tenure}. Остальное подтвердите приказами за прежние годы и укажите в стаже до начала учёта.`,
  title: 'Документы',
  lede: 'Журнал документов организации: что готовится, что ждёт решения, что действует.',
  empty: 'Документов пока нет. Начните с положения и приказа о внедрении: список обязательных — по кнопке выше.',
  emptyFiltered: 'С таким отбором документов нет.',
  draw: 'Подготовить приказ о закреплении',
  heading: 'Документ',
  number: 'Номер и дата',
  state: 'Состояние',
  author: 'Составил',
  pairs: 'Пары',
  stateFilter: 'Состояние',
  search: 'Название или номер',
  kindFilter: 'Вид документа',
  year: 'Год',
  asOf: 'Действует на дату',
  force: 'Действует',
  since: (from: string) => `с ${from}`,
  toSet: 'Обязательные документы',
  toNumbering: 'Номера',
  export: 'Скачать XLSX',
  all: 'все',
  noNumber: 'без номера',
  numbered: (number: string, day: string) => `№ ${number} от ${day}`,
  draftTitle: 'Приказ о закреплении наставников',
  draftLede: 'Отметьте пары, которые готовы: согласие дали обе стороны. Тексты согласий и условия подставятся сами.',
  draftEmpty: 'Готовых пар нет: приказ готовят, когда согласие дали обе стороны.',
  toMentorships: 'Посмотреть пары',
  labels: {
    mentorshipIds: 'Пары',
    programmeDueOn: 'Первые результаты по программам — до',
    control: 'Контроль за исполнением',
    nameKey: 'Имя',
    nameText: 'Имя в нужном падеже',
    registeredOn: 'Дата документа',
    inForceOn: 'Действует с',
    signatureKind: 'Как подписывается',
    reviewerIds: 'Кого попросить посмотреть текст',
    reviewDueOn: 'Ответить до',
    hash: 'Текст приказа',
    reason: 'Что исправить',
    version: 'Версия',
    unitId: 'Организация',
  },
  controlOptions: { head: 'оставляю за собой', author: 'возложить на куратора (на вас)' },
  create: 'Составить приказ',
  created: 'Приказ составлен. Проверьте падежи имён и отправьте руководителю.',
  editTitle: 'Текст приказа',
  editLede: 'Имена просклонены автоматически. Поправьте, если склонение неверное: исправленная форма запомнится.',
  names: 'Имена в тексте',
  saved: 'Текст обновлён.',
  submit: 'Отправить руководителю',
  submitLede: 'Руководитель увидит ровно этот текст и утвердит его или вернёт с замечанием.',
  reviewersHint: 'Не обязательно. Каждый ответит один раз; после срока руководитель может решать без ответа.',
  submitted: (name: string) => `Приказ отправлен на подпись: ${name}.`,
  cancel: 'Отменить черновик',
  cancelLede: 'Черновик останется в журнале, но действовать не будет.',
  cancelled: 'Черновик отменён, пары снова можно включить в приказ.',
  edit: 'Исправить текст',
  approve: 'Утвердить',
  approveTitle: 'Утвердить приказ',
  approveLede: 'Прочитайте текст: утверждается ровно он. Номер система присвоит сама.',
  approved: (number: string) => `Приказ утверждён под № ${number}. Наставничество началось.`,
  returnTitle: 'Вернуть на доработку',
  returnAct: 'Вернуть куратору',
  returned: 'Приказ возвращён куратору с вашим замечанием.',
  returnedBecause: (reason: string) => `Руководитель вернул документ: ${reason}`,
  preview: 'Текст документа',
  pdf: 'Скачать PDF',
  docx: 'Скачать DOCX',
  hashLine: (hash: string) => `Контрольная сумма текста: ${hash.slice(0, 16)}…`,
  approvedLine: (name: string, day: string) => `Утвердил(а) ${name}, ${day}`,
  waitsFor: (name: string) => `Ждёт решения: ${name}`,
  back: 'Документы',
  fileName: (title: string, number: string | null) => (number ? `${title} № ${number}` : `${title}, проект`),
  pairOption: (mentor: string, mentee: string) => `${mentor} — ${mentee}`,
  period: (from: string, to: string) => `${from} – ${to}`,
};
