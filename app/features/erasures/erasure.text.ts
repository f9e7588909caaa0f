import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { Day } from '#db/schema.ts';
import type { DataClass, ErasureRule, SettledGround } from './erasure.ts';

/** Classes of data: in the list, and in the act. */
export const classWords: Record<DataClass, { name: string; act: string; subjects: string }> = {
  contacts: {
    name: 'личные телефон и почта',
    act: 'Контактные данные: личный телефон, личная почта',
    subjects: 'работники',
  },
  published: {
    name: 'сведения на странице наставничества',
    act: 'Сведения, опубликованные на странице организации',
    subjects: 'работники',
  },
  transferred: {
    name: 'сведения, переданные в ЦНППМ',
    act: 'Сведения, подготовленные для передачи в ЦНППМ',
    subjects: 'работники',
  },
  guardian: {
    name: 'данные законного представителя',
    act: 'Данные законных представителей: имя, документ, контакты',
    subjects: 'законные представители',
  },
};

/** One sentence per rule. */
export const erasureSentences: Record<ErasureRule, string> = {
  'erasures-missing': 'Отметьте, что уничтожено.',
  'erasure-not-due':
    'Часть отмеченного уже уничтожена или больше не подлежит уничтожению: человек снова дал согласие. Обновите страницу.',
  'act-in-future': 'Дата акта ещё не наступила.',
  'act-before-withdrawal': 'Акт не может быть раньше отзыва согласия. Проверьте дату.',
};

/** On what ground a line was closed without an act. */
export const groundWords: Record<SettledGround, string> = {
  moved: 'человек работает в другой организации, карточку ведёт она',
  'still-needed': 'данные нужны по другому действующему согласию',
  'not-kept': 'программа этих данных уже не хранит: показ прекращён в день отзыва',
};

/** Words of the pages. */
export const erasureText = {
  title: 'Уничтожение персональных данных',
  lede: 'Когда человек отзывает согласие, данные, которые хранились только по нему, уничтожают за 30 дней и записывают акт. Если удалять нечего, строка закрывается без акта, с основанием. Кадровые документы остаются: их хранит закон.',
  due: 'Что и когда уничтожить',
  empty: 'Уничтожать нечего: отозванных согласий с не закрытым сроком нет.',
  person: 'Чьи',
  what: 'Что',
  withdrawn: 'Отозвано',
  until: 'Срок',
  late: 'просрочено',
  record: 'Составить акт и уничтожить',
  acts: 'Составленные акты',
  actsEmpty: 'Актов пока нет.',
  actOf: (day: Day) => `Акт от ${formatDay(day)}`,
  people: (count: number) => counted(count, 'человек', 'человека', 'человек'),
  of: 'Число людей',
  actTitle: 'Акт об уничтожении персональных данных',
  actLede:
    'Отмеченное будет удалено вместе с записью акта, вернуть его нельзя. В акте нет имён: только виды данных, число и основание.',
  line: (what: string, person: string, until: Day) => `${what}: ${person}, до ${formatDay(until)}`,
  submit: 'Уничтожить и записать акт',
  saved: 'Данные уничтожены, акт записан.',
  savedAndSettled:
    'Данные уничтожены, акт записан. Часть строк закрыта без акта: удалять по ним было нечего, основания — на странице «Уничтожение персональных данных».',
  settledOnly: 'Удалять было нечего, поэтому акта нет. Строки закрыты, основания — в списке «Закрыто без акта».',
  settled: 'Закрыто без акта',
  settledEmpty: 'Таких строк пока нет.',
  settledOn: 'Закрыто',
  ground: 'Почему удалять нечего',
  commissionHint: 'Каждого с новой строки: фамилия, инициалы, должность.',
  preview: 'Текст акта',
  pdf: 'Скачать PDF',
  docx: 'Скачать DOCX',
  fileName: (day: Day) => `Акт об уничтожении персональных данных от ${formatDay(day)}`,
  hashLine: (hash: string) => `Контрольная сумма документа: ${hash.slice(0, 16)}…`,
  labels: { dueIds: 'Что уничтожено', actedOn: 'Дата акта', commission: 'Комиссия' },
  document: {
    references: 'части 5 статьи 21 Федерального закона от 27 июля 2006\u00a0г. №\u00a0152-ФЗ «О персональных данных»',
    signerPost: 'Руководитель',
    ground: 'отзыв согласия субъектом персональных данных или его представителем',
    method: 'удаление из системы «Рядом»',
    journalMark: (day: Day) => `«Уничтожены персональные данные», ${formatDay(day)}`,
    number: 'б/н',
  },
} as const;
