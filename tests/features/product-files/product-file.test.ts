import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withoutJpegMetadata, withoutPngMetadata } from '#app/features/product-files/image-metadata.ts';
import { productFileSentences, sizeWords } from '#app/features/product-files/product-file.text.ts';
import { productName, ruleAgainstFiles } from '#app/features/product-files/product-file.ts';
import { readProductFiles } from '#app/features/product-files/product-file-reader.server.ts';
import { paragraph } from '#reports/document.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { makeZip } from '#tests/reports/make-zip.ts';

const text = (words: string) => new TextEncoder().encode(words);
const bytes = (...values: (number[] | string)[]) =>
  Uint8Array.from(Buffer.concat(values.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from(one)))));
const office = (...names: string[]) => makeZip(Object.fromEntries(names.map((name) => [name, 'x'])));
const WORD = ['[Content_Types].xml', 'word/document.xml'];
const EXIF = 'GPS 55.75 37.61';

/** A JPEG of one scan with camera data, a comment and something after its end. */
const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1],
  [0xff, 0xe1, 0, 2 + 6 + 26 + EXIF.length],
  'Exif\0\0',
  [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  EXIF,
  [0xff, 0xfe, 0, 8],
  'secret',
  [0xff, 0xda, 0, 4, 1, 1, 0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33, 0xff, 0xd9],
  '<script>after</script>',
);
const chunk = (name: string, data: string) => bytes([0, 0, 0, data.length], name, data, [0, 0, 0, 0]);
const png = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [...chunk('IHDR', 'size'), ...chunk('tEXt', 'Author'), ...chunk('IDAT', 'dots'), ...chunk('IEND', '')],
  'after',
);

test('what a file is comes from its content, whatever it is called', async () => {
  const body = { language: 'ru', title: 'Урок', kind: 'lesson', profile: 'plain', orientation: 'portrait' } as const;
  const document = { ...body, footer: null, blocks: [paragraph('Урок')] };
  const sheet = { title: 'Итоги', sheets: [{ name: 'Итоги', notes: [], columns: [], rows: [], totals: null }] };
  const createdAt = '2026-11-22T09:00:00.000Z';
  const files = [
    { name: 'урок.exe', bytes: new Uint8Array(await documentToPdf(document, { createdAt })) },
    { name: 'C:\\work\\урок.doc', bytes: new Uint8Array(await documentToDocx(document)) },
    { name: 'итоги', bytes: new Uint8Array(await workbookToXlsx(sheet, { createdAt })) },
    { name: 'показ.pptx', bytes: office('[Content_Types].xml', 'ppt/presentation.xml') },
    { name: 'снимок.html', bytes: jpeg },
    { name: '.png', bytes: png },
  ];
  const ready = await readProductFiles(files);
  expect(ready.map(({ name, kind }) => [name, kind])).toEqual([
    ['урок.pdf', 'pdf'],
    ['урок.docx', 'docx'],
    ['итоги.xlsx', 'xlsx'],
    ['показ.pptx', 'pptx'],
    ['снимок.jpg', 'jpeg'],
    ['_.png', 'png'],
  ]);
  for (const { hash, bytes: kept } of ready) expect(hash).toBe(createHash('sha256').update(kept).digest('hex'));
});

test.each([
  ['file-missing', text('')],
  ['file-too-large', new Uint8Array(20 * 1024 * 1024 + 1).fill(1)],
  ['file-is-page', text('<!DOCTYPE html><script>alert(1)</script>')],
  ['file-is-page', text('\uFEFF  <svg onload="alert(1)"/>')],
  ['file-is-page', Uint8Array.from(Buffer.from('\uFEFF<html>', 'utf16le'))],
  ['file-is-text', text('WScript.Echo("hi")')],
  ['file-is-program', bytes('MZ', [0x90, 0, 3])],
  ['file-is-program', text('#!/bin/sh\nrm -rf /')],
  ['file-is-program', bytes([0x7f], 'ELF', [2, 1, 0])],
  ['file-has-script', text('%PDF-1.7 1 0 obj << /S /JavaScript /JS (app.alert(1)) >>')],
  ['file-has-script', text('%PDF-1.7 << /S /Launch /F (cmd.exe) >>')],
  ['file-has-script', office(...WORD, 'word/vbaProject.bin')],
  ['file-has-script', office(...WORD, 'word/embeddings/run.exe')],
  ['file-is-archive', office('урок.exe')],
  ['file-is-archive', bytes('Rar!', [0x1a, 7, 0])],
  ['file-old-office', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
  ['file-broken', office(...WORD).subarray(0, 60)],
  ['file-broken', jpeg.subarray(0, 60)],
  ['file-broken', png.subarray(0, 40)],
  ['file-kind-unknown', bytes([0, 0, 0, 0x20], 'ftypisom', [0, 0])],
] as const)('refuses by a sentence: %s', async (code, content) => {
  const refused = readProductFiles([{ name: 'урок.pdf', bytes: content }]);
  await expect(refused).rejects.toMatchObject({ code, field: 'files' });
  expect(productFileSentences[code]).toMatch(/\.$/u);
});

test('an OpenDocument text names itself; macros in it are refused', async () => {
  const named = (...more: string[]) =>
    makeZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      ...Object.fromEntries(['content.xml', ...more].map((name) => [name, 'x'])),
    });
  expect(await readProductFiles([{ name: 'a', bytes: named('Basic/script-lc.xml') }])).toMatchObject([{ kind: 'odt' }]);
  const macro = readProductFiles([{ name: 'a', bytes: named('Basic/Standard/Module1.xml') }]);
  await expect(macro).rejects.toMatchObject({ code: 'file-has-script' });
});

test('pictures lose place, device, notes and what stands after their end, and keep the way up', () => {
  const clean = Buffer.from(withoutJpegMetadata(jpeg) ?? []);
  for (const words of [EXIF, 'secret', 'script']) expect(clean.includes(words)).toBe(false);
  expect(clean.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0x22]));
  expect(clean.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  expect(clean.subarray(-15).toString('hex')).toBe('ffda0004010111ff0022ffd033ffd9');
  expect(withoutJpegMetadata(clean)).toEqual(Uint8Array.from(clean));
  const drawn = Buffer.from(withoutPngMetadata(png) ?? []);
  expect(drawn.includes('Author') || drawn.includes('after')).toBe(false);
  expect(drawn.includes('dots')).toBe(true);
});

test('names keep what a person wrote and nothing a system stumbles over', () => {
  expect(productName('../..\\план урока?.PDF', 'pdf')).toBe('план урока-.pdf');
  expect(productName(`${'ж'.repeat(300)}.docx`, 'docx')).toHaveLength(120);
  expect(productName('отчёт 3.0', 'odt')).toBe('отчёт 3.0.odt');
});

test('a step takes ten files, a route two hundred megabytes', () => {
  const one = { bytes: new Uint8Array(1024) };
  expect(ruleAgainstFiles([], { count: 0, routeBytes: 0 })).toBe('file-missing');
  expect(ruleAgainstFiles([one], { count: 9, routeBytes: 0 })).toBeNull();
  expect(ruleAgainstFiles([one], { count: 10, routeBytes: 0 })).toBe('files-too-many');
  expect(ruleAgainstFiles([one], { count: 0, routeBytes: 200 * 1024 * 1024 - 1023 })).toBe('files-too-large');
  expect([1, 2048, 1024 * 1024, 2.54 * 1024 * 1024].map(sizeWords)).toEqual(['1 КБ', '2 КБ', '1 МБ', '2,5 МБ']);
});
