import { formatDay } from '#app/core/dates.ts';

/** Words of the pages about versions and the end of acts. */
export const versionText = {
  beginTitle: 'Новая редакция',
  beginLede: (heading: string) =>
    `${heading}. Утверждённый текст не меняется. Будет создан черновик с тем же содержанием: исправьте его и отправьте руководителю. Прежняя редакция действует, пока не вступит в силу новая.`,
  begin: 'Составить новую редакцию',
  begun: 'Черновик новой редакции готов. Исправьте текст и отправьте руководителю.',
  repealTitle: 'Отменить действие документа',
  repealLede: (heading: string) =>
    `${heading}. Документ останется в журнале, но перестанет действовать. Номер больше никому не достанется.`,
  repeal: 'Отменить действие',
  repealed: (day: string) => `Документ не действует с ${formatDay(day)}.`,
  labels: { repealedFrom: 'Не действует с', reason: 'Почему' },
};
