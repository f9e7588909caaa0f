import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { knownNames, nameProblems, wordsSchema } from '#app/features/local-acts/act-names.ts';
import { actTemplate } from '#app/features/local-acts/act-templates.server.ts';
import { actTypes } from '#app/features/local-acts/act-type.ts';
import { type TemplateValues, templateDocument } from '#app/features/local-acts/template-document.ts';
import type { Block, Document } from '#reports/document.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { documentToPdf } from '#reports/document-pdf.ts';
import { readPdf } from '../../reports/read-pdf.ts';
import { readZip } from '../../reports/read-zip.ts';

const organisation = 'МБОУ «Школа № 5 им. Н. К. Рериха / филиал „Заря“»';

/** A short word for every name a type knows: lists get two rows. */
function examples(kind: (typeof actTypes)[number]['code']): TemplateValues {
  const { plain, rows } = knownNames(kind);
  const lists = [...rows].map(([name, columns]) => {
    const row = (ordinal: number) => Object.fromEntries([...columns].map((column) => [column, `${column}${ordinal}`]));
    return [name, columns.has('line') ? `${name}1\n${name}2` : [row(1), row(2)]];
  });
  return {
    ...Object.fromEntries([...plain].map((name) => [name, `«${name}»`])),
    ...Object.fromEntries(lists),
    organisation,
  };
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'letterhead':
      return [...block.organisation, block.documentKind];
    case 'approval':
    case 'adoption':
      return block.lines;
    case 'sides':
      return block.sides.flatMap(({ title, lines, name }) => [title, ...lines, name]);
    case 'subject':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.runs.map(({ text }) => text);
    case 'points':
      return block.points
        .flatMap(({ runs, points = [] }) => [runs, ...points.map((one) => one.runs)].flat())
        .map(({ text }) => text);
    case 'table':
      return [...block.headerRows, ...block.rows].flat();
    case 'signature':
      return [block.post, block.name];
    case 'acquaintance':
      return [block.title, ...block.names];
    default:
      return [];
  }
}

const wordsOf = (document: Document) =>
  [...new Set(document.blocks.flatMap(textsOf).flatMap((text) => text.split(/[\s\u00A0]+/u)))].filter(Boolean);
const squashed = (text: string) => text.replace(/[\s\u00A0\u00AD\u2010-]+/gu, '');
const unescaped = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

function lost(document: Document, shown: string): string[] {
  const whole = squashed(shown);
  return wordsOf(document).filter((word) => !whole.includes(squashed(word)));
}

describe.each(actTypes.map((type) => [type.code, type] as const))('the template %s', (code, type) => {
  const template = actTemplate(code);

  test('has the header its type says', () => {
    expect(template).toMatchObject({
      code: type.templateCode,
      kindWord: type.kindWord,
      retention: type.retention,
      signs: type.approval,
      signatures: type.signatureKinds,
    });
    expect(template.version).toBeGreaterThan(0);
    expect(template.references.length).toBeGreaterThan(0);
  });

  test('asks for what its type knows, and uses every required field', () => {
    expect(nameProblems(code, template)).toEqual([]);
  });

  test('says the same words on the page, in PDF and in DOCX', async () => {
    const values = examples(code);
    expect(wordsSchema(code).safeParse(values).error).toBeUndefined();
    const document = templateDocument(template, { organisation }, values);
    expect(lost(document, unescaped(renderToStaticMarkup(<DocumentPreview document={document} />)))).toEqual([]);
    const pdf = await documentToPdf(document, { createdAt: '2026-11-22T09:00:00Z', compress: false });
    expect(lost(document, readPdf(pdf).pages.join(' '))).toEqual([]);
    const parts = await readZip(await documentToDocx(document));
    expect(lost(document, unescaped(parts.get('word/document.xml') ?? ''))).toEqual([]);
  });

  test('comes out whole when nothing optional is there', () => {
    const bare = Object.fromEntries(
      Object.entries(examples(code)).map(([name, value]) => [name, Array.isArray(value) ? [] : '']),
    );
    const document = templateDocument(template, { organisation }, bare);
    expect(JSON.stringify(document)).not.toContain('{{');
  });
});
