import type { StimulusKind, StimulusRule, StimulusState } from './stimulus.ts';

/** Names of kinds. */
export const stimulusKindNames: Record<StimulusKind, string> = {
  stimulating: 'стимулирующая выплата',
  compensatory: 'компенсационная выплата',
  diploma: 'грамота или благодарность',
  attestation_credit: 'учёт при аттестации',
  competition_credit: 'преимущество в конкурсе на должность',
  reserve: 'кадровый резерв руководителей',
  contest_nomination: 'выдвижение на конкурс или в жюри',
  best_mentor_contest: 'участие в конкурсе лучших наставников',
  departmental_award: 'ведомственная награда',
  social_programme: 'социальная программа',
  grant: 'грант',
  state_badge: 'знак отличия «За наставничество»',
};

/** States of a record. */
export const stimulusStateNames: Record<StimulusState, string> = {
  proposed: 'предложено',
  approved: 'утверждено',
  paid: 'выплачено',
};

/** One sentence a rule. */
export const stimulusSentences: Record<StimulusRule, string> = {
  'money-needs-amount-and-period': 'Укажите сумму больше нуля и период, за который платят.',
  'money-too-large': 'Сумма больше миллиона рублей. Проверьте, нет ли лишних цифр.',
  'award-has-no-amount': 'У поощрения без денег не бывает суммы.',
  'stimulus-basis-length': 'Назовите основание: приказ, пункт положения или коллективного договора.',
  'stimulus-period-in-order': 'Последний день периода раньше первого. Поправьте даты.',
  'stimulus-mentorship-not-in-force': 'Поощряют за наставничество, которое действует или уже завершено.',
  'stimulus-for-oneself': 'О собственном поощрении решает другой человек.',
  'stimulus-same-person-twice':
    'Предлагают, утверждают и выплачивают три разных человека. Этот шаг должен сделать кто-то другой.',
  'stimulus-not-proposed': 'Решение по этой записи уже принято.',
  'stimulus-not-approved': 'Отметить выплату можно после того, как руководитель утвердит её, и только один раз.',
  'award-is-not-paid': 'Это поощрение без денег, выплаты по нему нет.',
  'paid-in-future': 'День выплаты ещё не наступил. Поставьте сегодняшний или прошедший день.',
};

/** Labels of the fields. */
export const stimulusLabels = {
  memberId: 'Наставник',
  kind: 'Вид',
  basis: 'Основание',
  amountKopecks: 'Сумма за период',
  startedOn: 'С какого дня',
  endedOn: 'По какой день',
  paidOn: 'День выплаты',
  version: 'Версия',
};

/** Words of the pages of recognition. */
export const stimulusText = {
  title: 'Поощрения',
  lede: 'Деньги и другие виды признания наставников: кого, за что и на каком основании.',
  empty: 'Поощрений пока нет. Предлагает куратор, утверждает руководитель, выплату отмечает кадровик.',
  emptyOwn: 'Здесь появятся ваши поощрения, когда руководитель их утвердит.',
  emptyFiltered: 'С таким отбором записей нет.',
  search: 'Имя',
  stateFilter: 'Состояние',
  whatFilter: 'Что',
  all: 'все',
  money: 'деньги',
  award: 'без денег',
  recipient: 'Кому',
  kind: 'Вид',
  period: 'Период',
  day: 'День',
  amount: 'Сумма',
  state: 'Состояние',
  hidden: 'видят руководитель и кадровик',
  mine: 'вам',
  from: (from: string, to: string) => `${from}–${to}`,
  pair: (mentor: string, mentees: string) => `${mentor}, наставляемый: ${mentees}`,
  proposeMoney: 'Предложить выплату',
  proposeAward: 'Предложить без денег',
  moneyTitle: 'Предложить выплату наставнику',
  moneyLede:
    'Запись утвердит руководитель, выплату отметит кадровик. Сумму после отправки видят только они и сам наставник.',
  moneyKindHint:
    'Роструд считает доплату наставнику стимулирующей, рекомендации министерства — компенсационной. Выберите так, как в вашем положении.',
  basisHint: 'Например: пункт 4.2 Положения об оплате труда, приказ № 12 от 01.09.2026',
  amountHint: 'Рубли и копейки, например 3 450,50',
  awardTitle: 'Предложить поощрение без денег',
  awardLede: 'Признание записывается наравне с деньгами и остаётся в истории наставника.',
  awardBasisHint: 'Приказ, решение педсовета, положение о конкурсе',
  awardDay: 'День',
  noMentors: 'Пока некого поощрить: нет наставничества, которое действует или завершено.',
  proposed: 'Предложение отправлено руководителю.',
  page: 'Поощрение',
  back: 'Поощрения',
  proposedBy: 'Предложил(а)',
  approvedBy: 'Утвердил(а)',
  paidBy: 'Отметил(а) выплату',
  paidOn: (day: string, name: string | null) => [day, name].filter(Boolean).join(', '),
  approve: 'Утвердить',
  approveOpen: 'Посмотреть и утвердить',
  approveTitle: 'Утвердить поощрение',
  approveLede: 'Проверьте основание, период и сумму. Получатель увидит запись после утверждения.',
  approved: 'Поощрение утверждено, наставник получил уведомление.',
  pay: 'Отметить выплату',
  payTitle: 'Отметить выплату',
  payLede: 'Отметьте день, когда деньги выплачены.',
  paid: 'Выплата отмечена.',
};
