import { counted } from '#app/ui/numbers.ts';
import type { DiagnosisRowRule, ImportRule } from './diagnosis-sheet.ts';

/** Ways a file names the column of people. */
export const nameHeads = ['фио', 'фамилия имя отчество', 'педагог', 'учитель', 'работник'];

/** Why a row is refused. */
export const rowSentences: Record<DiagnosisRowRule, string> = {
  'row-other-centre':
    'Среди маршрутов, куда вы вносите результаты, этого педагога нет. Результаты людей другого центра внесёт тот центр; тьютор вносит их только тем, кого сопровождает.',
  'row-several-people': 'Таких педагогов в центре несколько. Внесите результаты на странице маршрута.',
  'row-twice': 'Этот педагог уже есть в файле выше.',
  'row-formula': 'В строке формула. Оставьте в ячейках готовые числа.',
  'row-points-unreadable': 'Баллы не читаются как целое число от нуля.',
  'row-points-over': 'Баллов больше, чем даёт блок.',
  'row-nothing': 'В строке нет ни одного балла.',
};

/** One sentence per rule of the file. */
export const importSentences: Record<ImportRule, string> = {
  'results-file-missing': 'Выберите файл с результатами.',
  'results-file-unreadable': 'Файл не читается. Сохраните таблицу как XLSX и загрузите снова.',
  'results-file-too-large': 'Файл слишком большой. Разделите его на несколько.',
  'results-file-too-many': 'В файле больше 1000 строк. Разделите его на несколько.',
  'results-file-columns':
    'Не нашли нужных столбцов: один с фамилией, именем и отчеством и хотя бы один с названием блока инструмента.',
  'results-already-applied': 'Этот файл уже внесён.',
  'results-nothing-to-apply': 'В файле нет ни одной строки, которую можно внести.',
};

interface Counts {
  taken: number;
  gone: number;
  refused: number;
}

const rowsOf = (count: number) => counted(count, 'строка', 'строки', 'строк');

const aside = ({ gone, refused }: Counts) =>
  [
    `Отказано: ${rowsOf(refused)}.`,
    ...(gone > 0 ? [`Пропущено: ${rowsOf(gone)}, этих педагогов ваш центр уже не сопровождает.`] : []),
  ].join(' ');

/** Words of the pages. */
export const importText = {
  title: 'Результаты диагностики из файла',
  lede: 'Результаты всей группы одной таблицей. Сначала проверим каждую строку и покажем, что будет внесено.',
  hint: 'XLSX: столбец «ФИО» и столбцы с названиями блоков инструмента, в ячейках баллы.',
  check: 'Проверить',
  checked: 'Файл проверен. Ниже видно, что будет внесено.',
  importedTitle: 'Проверенный файл',
  found: (counts: Counts) => `Можно внести: ${rowsOf(counts.taken)}. ${aside(counts)}`,
  done: (counts: Counts) => `Внесено: ${rowsOf(counts.taken)}. ${aside(counts)} Имена из файла больше не хранятся.`,
  apply: 'Внести результаты',
  applied: 'Результаты внесены, педагоги получили уведомления.',
  isApplied: 'Этот файл уже внесён.',
  taken: 'Будет внесено',
  takenEmpty: 'Ни одной строки внести нельзя.',
  refused: 'Отказано',
  refusedEmpty: 'Отказанных строк нет.',
  columns: { row: 'Строка', name: 'Педагог', points: 'Баллы', reason: 'Почему', value: 'Что в файле' },
  points: (block: string, points: number) => `${block}: ${points}`,
  back: 'Маршруты',
  again: 'Загрузить другой файл',
  noInstruments: 'Сейчас не применяется ни один инструмент. Добавьте его в справочник.',
  labels: { unitId: 'Центр', instrumentId: 'Инструмент', madeOn: 'День диагностики', file: 'Файл', version: 'Версия' },
};
