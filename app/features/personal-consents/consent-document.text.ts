import type { OwnPurpose } from '../consent-texts/consent-text.ts';

/** What the points of the built-in text of DT-29 say, by purpose; publication has a text of its own. */
export const purposeFields: Record<OwnPurpose, Record<string, string>> = {
  data_processing: {
    purpose: 'связь участников наставничества между собой и с куратором, планирование встреч',
    categories: 'личный номер телефона, личный адрес электронной почты, удобное время для связи',
    actions: 'запись, хранение, уточнение, использование, показ участникам моей пары, удаление',
    recipients: 'никому за пределами организации',
    term: 'пока я участвую в наставничестве или пока я не отзову согласие',
  },
  dissemination: {},
  centre_transfer: {
    purpose: 'составление и сопровождение индивидуального образовательного маршрута',
    categories:
      'фамилия, имя, отчество, должность, предмет, стаж, квалификационная категория, результаты диагностики профессиональных дефицитов',
    actions: 'передача, хранение, использование при составлении маршрута, удаление',
    recipients: 'центр непрерывного повышения профессионального мастерства педагогических работников региона',
    term: 'пока ведётся маршрут или пока я не отзову согласие',
  },
};

/** Words around the text. */
export const consentDocumentWords = {
  blankDate: '«___» ______________ 20___ г.',
  allowed: 'Разрешаю публиковать',
  forbidden: 'Не разрешаю публиковать',
  conditions: 'Мои условия и запреты',
  noConditions: 'не установлены',
  nothing: 'ничего',
  toTick: 'Отмечаю то, что разрешаю публиковать:',
  box: (name: string) => `☐ ${name}`,
  byHand: 'Адрес и документ, удостоверяющий личность: ______________________________________________',
  guardian: (name: string, document: string) => `Законный представитель: ${name}. Полномочия подтверждает: ${document}`,
  self: 'Подпись',
  guardianSigns: 'Подпись законного представителя',
  date: (day: string) => `Дата: ${day}`,
  mark: (name: string, moment: string, hash: string) =>
    `Подписано простой электронной подписью в системе «Рядом»: ${name}, ${moment}. Контрольная сумма показанного текста: ${hash}`,
};
