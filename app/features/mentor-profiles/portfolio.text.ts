import type { ReadySide } from './mentor-profile.ts';
import type { ResultKind, ResultState } from './mentor-result.ts';

/** Kinds of results. */
export const resultKindNames: Record<ResultKind, string> = {
  pupils: 'достижения учеников',
  exams: 'ВПР, ОГЭ, ЕГЭ',
  contest: 'профессиональный конкурс',
  practice: 'мастер-класс, открытый урок',
  mentoring: 'работа с прежними наставляемыми',
  publication: 'публикация, разработка',
  other: 'другое',
};

/** How far a result has come. */
export const resultStateNames: Record<ResultState, string> = {
  waiting: 'ждёт подтверждения',
  confirmed: 'подтверждён',
  withdrawn: 'отозван',
};

/** What is measured, before and after: 'средний балл: 54 → 63'. */
export function changeWords(result: { measure: string; valueBefore: string; valueAfter: string }): string {
  const { measure, valueBefore, valueAfter } = result;
  const change = valueBefore && valueAfter ? `${valueBefore} → ${valueAfter}` : valueAfter || valueBefore;
  return [measure, change].filter(Boolean).join(': ');
}

/** Words of the pages of results. */
export const resultText = {
  addTitle: 'Добавить результат',
  addLede: (name: string) =>
    `${name}. Что получилось, как это измерили и чем подтвердить. Куратор или руководитель посмотрит подтверждение.`,
  titleHint: 'Одной строкой, например: «Средний балл ЕГЭ по физике вырос на девять баллов».',
  measureHint: 'Например: средний балл, число призёров, доля успевающих.',
  evidenceHint: 'Адрес, по которому это можно увидеть. Если подтверждение на бумаге, оставьте пустым.',
  paperHint: 'Название документа, номер и дата.',
  addSubmit: 'Добавить',
  added: 'Результат добавлен. Он зачтётся, когда его подтвердит куратор или руководитель.',
  confirmTitle: 'Подтвердить результат',
  confirmLede: (name: string) => `${name}. Подтверждайте, если видели документ или страницу по ссылке.`,
  confirmSubmit: 'Подтвердить',
  confirmed: 'Результат подтверждён. Теперь он виден всем, кто видит анкету.',
  withdrawTitle: 'Отозвать результат',
  withdrawLede: (name: string) => `${name}. Результат перестанет учитываться, но останется в истории анкеты.`,
  withdrawSubmit: 'Отозвать',
  withdrawn: 'Результат отозван.',
  evidence: 'Подтверждение',
  openEvidence: 'открыть подтверждение',
  confirm: 'Подтвердить',
  withdraw: 'Отозвать',
  acts: 'Что можно сделать',
  caption: 'Результаты наставника',
  empty: 'Подтверждённых результатов пока нет.',
  emptyOwn: 'Результатов пока нет. Добавьте первый: хватит одного, который можно подтвердить.',
  labels: {
    title: 'Что получилось',
    kind: 'Вид',
    year: 'Год',
    measure: 'Что измеряли',
    valueBefore: 'Было',
    valueAfter: 'Стало',
    evidenceLink: 'Ссылка на подтверждение',
    evidencePaper: 'Документ на бумаге',
    version: 'Версия',
  },
};

/** Words of the page of strengths. */
export const strengthsText = {
  title: 'Сильные стороны',
  lede: (name: string) => `${name}. Отметьте, в чём можете помочь: остальное оставьте как есть.`,
  levels: ['не моё', 'знаю', 'знаю хорошо', 'учу других'],
  level: (level: number) => strengthsText.levels[level] ?? '',
  saved: 'Сильные стороны сохранены.',
};

/** Words of the page of free time. */
export const slotsText = {
  title: 'Свободное время',
  lede: (name: string) => `${name}. По этим часам ищут время, общее для пары.`,
  hint: 'Пишите как удобно: 14:00–16:00 или 14-16. Несколько промежутков через запятую, пусто — времени нет.',
  saved: 'Свободное время сохранено.',
  short: { monday: 'пн', tuesday: 'вт', wednesday: 'ср', thursday: 'чт', friday: 'пт', saturday: 'сб' },
  none: 'не указано',
  labels: {
    monday: 'Понедельник',
    tuesday: 'Вторник',
    wednesday: 'Среда',
    thursday: 'Четверг',
    friday: 'Пятница',
    saturday: 'Суббота',
  },
};

/** Words of the page of readiness; the codes are of 000-20 and 000-21. */
export const readinessText = {
  title: 'Готовность к работе в паре',
  lede: {
    mentor: 'Прочитайте кодекс наставника и отметьте, что к вам относится. Отметку можно снять в любой день.',
    mentee: 'Прочитайте кодекс наставляемого и отметьте, что к вам относится. Отметку можно снять в любой день.',
  } as Readonly<Record<ReadySide, string>>,
  codeTitle: { mentor: 'Кодекс наставника', mentee: 'Кодекс наставляемого' } as Readonly<Record<ReadySide, string>>,
  code: {
    mentor: [
      'Рассказываю о себе и о том, что мне интересно в профессии.',
      'Говорю честно и открыто.',
      'Принимаю обратную связь и учусь сам.',
      'Не рассказываю другим о содержании нашей работы и о личных данных наставляемого.',
      'Даю спрашивать обо всём, не боясь оценки.',
    ],
    mentee: [
      'Знаю, чего хочу добиться.',
      'Выбираю наставника, которому могу доверять.',
      'Готов следовать советам и пробовать.',
      'Прошу о помощи, когда она нужна.',
      'Спрашиваю, как у меня получается.',
    ],
  } as Readonly<Record<ReadySide, readonly string[]>>,
  accept: { mentor: 'Принимаю кодекс наставника', mentee: 'Принимаю кодекс наставляемого' } as Readonly<
    Record<ReadySide, string>
  >,
  since: (day: string) => `отмечено ${day}`,
  saved: 'Сохранено.',
  labels: {
    isCodeAccepted: 'Кодекс',
    isWritingReady: 'Готов переписываться: отвечаю на сообщения в течение пары рабочих дней',
    isInternetReady: 'Уверенно пользуюсь почтой, видеозвонками и обменом файлами',
  },
};
