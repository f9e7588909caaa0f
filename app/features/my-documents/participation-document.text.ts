/** Words of the printed consents to take part (DT-06, DT-07). */
export const participationWords = {
  titles: { mentor: 'Согласие наставника', mentee: 'Согласие наставляемого' },
  noContent: 'по плану, который составят наставник и наставляемый',
  noWork: 'по договорённости сторон',
  signature: 'Подпись',
  blankDate: 'Дата: «___» ______________ 20___ г.',
  date: (day: string) => `Дата: ${day}`,
  mark: (name: string, moment: string) => `Согласие дано в системе «Рядом» (простая электронная подпись): ${name}, ${moment}`,
  fileName: (title: string, person: string) => `${title}, ${person}`,
};
