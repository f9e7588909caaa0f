/** Words of the printed consents to take part (DT-06, DT-07). */
export const participationWords = {
  titles: { mentor: 'Согласие наставника', mentee: 'Согласие наставляемого' },
  references: {
    mentor: 'статьи 351.8 Трудового кодекса Российской Федерации',
    mentee: 'письма Министерства просвещения Российской Федерации от 21 декабря 2021 г. № АЗ-1128/08',
  },
  noContent: 'По плану, который составят наставник и наставляемый.',
  noWork: 'по договорённости сторон',
  noNumber: 'б/н',
  mark: (name: string, moment: string) =>
    `Согласие дано в системе «Рядом», простая электронная подпись: ${name}, ${moment}.`,
  fileName: (title: string, person: string) => `${title}, ${person}`,
};
