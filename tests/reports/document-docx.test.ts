import { describe, expect, test } from 'vitest';
import { paragraph } from '#reports/document.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { readZip } from './read-zip.ts';
import { documentOf, sampleOrder, tableOf } from './sample-documents.ts';
import { textOfDocx } from './words.ts';

const partsOf = async (document: typeof sampleOrder) => readZip(await documentToDocx(document));
const textOf = (xml: string) => Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), (match) => match[1]).join('|');

describe('a DOCX', () => {
  test('holds the words of the order, its points numbered by a real list', async () => {
    const parts = await partsOf(sampleOrder);
    const text = textOf(parts.get('word/document.xml') ?? '');
    expect(textOfDocx(parts)).toContain('1.1. Иванову М. П.');
    expect(textOfDocx(parts)).toContain('2. Контроль');
    for (const part of ['ПРИКАЗ', '№\u00A0112-од', 'ПРИКАЗЫВАЮ:', 'Иванову М. П.', 'И. О. Сидоренко', 'Подпись']) {
      expect(text).toContain(part);
    }
  });

  test('has the margins of long keeping, page numbers from the second page and its fonts inside', async () => {
    const parts = await partsOf(sampleOrder);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:pgMar[^>]*w:left="1701"/);
    expect(xml).toContain('<w:titlePg/>');
    const headers = Array.from(parts).filter(([name]) => /header\d\.xml$/.test(name));
    expect(headers.filter(([, content]) => content.includes('PAGE'))).toHaveLength(1);
    expect(Array.from(parts.keys()).filter((name) => name.startsWith('word/fonts/'))).toHaveLength(2);
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Рядом</dc:creator>');
  });

  test('repeats table headers and keeps rows whole', async () => {
    const xml = (await partsOf(documentOf([tableOf(3)]))).get('word/document.xml') ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5);
  });

  test('writes hostile text as text', async () => {
    const xml = (await partsOf(documentOf([paragraph('a\u0000<w:p>&\uFFFE\uD800')]))).get('word/document.xml') ?? '';
    expect(textOf(xml)).toContain('a&lt;w:p&gt;&amp;');
    expect(xml).not.toMatch(/[^\P{Cc}\n]|\uFFFE/u);
  });
});

describe('styles of a DOCX', () => {
  test('are real and named in Russian, headings are headings, the language is Russian', async () => {
    const parts = await partsOf(sampleOrder);
    const styles = parts.get('word/styles.xml') ?? '';
    for (const name of ['Текст документа', 'Пункт', 'Реквизит', 'Ячейка таблицы']) expect(styles).toContain(name);
    expect(styles).toContain('w:val="ru-RU"');
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*ПРИКАЗ/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*О закреплении/);
    expect(xml.match(/<w:pStyle w:val="point"\/>/g)).toHaveLength(3);
  });
});
