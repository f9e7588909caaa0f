/**
 * A document as a value: what an order, a programme or a report says, before anyone decides how it is drawn.
 * It is plain JSON: stored with an issued document, hashed for approval, shown as HTML, written as PDF and DOCX.
 * Source of the requisites and sizes: GOST R 7.0.97-2025.
 */

/** A stretch of text in one style. Text may hold no-break spaces; a line feed is a forced line break. */
export type Run = { text: string; bold?: true };

/** A numbered point with its own points one level down («1.», «1.1.»). */
export type Point = { runs: Run[]; points?: { runs: Run[] }[] };

/** A table column; `share` is its part of the width relative to the other columns. */
export type TableColumn = { share: number; align: 'left' | 'center' | 'right' };

/**
 * One bar of a picture: `value` is drawn against the picture's maximum, `before` marks where it began, `text` is the
 * value as read.
 */
export type Bar = { label: string; value: number | null; text: string; before?: number };

/** One side of an agreement: what it is called, its particulars, who signs; `mark` as in a signature. */
export type Side = { title: string; lines: string[]; name: string; mark: string | null };

/** One lane of a picture: bars from and to, and single points, as shares of the span (0 to 1); `label` stands after the bar. */
export type Lane = {
  title: string;
  bars: { from: number; to: number; label: string; tone: 'done' | 'going' | 'late' | 'later' }[];
  points: { at: number; label: string }[];
};

/** The parts a document is made of, in order. */
export type Block =
  /** The organisation, the kind of the document, date, number, place. An empty date or number leaves a line to fill in by hand. */
  | {
      kind: 'letterhead';
      layout: 'corner' | 'centred';
      organisation: string[];
      details: string[];
      documentKind: string;
      date: string;
      number: string;
      place: string;
    }
  /** The heading to the text. */
  | { kind: 'subject'; text: string }
  /** The approval grif in the upper right («УТВЕРЖДЕНО приказом … от … № …»): one line each. */
  | { kind: 'approval'; lines: string[] }
  /** The mark of adoption in the upper left («ПРИНЯТО … протокол …»); an approval right after it stands beside it. */
  | { kind: 'adoption'; lines: string[] }
  /** The mark of an appendix in the upper right («Приложение № 1 к приказу …»); begins a page of its own. */
  | { kind: 'appendix'; lines: string[] }
  /** Level 1 is the title of the document, 2 a section, 3 a part of a section. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: Run[]; align: 'justify' | 'left' | 'center' | 'right'; firstLineIndent: boolean }
  /** Points numbered from `startAt`; inside a numbered section its number stands before («2.1.», «2.1.1.»). */
  | { kind: 'points'; startAt: number; section?: number; points: Point[] }
  /** Header rows repeat on every page; `totals` is one last bold row. */
  | {
      kind: 'table';
      caption: string | null;
      columns: TableColumn[];
      headerRows: string[][];
      rows: string[][];
      totals: string[] | null;
    }
  /** The signature: post on the left, a line, the name on the right; `mark` is the electronic signature's text under it. */
  | { kind: 'signature'; post: string; name: string; mark: string | null }
  /** The sides of an agreement beside each other, two in a row; `lines` are a side's particulars above its signature. */
  | { kind: 'sides'; sides: Side[] }
  /** The list of people who sign that they have read the document. */
  | { kind: 'acquaintance'; title: string; names: string[] }
  /** Horizontal bars with their values written out. */
  | { kind: 'bars'; caption: string; maximum: number; bars: Bar[] }
  /** Lanes over a span of time cut into equal columns; what is drawn is also said in words by `alt` and by a table. */
  | { kind: 'lanes'; caption: string; alt: string; columns: string[]; lanes: Lane[] }
  | { kind: 'pageBreak' };

/** A whole document. `kind` is the code of its template or report; `footer` is the small line under every page. */
export type Document = {
  language: 'ru';
  title: string;
  kind: string;
  /** Left margin 30 mm for what is kept over ten years («orders»), 20 mm otherwise («plain»). */
  profile: 'orders' | 'plain';
  orientation: 'portrait' | 'landscape';
  blocks: Block[];
  footer: string | null;
};

/** Plain text as runs. */
export function plain(text: string): Run[] {
  return [{ text }];
}

/** An ordinary justified paragraph with the first line indented. */
export function paragraph(content: string | Run[]): Block {
  const runs = typeof content === 'string' ? plain(content) : content;
  return { kind: 'paragraph', runs, align: 'justify', firstLineIndent: true };
}

/** The points of a list with their printed numbers, in reading order, both levels. */
export function labelledPoints(
  block: Extract<Block, { kind: 'points' }>,
): { label: string; level: 1 | 2; runs: Run[] }[] {
  return block.points.flatMap((point, index) => {
    const number = `${block.section === undefined ? '' : `${block.section}.`}${block.startAt + index}`;
    const inner = (point.points ?? []).map((child, childIndex) => ({
      label: `${number}.${childIndex + 1}.`,
      level: 2 as const,
      runs: child.runs,
    }));
    return [{ label: `${number}.`, level: 1 as const, runs: point.runs }, ...inner];
  });
}
