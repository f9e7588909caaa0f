/** Words around the text. */
export const consentDocumentWords = {
  allowed: 'да',
  forbidden: 'нет',
  toDecide: 'да / нет',
  underline: 'В таблице нужное подчеркнуть.',
  noConditions: 'не установлены',
  nothing: '—',
  noNumber: 'б/н',
  byHand: 'Адрес и документ, удостоверяющий личность: ____________________________________',
  guardian: (name: string, document: string) =>
    `Согласие дано вместе с законным представителем: ${name}. Полномочия подтверждает: ${document}.`,
  guardianSigns: 'Законный представитель',
  mark: (name: string, moment: string, hash: string) =>
    `Подписано простой электронной подписью в системе «Рядом»: ${name}, ${moment}. Контрольная сумма показанного текста: ${hash}.`,
};
