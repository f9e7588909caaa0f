import type { Stage } from './monitoring-indicators.ts';
import type { Part } from './monitoring-period.ts';

const partNames: Record<Part, string> = { year: 'учебный год', h1: 'первое полугодие', h2: 'второе полугодие' };

/** Words of the monitoring pages. */
export const monitoringText = {
  title: 'Мониторинг',
  chooseLede: 'Выберите, чьи показатели открыть.',
  chooseEmpty: 'У вас нет организаций и территорий, показатели которых можно открыть.',
  /** 'первое полугодие 2026/27'. */
  period: (firstYear: number, part: Part) =>
    `${partNames[part]} ${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`,
  pageTitle: (unit: string, period: string) => `${unit}, ${period}`,
  stages: { 1: 'Этап 1: процесс реализации программ', 2: 'Этап 2: влияние на участников' } satisfies Record<
    Stage,
    string
  >,
  stageTabs: 'Этапы мониторинга',
  asOf: (moment: string) => `Данные на ${moment}.`,
  organisations: (count: string) => `В расчёте организаций: ${count}.`,
  notCounted: 'Показатели за этот период ещё считаются. Откройте страницу через минуту.',
  pdf: 'Скачать PDF',
  xlsx: 'Скачать XLSX',
  periods: 'Период',
  periodField: 'Период',
  showPeriod: 'Показать',
  upwards: 'Выше',
  belowTitle: {
    federation: 'По регионам',
    region: 'По муниципалитетам и организациям',
    municipality: 'По организациям',
  },
  indicatorsTitle: 'Показатели',
  unit: 'Название',
  kind: 'Вид',
  indicator: 'Показатель',
  organisationsColumn: 'Организаций',
  mentorshipsColumn: 'Пар',
  menteesColumn: 'Наставляемых',
  part: 'm',
  whole: 'N',
  value: 'Значение',
  total: 'Всего',
  outOf: 'из',
  tableCaption: 'Показатели по подразделениям',
  noChildren: 'Здесь пока нет организаций. Они появятся, когда их добавит администратор.',
  sortHint: 'Нажмите на заголовок столбца, чтобы упорядочить строки.',
  hiddenNote:
    '«Скрыто»: за числом стоит меньше пяти человек или по нему можно вычислить такое число. Его видят только в самой организации.',
  nothingNote: '«—»: считать пока не из чего.',
  yearOnly: 'считается за год',
  hidden: 'скрыто',
  recordsNote: 'Числа открывают записи, из которых они сложились.',
  howCounted: 'Как считаются показатели',
  formula: 'Формула',
  legend: (formula: string, part: string, whole: string) => `${formula}; m\u00A0— ${part}; N\u00A0— ${whole}`,
  version: (version: number) => `Определение, версия ${version}. Группы меньше пяти человек не показываются.`,
  source: (source: string) => `Источник: ${source}, подсчёт по записям.`,
  figures: {
    mentorships: 'пар и групп действуют',
    mentees: 'наставляемых',
    'I-16': 'охват молодых педагогов',
    'I-01': 'пунктов плана выполнено в срок',
    'I-24': 'пар с полным оформлением',
    'I-10': 'наставляемых в инновационной деятельности',
    'I-34': 'педагогов остались через год',
    'I-41': 'наставников и методистов среди высшей категории',
  },
  fileName: (unit: string, period: string) => `Мониторинг, ${unit}, ${period}`.replace(/[/\\]/g, '–'),
} as const;

/** Words of the records behind a number. */
export const recordsText = {
  lede: (unit: string, period: string, count: string) => `${unit}, ${period}. Записей: ${count}.`,
  changed: (printed: string) =>
    `В таблице показателей стоит ${printed}: после подсчёта записи изменились. Таблица обновится сама.`,
  back: 'Назад к показателям',
  empty: 'Записей нет: за период считать нечего.',
  withheld: 'имя доступно в другой организации',
  who: { mentorships: 'Наставляемые', planItems: 'Наставляемые', mentorSeats: 'Наставляемый', other: 'Педагог' },
  mentors: 'Наставники',
  organisation: 'Организация',
  term: 'Срок',
  done: 'Выполнено',
  started: 'Начало',
  notDone: 'не выполнено',
  caption: 'Записи, из которых сложилось число',
} as const;
