/** Words of the printed notice of an early end that depend on who gave it. */
export const noticeWords = {
  toHead: (organisation: string, headInDative: string) => `Руководителю организации «${organisation}» ${headInDative}`,
  toSides: (names: string) => `Участникам наставничества: ${names}`,
  employer: 'Работодатель, руководитель',
  mentor: 'Наставник',
  mentee: 'Наставляемый',
  title: (name: string) => `Уведомление о досрочном прекращении: ${name}`,
  fileName: (name: string) => `Уведомление, ${name}`,
};
