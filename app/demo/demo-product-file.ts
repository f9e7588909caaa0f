import type { NewFile } from '#app/features/product-files/product-file.ts';
import type { Day } from '#db/schema.ts';
import { type Document, paragraph } from '#reports/document.ts';
import { documentToPdf } from '#reports/document-pdf.ts';

const lesson: Document = {
  language: 'ru',
  title: 'Разработка урока-исследования',
  kind: 'lesson',
  profile: 'plain',
  orientation: 'portrait',
  footer: null,
  blocks: [
    { kind: 'heading', level: 1, text: 'Разработка урока-исследования' },
    paragraph('Цель: ученики сами ставят вопрос, планируют опыт и объясняют, что у них получилось.'),
    { kind: 'heading', level: 2, text: 'Ход урока' },
    paragraph('1. Удивление: показываем опыт, итог которого никто не угадал (7 минут).'),
    paragraph('2. Вопросы: группы записывают, что хотят выяснить, и выбирают один вопрос (8 минут).'),
    paragraph('3. Опыт: план, измерения, таблица (20 минут).'),
    paragraph('4. Разговор: чем подтверждён ответ и что осталось неясным (10 минут).'),
    { kind: 'heading', level: 2, text: 'Лист самооценки ученика' },
    paragraph('Я поставил вопрос сам. Я объяснил, почему выбрал этот способ. Я нашёл, что могло помешать.'),
  ],
};

let drawn: Promise<Buffer> | null = null;

/** The file every fifth product of the demonstration brings along; the day tells which, so that chance is not asked. */
export async function productFilesOn(day: Day): Promise<NewFile[]> {
  if (Number(day.slice(8)) % 5 !== 0) return [];
  drawn ??= documentToPdf(lesson, { createdAt: `${day}T09:00:00.000Z` });
  return [{ name: 'Разработка урока-исследования.pdf', bytes: new Uint8Array(await drawn) }];
}
