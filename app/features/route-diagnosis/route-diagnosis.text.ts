import { blockNames } from '../diagnostic-instruments/instrument.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { DiagnosisRule } from './route-diagnosis.ts';

/** One sentence per rule. */
export const diagnosisSentences: Record<DiagnosisRule, string> = {
  'nothing-told': 'Запишите достижения хотя бы в одной области: пустой лист ничего не говорит.',
  'nothing-measured': 'Внесите баллы хотя бы одного блока.',
  'points-over-maximum': 'Баллов больше, чем даёт этот блок. Проверьте число.',
  'instrument-not-in-use':
    'Этот инструмент в указанный день не применяется. Выберите другой инструмент или другой день.',
  'diagnosis-in-future': 'День диагностики ещё не наступил. Укажите сегодняшний день или более ранний.',
  'deficit-already-open': 'В этой области дефицит уже открыт: добавлять его второй раз не нужно.',
};

const perArea = (prefix: string, label: (area: string) => string) =>
  Object.fromEntries(Object.entries(areaNames).map(([area, name]) => [`${prefix}_${area}`, label(name)]));

/** Words of the pages. */
export const diagnosisText = {
  title: 'Диагностика',
  heading: (owner: string) => `Диагностика: ${owner}`,
  ownHeading: 'Моя диагностика',
  lede: 'Девять областей: на что опираюсь и что пока трудно. Слева самооценка, справа внешний инструмент.',
  ledeShared: 'Вам видны области, которые педагог открыл. Он может закрыть их в любой момент.',
  nothingShared: 'Педагог пока не открыл ни одной области.',
  tellStrengths: 'Записать достижения',
  tellDifficulties: 'Оценить затруднения',
  tellAgain: 'Оценить снова',
  enterMeasured: 'Внести результаты',
  nameDeficit: 'Назвать дефицит',
  share: 'Кому видно',
  areas: 'Девять областей',
  columns: {
    area: 'Область',
    self: 'Самооценка',
    external: 'Внешняя диагностика',
    strength: 'Достижения и ресурсы',
    deficit: 'Дефицит',
  },
  percent: (percent: number) => `${percent} %`,
  change: (before: number, after: number) => `${before} → ${after} %`,
  open: 'открыт',
  closedOn: (day: string) => `закрыт ${day}`,
  since: (day: string) => `с ${day}`,
  evidence: (text: string) => `Подтверждает: ${text}`,
  sheets: 'Листы диагностики',
  sheetsEmpty: 'Листов пока нет.',
  sheetKinds: {
    strengths: 'Самооценка достижений',
    difficulties: 'Самооценка затруднений',
    both: 'Внешняя диагностика',
  } as Readonly<Record<string, string>>,
  sheetColumns: { day: 'День', kind: 'Лист', instrument: 'Инструмент' },
  protocol: (day: string) => `Протокол ${day} (PDF)`,
  instrument: (name: string, edition: string) => `${name}, редакция ${edition}`,
  back: 'К диагностике',
  backToRoute: 'К маршруту',
  strengthsTitle: 'Достижения и ресурсы',
  strengthsLede:
    'Заполните области, где вам есть на что опереться: удачные практики, признание, умения. Пустые области не сохраняются.',
  strengthsSaved: 'Достижения записаны.',
  difficultiesTitle: 'Затруднения и дефициты',
  difficultiesLede:
    'Оцените каждую область от 1 до 10: насколько уверенно вы себя в ней чувствуете. Оценка 5 и ниже открывает дефицит, ради него потом ставят шаги.',
  difficultiesSaved: 'Самооценка записана. Дефициты открыты там, где оценка 5 и ниже.',
  marks: { 1: '1, совсем не уверен', 10: '10, могу учить других' } as Readonly<Record<number, string>>,
  measuredTitle: 'Результаты внешней диагностики',
  measuredLede: 'Выберите инструмент, затем внесите баллы по его блокам. Уровни посчитаются по порогам инструмента.',
  measuredSaved: 'Результаты внесены, педагог получил уведомление.',
  chooseInstrument: 'Выбрать',
  noInstruments: 'Сейчас не применяется ни один инструмент. Его добавляют в справочнике инструментов.',
  toInstruments: 'Инструменты диагностики',
  anotherInstrument: 'Выбрать другой инструмент',
  ofMaximum: (name: string, maximum: number) => `${name}, баллов из ${maximum}`,
  deficitTitle: 'Назвать дефицит',
  deficitLede: 'Дефицит, который вы видите сами, хотя диагностика его не показала. Ради него можно ставить шаги.',
  deficitSaved: 'Дефицит открыт.',
  shareTitle: 'Кому видна диагностика',
  shareLede:
    'Ваша диагностика принадлежит вам. Тьютор видит её всю. Отметьте области, которые увидят куратор организации и ваш наставник; снятая отметка закрывает область сразу.',
  showAll: 'Открыть все девять областей',
  showAllHint: 'С этой отметкой остальные не нужны. Чтобы закрыть часть, снимите её и отметьте нужные ниже.',
  shareSaved: 'Записано. Куратор и наставник видят только отмеченное.',
  labels: {
    ...perArea('note', (area) => area),
    ...perArea('evidence', () => 'Чем подтверждается (текст или ссылка)'),
    ...perArea('mark', (area) => area),
    ...perArea('show', (area) => area),
    ...Object.fromEntries(Object.entries(blockNames).map(([code, name]) => [`points_${code}`, name])),
    showAll: 'Открыть все девять областей',
    area: 'Область',
    description: 'Что именно трудно',
    instrumentId: 'Инструмент',
    madeOn: 'День диагностики',
    evidence: 'Чем подтверждается',
  },
  confirms: 'Чем подтверждается (текст или ссылка)',
  hardPart: 'Что именно трудно',
  evidenceHint: 'Например, номер протокола или адрес отчёта.',
} as const;
