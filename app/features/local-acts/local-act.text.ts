import { lackSentences } from '../mentorships/mentorship.text.ts';
import { paperSentences } from '../mentorships/mentorship-papers.text.ts';
import type { PaperRule } from '../mentorships/mentorship-papers.ts';
import type { LackRule } from '../mentorships/mentorship-rules.ts';
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
  ActRule | PaperRule | LackRule | 'local-act-number-taken' | 'no-capacity' | 'mentorship-not-consented',
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
  'local-act-number-taken': 'Такой номер за эту дату уже занят. Нажмите ещё раз: система возьмёт следующий.',
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
  title: 'Документы',
  lede: 'Приказы организации: что готовится, что ждёт подписи, что действует.',
  empty: 'Документов пока нет. Когда обе стороны пары согласятся, здесь можно будет подготовить приказ.',
  emptyFiltered: 'С таким отбором документов нет.',
  draw: 'Подготовить приказ о закреплении',
  heading: 'Документ',
  number: 'Номер и дата',
  state: 'Состояние',
  author: 'Составил',
  pairs: 'Пары',
  stateFilter: 'Состояние',
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
    registeredOn: 'Дата приказа',
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
  fileName: (number: string | null) => (number ? `Приказ № ${number}` : 'Проект приказа'),
  pairOption: (mentor: string, mentee: string) => `${mentor} — ${mentee}`,
  period: (from: string, to: string) => `${from} – ${to}`,
};

/** A registration number of the journal of mentoring orders: ordinal and the journal's letter. */
export const actNumber = (ordinal: number) => `${ordinal}-Н`;
