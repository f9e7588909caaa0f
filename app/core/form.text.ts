/** Sentences for what a schema refuses; `label` is the field's name on the form. */
export const formSentences = {
  missing: (label: string) => `Заполните поле «${label}».`,
  chooseOne: (label: string) => `Выберите значение в поле «${label}».`,
  tooLong: (label: string, most: number) => `В поле «${label}» слишком много текста: не больше ${most} знаков.`,
  day: (label: string) => `В поле «${label}» нужна дата в виде дд.мм.гггг, например 01.09.2026.`,
  money: (label: string) => `В поле «${label}» нужна сумма в рублях, копейки через запятую, например 3 450,50.`,
  percent: (label: string) => `В поле «${label}» нужен процент, например 15 или 12,5.`,
  number: (label: string) => `В поле «${label}» нужно целое число.`,
  range: (label: string, least: number, most: number) => `В поле «${label}» нужно число от ${least} до ${most}.`,
  intervals: (label: string) =>
    `В поле «${label}» нужно время в виде 14:00–16:00; несколько промежутков через запятую, не больше четырёх.`,
  controls: (label: string) =>
    `В поле «${label}» есть невидимые служебные знаки. Наберите текст заново или вставьте его без форматирования.`,
  wrong: (label: string) => `Проверьте поле «${label}»: такое значение не подходит.`,
  unknownField: 'Страница устарела или была изменена. Откройте её заново и повторите; набранное сохранено ниже.',
  repeatedField: (label: string) => `Поле «${label}» пришло несколько раз. Откройте страницу заново и повторите.`,
  stale:
    'Пока вы заполняли форму, запись изменил другой человек. Ниже показано, что стоит сейчас и что набрали вы. Сохраните ещё раз, чтобы оставить своё, или вернитесь назад.',
  unknownRule: 'Сейчас это сделать нельзя. Обновите страницу и посмотрите, что изменилось.',
};

/** Sentences for rules of the forms themselves, whatever a form is about. */
export const ruleSentences: Readonly<Record<string, string>> = {
  'once-different': 'Эта форма уже отправлена с другими данными. Откройте её заново.',
};
