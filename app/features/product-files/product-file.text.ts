import { counted } from '#app/ui/numbers.ts';
import type { ProductFileRule, ProductKind } from './product-file.ts';

const take = 'Принимаем PDF, документы Word, Excel и PowerPoint (docx, xlsx, pptx), OpenDocument, снимки JPG и PNG.';

/** One sentence per rule. */
export const productFileSentences: Record<ProductFileRule, string> = {
  'file-missing': 'Файл не выбран или пуст. Выберите файл.',
  'file-too-large':
    'Файл больше 20 МБ. Уменьшите его (например, сохраните презентацию в PDF) или положите в облако и укажите ссылку.',
  'file-is-page': `Это веб-страница или рисунок SVG: в них могут скрываться программы. ${take}`,
  'file-is-program': `Это программа, её нельзя приложить. ${take}`,
  'file-has-script':
    'В файле есть макрос или сценарий. Сохраните его без макросов (docx, xlsx, pptx) или напечатайте в PDF.',
  'file-is-text': `Это простой текст или программа. Сохраните документ в DOCX или PDF. ${take}`,
  'file-is-archive': `Это архив. Приложите файлы из него по одному. ${take}`,
  'file-old-office':
    'Файл в старом формате Office (doc, xls, ppt) или под паролем. Снимите пароль и сохраните его как docx, xlsx, pptx или PDF.',
  'file-locked': 'Файл под паролем: тьютор не сможет его открыть. Снимите пароль и приложите снова.',
  'file-broken': 'Файл повреждён или загрузился не целиком. Откройте его у себя, сохраните заново и приложите ещё раз.',
  'file-kind-unknown': `Такой файл приложить нельзя. ${take} Видео и звук положите в облако и укажите ссылку.`,
  'files-too-many': 'К одному шагу прикладывают не больше десяти файлов. Объедините часть из них или уберите лишние.',
  'files-too-large':
    'Файлы маршрута заняли 200 МБ, больше не поместится. Уберите ненужные из открытых шагов или укажите ссылку.',
  'file-already-attached': 'Этот файл уже приложен.',
  'step-takes-no-files': 'Шаг закрыт. Приложить к нему ещё файлы можно, когда тьютор попросит дополнить продукт.',
  'file-of-closed-step': 'Шаг закрыт с этим файлом, его уже читают. Убрать файл можно, пока шаг открыт.',
};

/** Names of the kinds as people say them. */
export const productKindNames: Record<ProductKind, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'презентация',
  odt: 'OpenDocument',
  ods: 'таблица OpenDocument',
  odp: 'презентация OpenDocument',
  jpeg: 'снимок',
  png: 'рисунок',
};

/** Words about files. */
export const productFileText = {
  files: 'Файлы',
  none: 'Файлов пока нет.',
  noneYet: 'приложить',
  noneHere: 'нет',
  add: 'Приложить файлы',
  field: 'Файлы',
  hint: 'PDF, docx, xlsx, pptx, odt, JPG, PNG: до 20 МБ каждый, за один раз до 25 МБ. Из снимков мы убираем место и время съёмки.',
  attach: 'Приложить',
  attached: 'Файлы приложены.',
  remove: 'Убрать',
  stepTitle: (title: string) => `Файлы шага: ${title}`,
  stepLede: 'Файлы видят вы, ваш тьютор и руководитель центра. Убрать файл можно, пока шаг открыт.',
  evidence: 'Подтверждения',
  count: (files: number) => counted(files, 'файл', 'файла', 'файлов'),
  sheetTitle: (day: string) => `Подтверждения к диагностике ${day}`,
  sheetLede: 'Грамоты, справки, протоколы, снимки работ. Их видят педагог, тьютор и руководитель центра.',
  removeTitle: 'Убрать файл',
  removeLede: 'Файл будет удалён без возможности вернуть.',
  removed: 'Файл удалён.',
  fact: (kind: ProductKind, size: string) => `${productKindNames[kind]}, ${size}`,
} as const;

/** A size in words: kilobytes up to one megabyte, then megabytes with one digit. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} КБ`;
  return `${megabytes.toFixed(1).replace('.', ',').replace(',0', '')} МБ`;
}
