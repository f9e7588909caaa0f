import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Document } from '#reports/document.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { documentToPdf } from '#reports/document-pdf.ts';
import { type Issue, plainIssue } from '#reports/issue.ts';
import { readStructure } from './read-pdf-structure.ts';
import { readZip } from './read-zip.ts';

/** The letters and digits of a document as preview, PDF and DOCX say them, in reading order. */
export async function wordsEverywhere(given: Document, issue: Issue = plainIssue) {
  // The small line at the foot repeats on every page and is read by nobody.
  const document = { ...given, footer: null };
  const pdf = await documentToPdf(document, { createdAt: '2026-08-31T11:05:00Z', compress: false, issue });
  const docx = await readZip(await documentToDocx(document, { issue }));
  return {
    html: lettersOf(textOfHtml(renderToStaticMarkup(createElement(DocumentPreview, { document, issue })))),
    pdf: lettersOf(readStructure(pdf).text),
    docx: lettersOf(textOfDocx(docx)),
  };
}

/** Letters, digits and substitutes only: spaces, line ends and hyphens belong to the setting. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}\u25CA]/gu, '');
}

function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** The text of a DOCX with the numbers its lists are given by the reader's program. */
export function textOfDocx(parts: Map<string, string>): string {
  const starts = startsOf(parts.get('word/numbering.xml') ?? '');
  const counts = new Map<string, [number, number]>();
  const xml = parts.get('word/document.xml') ?? '';
  return Array.from(xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g), ([paragraph]) => {
    const text = Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, part]) => part).join(' ');
    const list = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph);
    return list ? `${numberOf(list[2] ?? '', Number(list[1]), starts, counts)} ${text}` : text;
  })
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

type Start = { first: number; section: string };

function startsOf(numbering: string): Map<string, Start> {
  const abstract = new Map<string, Start>();
  const found = numbering.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"(?:(?!<w:lvlText)[\s\S])*?<w:start w:val="(\d+)"(?:(?!<w:lvlText)[\s\S])*?<w:lvlText w:val="([^"%]*)%1/g,
  );
  for (const [, id = '', first, section = ''] of found) abstract.set(id, { first: Number(first), section });
  const lists = numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"\/>/g);
  return new Map(Array.from(lists, ([, id = '', of = '']) => [id, abstract.get(of) ?? { first: 1, section: '' }]));
}

function numberOf(
  id: string,
  level: number,
  starts: Map<string, Start>,
  counts: Map<string, [number, number]>,
): string {
  const { first: from, section } = starts.get(id) ?? { first: 1, section: '' };
  const [first, second] = counts.get(id) ?? [from - 1, 0];
  const next: [number, number] = level === 0 ? [first + 1, 0] : [first, second + 1];
  counts.set(id, next);
  return level === 0 ? `${section}${next[0]}.` : `${section}${next[0]}.${next[1]}.`;
}
