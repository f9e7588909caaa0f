/**
 * A template of a document: a header (`key: value` lines), a line `---`, then one part a line with `{{placeholders}}`.
 *
 * `# text` a section, numbered when the template has several · `## text` a small heading · `1. text` a point ·
 * `1.1. text` its sub-point · `! text` a bold line · `> text` a line of the approval grif, upper right, `< text` of the mark of
 * adoption, upper left; a line in capitals opens the next mark · `@ post / name` a signature ·
 * `@+ side / name / particulars` a side of an agreement · `@@*(rows) title` the list of acquaintance · `| Title:3 | … |` the head of a table with
 * shares of width, the lines `| {{cell}} | … |` after it are its rows · `===` a new page · anything else a paragraph.
 *
 * After its mark a part may say `*(name)`, once for every row of a list or line of a text, or `?(name)` and `?(!name)`,
 * only when the value is there or is not. Points are numbered anew after that.
 */
export interface ActTemplate {
  code: string;
  version: number;
  /** The word over the heading. */
  kindWord: string;
  heading: string;
  legalBasis: string;
  retention: string;
  /** Who gives it its force: `approval` of the type. */
  signs: string;
  /** Kinds of signature allowed. */
  signatures: string[];
  /** Codes of the directory of legal acts it stands on. */
  references: string[];
  parts: TemplatePart[];
}

/** What a part is. */
export type PartKind =
  | 'section'
  | 'subheading'
  | 'point'
  | 'subpoint'
  | 'bold'
  | 'grif'
  | 'adoption'
  | 'side'
  | 'signature'
  | 'acquaintance'
  | 'table'
  | 'pageBreak'
  | 'paragraph';

/** One part of a template. */
export interface TemplatePart {
  kind: PartKind;
  text: string;
  /** Repeated for each row of this list. */
  rows: string | null;
  /** Stays only when this value is there; with `!` only when it is not. */
  condition: string | null;
  /** Of a table: its columns. */
  columns: { title: string; share: number }[];
  /** Of a table: cells of the lines under its head. */
  cells: string[][];
}

/** What is wrong with a template's text. */
export type TemplateProblem = 'no-header' | 'bad-table' | 'subpoint-alone' | 'table-row-alone' | 'bad-placeholder';

/** A template that cannot be read: the rule, and the line or key it stands on. */
export class BadTemplate extends Error {
  override name = 'BadTemplate';
  constructor(
    readonly problem: TemplateProblem,
    readonly where: string,
  ) {
    super(`${problem}: ${where}`);
  }
}

const KEYS = ['code', 'version', 'kind', 'heading', 'retention', 'signs', 'signatures', 'references', 'legal-basis'];

/** Reads a template. Throws BadTemplate, so that a broken one fails when the program is built or a variant is kept. */
export function parseTemplate(source: string): ActTemplate {
  const text = source.replaceAll('\r\n', '\n');
  const cut = text.indexOf('\n---\n');
  const keys = new Map(
    text
      .slice(0, Math.max(0, cut))
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const missing = KEYS.find((key) => !keys.get(key));
  if (missing) throw new BadTemplate('no-header', missing);
  const value = (key: string) => keys.get(key) ?? '';
  return {
    code: value('code'),
    version: Number(value('version')),
    kindWord: value('kind'),
    heading: value('heading'),
    legalBasis: value('legal-basis'),
    retention: value('retention'),
    signs: value('signs'),
    signatures: value('signatures').split(', '),
    references: value('references')
      .split(', ')
      .filter((code) => code !== 'none'),
    parts: parseBody(text.slice(cut + '\n---\n'.length)),
  };
}

/** Reads the lines under a template's header. Throws BadTemplate. */
export function parseBody(body: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const part = line.trim() && parsePart(line.trim(), parts);
    if (part) parts.push(part);
  }
  return parts;
}

const MARKS: [PartKind, RegExp][] = [
  ['subheading', /^##(?=[*? ])/],
  ['section', /^#(?=[*? ])/],
  ['subpoint', /^\d+\.\d+\.(?=[*? ])/],
  ['point', /^\d+\.(?=[*? ])/],
  ['bold', /^!(?=[*? ])/],
  ['grif', /^>(?=[*? ])/],
  ['adoption', /^<(?=[*? ])/],
  ['side', /^@\+(?=[*? ])/],
  ['acquaintance', /^@@(?=[*? ])/],
  ['signature', /^@(?=[*? ])/],
  ['table', /^\|/],
];

/** The part a line makes; null when the line went into the table before it. */
function parsePart(line: string, before: TemplatePart[]): TemplatePart | null {
  if (line.replace(/\{\{!?\w+\}\}/g, '').includes('{{')) throw new BadTemplate('bad-placeholder', line);
  if (line === '===') return { ...NOTHING, kind: 'pageBreak' };
  const [kind, mark] = MARKS.find(([, pattern]) => pattern.test(line)) ?? (['paragraph', /^/] as const);
  const rest = line.replace(mark, '');
  const told = /^(?:\*\((\w+)\)|\?\((!?\w+)\))\s*/.exec(rest);
  const [whole = '', rows = null, condition = null] = told ?? [];
  const text = rest.slice(whole.length).trim();
  if (kind === 'table') return tablePart({ ...NOTHING, kind, rows, condition }, text, before);
  const above = before.at(-1)?.kind;
  if (kind === 'subpoint' && above !== 'point' && above !== 'subpoint') throw new BadTemplate('subpoint-alone', line);
  return { ...NOTHING, kind, text, rows, condition };
}

const NOTHING = { text: '', rows: null, condition: null, columns: [], cells: [] };

function tablePart(part: TemplatePart, text: string, before: TemplatePart[]): TemplatePart | null {
  const cells = text
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  const columns = cells.map((cell) => {
    const [, title = '', share = ''] = /^(.*):(\d+)$/.exec(cell) ?? [];
    return { title: title.trim(), share: Number(share) };
  });
  if (columns.every(({ share }) => share > 0)) return { ...part, columns, cells: [] };
  const last = before.at(-1);
  if (last?.kind !== 'table') throw new BadTemplate('table-row-alone', text);
  if (cells.length !== last.columns.length) throw new BadTemplate('bad-table', text);
  last.cells.push(cells);
  return null;
}

/** The names a template asks for: plain ones, and by list the names inside its rows. */
export interface AskedNames {
  /** Placeholders outside lists and names of conditions. */
  plain: Set<string>;
  /** By list: placeholders of its rows, among them perhaps plain ones. */
  rows: Map<string, Set<string>>;
}

/** What a template asks for. */
export function askedNames(template: Pick<ActTemplate, 'heading' | 'parts'>): AskedNames {
  const asked: AskedNames = { plain: new Set(placeholders(template.heading)), rows: new Map() };
  for (const { text, rows, condition, cells } of template.parts) {
    const inside = [text, ...cells.flat()].flatMap(placeholders);
    if (condition) asked.plain.add(condition.replace('!', ''));
    if (rows === null) for (const name of inside) asked.plain.add(name);
    else asked.rows.set(rows, new Set([...(asked.rows.get(rows) ?? []), ...inside]));
  }
  return asked;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
}

/** Puts values into `{{placeholders}}`. Throws when a value is missing: a paper with a hole must not come out. */
export function filled(text: string, values: Readonly<Record<string, unknown>>): string {
  const whole = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string') throw new Error(`the template asks for ${name}`);
    return value;
  });
  // A value may end with an abbreviation's full stop just before the sentence's own.
  return whole.replace(/\.\.$/, '.');
}
