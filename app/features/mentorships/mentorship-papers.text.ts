import type { Paper, PaperRule } from './mentorship-papers.ts';

/** Names of papers. */
export const paperNames: Record<Paper, string> = {
  terms: 'Условия работы и оплаты',
  mentorConsent: 'Согласие наставника',
  menteeConsent: 'Согласие наставляемого',
  supplement: 'Дополнительное соглашение',
  programme: 'Программа',
  order: 'Приказ',
  regulation: 'Положение о наставничестве',
};

/** What is missing, in a few words: for lists and tables. */
export const missingWords: Record<PaperRule, string> = {
  'terms-need-content': 'нет содержания работы',
  'terms-need-form': 'нет срока и формы работы',
  'terms-need-pay': 'нет размера и условий оплаты',
  'zero-pay-needs-ground': 'работа без оплаты, нет решения руководителя',
  'job-description-missing': 'нет ссылки на должностную инструкцию',
  'mentor-consent-missing': 'наставник ещё не ответил',
  'mentee-consent-missing': 'наставляемый ещё не ответил',
  'supplement-missing': 'не составлено',
  'supplement-outdated': 'составлено по прежним условиям',
  'supplement-unsigned': 'не подписано обеими сторонами',
  'programme-missing': 'не составлена',
  'programme-not-approved': 'не утверждена',
  'order-missing': 'не подготовлен',
  'order-not-approved': 'не утверждён',
  'regulation-missing': 'нет ссылки на положение',
};

/** What the button that brings the paper about says. */
export const paperActs: Record<PaperRule, string> = {
  'terms-need-content': 'Заполнить условия',
  'terms-need-form': 'Дополнить условия',
  'terms-need-pay': 'Дополнить условия',
  'zero-pay-needs-ground': 'Решить о работе без оплаты',
  'job-description-missing': 'Указать должностную инструкцию',
  'mentor-consent-missing': 'Внести ответ на бумаге',
  'mentee-consent-missing': 'Внести ответ на бумаге',
  'supplement-missing': 'Составить соглашение',
  'supplement-outdated': 'Составить соглашение заново',
  'supplement-unsigned': 'Отметить подписание',
  'programme-missing': 'Составить программу',
  'programme-not-approved': 'Открыть программу',
  'order-missing': 'Подготовить приказ',
  'order-not-approved': 'Открыть приказ',
  'regulation-missing': 'Указать положение',
};

/** One sentence per rule: what is missing and what to do next. */
export const paperSentences: Record<PaperRule, string> = {
  'terms-need-content':
    'Не записано содержание работы наставника. Заполните условия: статья\u00a0351.8 требует назвать содержание, срок, форму и оплату.',
  'terms-need-form': 'Не записаны срок и форма работы наставника. Дополните условия.',
  'terms-need-pay': 'Не записаны размер и условия оплаты работы наставника. Дополните условия.',
  'zero-pay-needs-ground':
    'Работа по статье\u00a0351.8 записана без оплаты. Нужно письменное основание руководителя, без него дальше нельзя.',
  'job-description-missing': 'Не указано, где в должностной инструкции записана помощь новичкам.',
  'mentor-consent-missing': 'Нет согласия наставника.',
  'mentee-consent-missing': 'Нет согласия наставляемого.',
  'supplement-missing': 'Не составлено дополнительное соглашение к трудовому договору наставника.',
  'supplement-outdated': 'Условия изменились после того, как составили соглашение. Составьте соглашение заново.',
  'supplement-unsigned':
    'Дополнительное соглашение ещё не подписано обеими сторонами, или подписи не отмечены в системе.',
  'programme-missing': 'Не составлена программа наставничества.',
  'programme-not-approved': 'Программа наставничества ещё не утверждена руководителем.',
  'order-missing': 'Приказ ещё не подготовлен.',
  'order-not-approved': 'Приказ ещё не утверждён.',
  'regulation-missing': 'Не указано, каким приказом утверждено положение о системе наставничества.',
};
