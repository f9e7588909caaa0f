import type { ActGroup, ActKind, Journal } from './act-type.ts';

/** What a document is called in lists (title) and the word printed over its heading (kind word of GOST R 7.0.97). */
export const actTypeWords: Record<ActKind, { title: string; kindWord: string }> = {
  introduction_order: { title: 'Приказ о внедрении системы наставничества', kindWord: 'ПРИКАЗ' },
  regulation: { title: 'Положение о системе наставничества', kindWord: 'ПОЛОЖЕНИЕ' },
  road_map: { title: 'Дорожная карта', kindWord: 'ДОРОЖНАЯ КАРТА' },
  curator_order: { title: 'Приказ о назначении куратора', kindWord: 'ПРИКАЗ' },
  assignment_order: { title: 'Приказ о закреплении наставников', kindWord: 'ПРИКАЗ' },
  mentor_consent: { title: 'Согласие наставника', kindWord: 'СОГЛАСИЕ' },
  mentee_consent: { title: 'Согласие наставляемого', kindWord: 'СОГЛАСИЕ' },
  contract_supplement: { title: 'Дополнительное соглашение о наставничестве', kindWord: 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ' },
  early_end_notice: { title: 'Уведомление о досрочном прекращении наставничества', kindWord: 'УВЕДОМЛЕНИЕ' },
  replacement_order: { title: 'Приказ о прекращении наставничества или замене наставника', kindWord: 'ПРИКАЗ' },
  programme: { title: 'Персонализированная программа', kindWord: 'ПРОГРАММА' },
  educational_route: { title: 'Индивидуальный образовательный маршрут', kindWord: 'МАРШРУТ' },
  diagnostics_protocol: { title: 'Протокол диагностики', kindWord: 'ПРОТОКОЛ' },
  reflection_sheet: { title: 'Лист рефлексии', kindWord: 'ЛИСТ РЕФЛЕКСИИ' },
  curator_report: { title: 'Отчёт куратора', kindWord: 'ОТЧЁТ' },
  participant_report: { title: 'Итоговый отчёт наставника и наставляемого', kindWord: 'ОТЧЁТ' },
  pay_order: { title: 'Приказ о доплате', kindWord: 'ПРИКАЗ' },
  mentor_portfolio: { title: 'Справка для аттестации (портфолио наставника)', kindWord: 'СПРАВКА' },
  award_submission: { title: 'Представление к награде', kindWord: 'ПРЕДСТАВЛЕНИЕ' },
  cooperation_agreement: { title: 'Договор о сотрудничестве', kindWord: 'ДОГОВОР' },
  data_consent: { title: 'Согласие на обработку персональных данных', kindWord: 'СОГЛАСИЕ' },
  dissemination_consent: { title: 'Согласие на распространение персональных данных', kindWord: 'СОГЛАСИЕ' },
  guardian_consent: { title: 'Согласие законного представителя', kindWord: 'СОГЛАСИЕ' },
  practice_card: { title: 'Карточка практики', kindWord: 'КАРТОЧКА ПРАКТИКИ' },
  meeting_minutes: { title: 'Протокол совещания', kindWord: 'ПРОТОКОЛ' },
  destruction_act: { title: 'Акт об уничтожении персональных данных', kindWord: 'АКТ' },
};

/** Headings of the groups on the page of new documents. */
export const actGroupNames: Record<ActGroup, string> = {
  system: 'Система наставничества в организации',
  pairs: 'Пары и группы',
  reports: 'Отчёты и протоколы',
  recognition: 'Доплата и признание',
  outside: 'Внешние связи и обмен опытом',
  personal: 'Личные документы участников',
};

/** Names of journals of registration. */
export const journalNames: Record<Journal, string> = {
  orders: 'Приказы по наставничеству',
  regulations: 'Локальные нормативные акты и планы',
  minutes: 'Протоколы и акты',
  reports: 'Отчёты и справки',
  agreements: 'Договоры',
  personal: 'Согласия и уведомления',
};
