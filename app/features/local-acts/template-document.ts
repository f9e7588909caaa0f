import { type Block, type Document, type Point, paragraph, plain, type Side } from '#reports/document.ts';
import { type ActTemplate, filled, type TemplatePart } from './act-template.ts';
import { longKept } from './act-type.ts';

/** A row of a list. */
export type TemplateRow = Readonly<Record<string, string>>;

/** What a template is filled with: texts, lists of rows, and whether something is so. A list may also be a text, a line a row. */
export type TemplateValues = Readonly<Record<string, string | boolean | readonly TemplateRow[]>>;

/** What a document says above its text. */
export interface DocumentHead {
  organisation: string;
  /** Title of the file and of the page's landmark; the heading when it is left out. */
  title?: string;
}

/**
 * A filled template as a neutral document: letterhead without number and date (the approval gives them), heading, parts
 * in their order. Throws when a value the template asks for is missing. Source: DOMAIN 7; ARCHITECTURE D10.
 */
export function templateDocument(template: ActTemplate, head: DocumentHead, values: TemplateValues): Document {
  const heading = filled(template.heading, values);
  const shown = template.parts
    .filter(({ condition }) => holds(condition, values))
    .flatMap((part) => spread(part, values));
  const start = shown.findIndex(({ kind }) => kind !== 'grif' && kind !== 'adoption');
  return {
    language: 'ru',
    title: head.title ?? heading,
    kind: template.code,
    profile: longKept(template.retention) ? 'orders' : 'plain',
    orientation: 'portrait',
    footer: null,
    blocks: [
      ...blocksOf(shown.slice(0, start)),
      {
        kind: 'letterhead',
        layout: 'centred',
        organisation: [head.organisation],
        details: [],
        documentKind: template.kindWord,
        date: '',
        number: '',
        place: '',
      },
      { kind: 'subject', text: heading },
      ...blocksOf(shown.slice(start)),
    ],
  };
}

/** A part with its values put in; a table carries its rows. */
interface FilledPart {
  kind: TemplatePart['kind'];
  text: string;
  columns: TemplatePart['columns'];
  lines: string[][];
  /** Names of the list of acquaintance, or of the one who signs; a side's particulars after its name. */
  names: string[];
}

function holds(condition: string | null, values: TemplateValues): boolean {
  if (condition === null) return true;
  const value = values[condition.replace('!', '')];
  const isThere = Array.isArray(value) ? value.length > 0 : Boolean(value);
  return condition.startsWith('!') ? !isThere : isThere;
}

/** One part for every row it is repeated for; a table and the list of acquaintance hold their rows inside. */
function spread(part: TemplatePart, values: TemplateValues): FilledPart[] {
  const { kind, text, columns, cells } = part;
  const rows = part.rows === null ? [{}] : rowsOf(values[part.rows], part.rows);
  const each = rows.map((row, index) => ({ ...values, n: String(index + 1), ...row }));
  if (kind === 'table') {
    const lines = each.flatMap((row) => cells.map((line) => line.map((cell) => filled(cell, row))));
    return [{ kind, text, columns, lines: lines.length > 0 ? lines : [columns.map(() => '—')], names: [] }];
  }
  if (kind === 'acquaintance') {
    const names = each.map((row) => filled('{{name}}', row));
    return names.length > 0 ? [{ kind, text: filled(text, values), columns, lines: [], names }] : [];
  }
  if (kind === 'signature' || kind === 'side') {
    // Cut before filling: a name of an organisation may hold a slash of its own.
    const [post = '', ...names] = text.split(' / ');
    return each.map((row) => {
      const filledNames = names.map((name) => filled(name, row));
      return { kind, text: filled(post, row), columns, lines: [], names: filledNames };
    });
  }
  return each.map((row) => ({ kind, text: filled(text, row), columns, lines: [], names: [] }));
}

function rowsOf(value: TemplateValues[string] | undefined, name: string): readonly TemplateRow[] {
  if (typeof value === 'string') {
    const lines = value.split('\n').map((line) => line.trim());
    return lines.filter(Boolean).map((line) => ({ line }));
  }
  if (typeof value === 'object') return value;
  throw new Error(`the template asks for the list ${name}`);
}

/** Parts as blocks: neighbouring points make one list, neighbouring grif lines one grif; points count on inside their section. */
function blocksOf(parts: readonly FilledPart[]): Block[] {
  const blocks: Block[] = [];
  const isNumbered = parts.filter(({ kind }) => kind === 'section').length > 1;
  let section = 0;
  let counted = 0;
  for (const part of parts) {
    const last = blocks.at(-1);
    if (part.kind === 'section') {
      section += 1;
      counted = 0;
      blocks.push({ kind: 'heading', level: 2, text: isNumbered ? `${section}. ${part.text}` : part.text });
    } else if (part.kind === 'point') {
      counted += 1;
      const point: Point = { runs: plain(part.text) };
      if (last?.kind === 'points') last.points.push(point);
      else
        blocks.push({
          kind: 'points',
          startAt: counted,
          ...(isNumbered && section > 0 ? { section } : {}),
          points: [point],
        });
    } else if (part.kind === 'subpoint') {
      const point = last?.kind === 'points' ? last.points.at(-1) : undefined;
      if (point) point.points = [...(point.points ?? []), { runs: plain(part.text) }];
    } else if (part.kind === 'grif' && last?.kind === 'approval' && !opensMark(part.text)) last.lines.push(part.text);
    else if (part.kind === 'adoption' && last?.kind === 'adoption' && !opensMark(part.text)) last.lines.push(part.text);
    else if (part.kind === 'side' && last?.kind === 'sides') last.sides.push(sideOf(part));
    else blocks.push(blockOf(part));
  }
  return blocks;
}

/** A mark begins with a word in capitals: «УТВЕРЖДАЮ», «ПРИНЯТО». */
function opensMark(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && !/\d/.test(text);
}

function sideOf({ text, names: [name = '', particulars = ''] }: FilledPart): Side {
  return { title: text, name, lines: particulars.split('\n').filter(Boolean), mark: null };
}

function blockOf(part: FilledPart): Block {
  const { kind, text } = part;
  switch (kind) {
    case 'subheading':
      return { kind: 'heading', level: 3, text };
    case 'bold':
      return { kind: 'paragraph', runs: [{ text, bold: true }], align: 'left', firstLineIndent: false };
    case 'grif':
      return { kind: 'approval', lines: [text] };
    case 'adoption':
      return { kind: 'adoption', lines: [text] };
    case 'side':
      return { kind: 'sides', sides: [sideOf(part)] };
    case 'signature':
      return { kind: 'signature', post: text, name: part.names[0] ?? '', mark: null };
    case 'acquaintance':
      return { kind: 'acquaintance', title: text, names: part.names };
    case 'table':
      return {
        kind: 'table',
        caption: null,
        columns: part.columns.map(({ share }) => ({ share, align: 'left' })),
        headerRows: [part.columns.map(({ title }) => title)],
        rows: part.lines,
        totals: null,
      };
    case 'pageBreak':
      return { kind: 'pageBreak' };
    case 'paragraph':
    case 'section':
    case 'point':
    case 'subpoint':
      return paragraph(text);
  }
}
