import { describe, expect, test } from 'vitest';
import { paragraph } from '#reports/document.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { readPdf } from './read-pdf.ts';
import { elementsOf, readStructure } from './read-pdf-structure.ts';
import { readZip } from './read-zip.ts';
import { documentOf, sampleOrder } from './sample-documents.ts';
import { checkedIssue, samplePaper } from './sample-paper.ts';
import { wordsEverywhere } from './words.ts';

const options = { createdAt: '2026-08-31T11:05:00Z', compress: false };
const structureOf = async (document = samplePaper) => readStructure(await documentToPdf(document, options));

describe('preview, PDF and DOCX', () => {
  test.each([
    ['the order', sampleOrder],
    ['a paper of every kind of block', samplePaper],
  ])('say the same words in the same order: %s', async (_, document) => {
    const { html, pdf, docx } = await wordsEverywhere(document);
    expect(html.length).toBeGreaterThan(200);
    expect(pdf).toBe(html);
    expect(docx).toBe(html);
  });

  test.each([
    ['private bullets of Word', '\uF0B7 первое\n\uF0A7 второе \uF0E0 третье'],
    ['invisible signs', 'на\u200Bста\u00ADв\u2060ник\uFEFF ведёт\u202E учёт\u200F'],
    ['emoji and other scripts', 'Урок 👩‍🏫 — 漢字, שלום, отлично 🎉'],
    ['names in capitals', `ИВАНОВА-${'КОНСТАНТИНОПОЛЬСКАЯ'.repeat(4)} МАРИЯ ПЕТРОВНА`],
    ['quotes and slashes', 'МБОУ "СОШ № 5" / \\филиал\\ «Лицей „Звезда“» <b>&amp;</b>'],
    ['letters without a space', 'щ'.repeat(40_000)],
    ['half letters', 'а\uD800б\uDC00в'],
    ['spaces of every width', 'один\u2003два\u2009три\u3000четыре\tпять'],
  ])('agree on hostile text: %s', { timeout: 30_000 }, async (_, text) => {
    const { html, pdf, docx } = await wordsEverywhere(documentOf([paragraph(text)]));
    expect(pdf).toBe(html);
    expect(docx).toBe(html);
    expect(html.length).toBeGreaterThan(2);
  });

  test('a sign outside the font shows as a visible substitute, once for each', async () => {
    const { pages } = readPdf(
      await documentToPdf(documentOf([paragraph('план 漢字 готов')], { footer: null }), options),
    );
    expect(pages[0]).toBe('план ◊◊ готов');
  });

  test('stand a list of five thousand points', { timeout: 30_000 }, async () => {
    const points = Array.from({ length: 5_000 }, (_, index) => ({ runs: [{ text: `Пункт ${index} плана` }] }));
    const { html, pdf, docx } = await wordsEverywhere(documentOf([{ kind: 'points', startAt: 1, points }]));
    expect(pdf).toBe(html);
    expect(docx).toBe(html);
  });
});

describe('the structure of a PDF', () => {
  test('names headings, lists, tables and their column headings', async () => {
    const root = await structureOf();
    expect(root.role).toBe('Document');
    expect(elementsOf(root, 'H1').map(({ text }) => text.trim())).toEqual(['ПОЛОЖЕНИЕ', 'ДОРОЖНАЯ КАРТА']);
    expect(elementsOf(root, 'LI')).toHaveLength(27);
    const [acquaintance, stages] = elementsOf(root, 'Table');
    expect(acquaintance && elementsOf(acquaintance, 'TR')).toHaveLength(3);
    expect(stages && elementsOf(stages, 'TH').map(({ text, scope }) => `${text.trim()}:${scope}`)).toEqual([
      '№:Column',
      'Мероприятие:Column',
      'Срок:Column',
    ]);
    expect(stages && elementsOf(stages, 'TR')).toHaveLength(46);
    expect(elementsOf(root, 'Figure').every(({ alt }) => alt)).toBe(true);
  });

  test('keeps page numbers and repeated table headers out of what is read aloud', async () => {
    const document = documentOf([paragraph('один'), { kind: 'pageBreak' }, paragraph('три')], { footer: 'низ' });
    const file = await documentToPdf(document, options);
    expect(readPdf(file).pages[1]).toContain('2');
    expect(readStructure(file).text.replace(/\s+/g, ' ').trim()).toBe('один три');
  });

  test('reads each side of an agreement whole', async () => {
    const sides = elementsOf(await structureOf(), 'Div').map(({ text }) => text.replace(/\s+/g, ' '));
    expect(sides[0]).toMatch(/^Работодатель .*Заречное.*Сидоренко/);
    expect(sides[1]).toMatch(/^Работник .*учитель математики.*А\. В\. Константинопольская/);
  });

  test('leaves a space where a line ends between words', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `слово${index}`);
    const text = (await structureOf(documentOf([paragraph(words.join(' '))]))).text;
    for (const word of words) expect(text).toMatch(new RegExp(`${word}( |$)`));
  });
});

describe('an issued paper', () => {
  test('carries the barcode on the first sheet with its address in words, and the hash inside', async () => {
    const file = await documentToPdf(samplePaper, { ...options, issue: checkedIssue, hash: 'ab'.repeat(32) });
    const { plain, pages } = readPdf(file);
    expect(pages[0]).toContain('3f7a-92c1-0b4e-77aa');
    expect(pages.slice(1).join()).not.toContain('3f7a');
    const at = /\/RyadomSha256 (\d+) 0 R/.exec(plain)?.[1];
    expect(plain.includes(`\n${at} 0 obj\n(${'ab'.repeat(32)})`)).toBe(true);
    expect(elementsOf(readStructure(file), 'Figure')).toHaveLength(2);
    const docx = await readZip(await documentToDocx(samplePaper, { issue: checkedIssue, hash: 'ab'.repeat(32) }));
    const footers = Array.from(docx).filter(([name, xml]) => /footer\d\.xml$/.test(name) && xml.includes('3f7a-92c1'));
    expect(footers).toHaveLength(1);
    expect(footers[0]?.[1]).toContain('<w:drawing>');
    expect(docx.get('docProps/custom.xml')).toContain('ab'.repeat(32));
  });

  test('by the former standard has no barcode and narrower corners', async () => {
    const issue = { ...checkedIssue, standard: '2016' as const };
    const former = await documentToPdf(samplePaper, { ...options, issue });
    expect(readPdf(former).pages[0]).not.toContain('3f7a');
    const docx = (await readZip(await documentToDocx(samplePaper, { issue }))).get('word/document.xml') ?? '';
    const now = (await readZip(await documentToDocx(samplePaper, {}))).get('word/document.xml') ?? '';
    const indent = (xml: string) => Number(/<w:ind w:left="(\d+)"(?=(?:(?!<\/w:p>).)*Приложение)/.exec(xml)?.[1]);
    expect(indent(docx)).toBeGreaterThan(indent(now));
  });

  test('never writes over the barcode', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => paragraph(`строка ${index}`));
    const { plain } = readPdf(await documentToPdf(documentOf(lines), { ...options, issue: checkedIssue }));
    const firstPage = /1 0 0 -1 0 841\.89 cm[\s\S]*?endstream/.exec(plain)?.[0] ?? '';
    const bases = Array.from(firstPage.matchAll(/\/F1 13 Tf 1 0 0 -1 [\d.]+ ([\d.]+) Tm/g), (match) =>
      Number(match[1]),
    );
    expect(bases.length).toBeGreaterThan(20);
    expect(Math.max(...bases)).toBeLessThan(841.89 - (29 * 72) / 25.4);
  });
});
