/**
 * A document cut into strips: pieces no higher than a line of text or a row of a table, that a page never splits.
 * Pure: laying out makes strips, `paginate` deals them out to pages, a writer draws them.
 */

/** A node of the file's structure for assistive programs; `role` is a standard structure type of PDF 1.7 (14.8.4). */
export type Node = { role: string; parent: Node | null; scope?: 'Column' | 'Row'; alt?: string };

/** What is drawn in a strip; coordinates are points from the strip's top left corner. `grey` 0 (black) to 1 fills a bar so. */
export type Mark =
  | { kind: 'text'; x: number; y: number; text: string; bold: boolean; size: number; node: Node }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'bar'; x: number; y: number; width: number; height: number; grey?: number };

/** One strip. `header` is repeated above it when it comes first on a page other than the one where the table began. */
export type Strip = {
  height: number;
  marks: Mark[];
  /** Stays on the page of the next strip. */
  keepWithNext: boolean;
  /** Empty space, dropped at the top of a page. */
  isGap: boolean;
  breaksPage: boolean;
  header: Strip[];
};

/** A strip on its page; `isRepeated` marks a table header shown again. */
export type PlacedStrip = { strip: Strip; y: number; isRepeated: boolean };

/** An ordinary strip. */
export function strip(height: number, marks: Mark[]): Strip {
  return { height, marks, keepWithNext: false, isGap: false, breaksPage: false, header: [] };
}

/** Empty space between parts. */
export function gap(height: number): Strip {
  return { ...strip(height, []), isGap: true };
}

/**
 * Deals strips out to pages of `fullHeight` points, the first one `firstHeight` high. Strips kept together move together
 * unless they fill over a page.
 */
export function paginate(strips: Strip[], fullHeight: number, firstHeight = fullHeight): PlacedStrip[][] {
  const pages: PlacedStrip[][] = [[]];
  let y = 0;
  let pageHeight = firstHeight;
  const turnPage = (header: Strip[]) => {
    y = 0;
    pageHeight = fullHeight;
    const page: PlacedStrip[] = [];
    for (const repeated of header) {
      page.push({ strip: repeated, y, isRepeated: true });
      y += repeated.height;
    }
    pages.push(page);
  };
  const place = (placed: Strip) => {
    if (placed.isGap && (y === 0 || y + placed.height > pageHeight)) {
      if (y > 0) y = pageHeight;
      return;
    }
    if (y > 0 && y + placed.height > pageHeight) turnPage(placed.header);
    pages.at(-1)?.push({ strip: placed, y, isRepeated: false });
    y += placed.height;
  };
  for (let start = 0; start < strips.length; ) {
    const group = groupAt(strips, start);
    start += group.length;
    const first = group.find((candidate) => !candidate.isGap);
    const height = group.reduce((sum, member) => sum + member.height, 0);
    if (group[0]?.breaksPage) {
      if (y > 0) turnPage([]);
      continue;
    }
    if (y > 0 && y + height > pageHeight && height <= fullHeight && first) turnPage(first.header);
    for (const member of group) place(member);
  }
  return pages.filter((page, index) => index === 0 || page.some((placed) => !placed.isRepeated));
}

/** The strips from `start` that have to share a page. */
function groupAt(strips: Strip[], start: number): Strip[] {
  let end = start;
  while (end + 1 < strips.length && strips[end]?.keepWithNext) end += 1;
  return strips.slice(start, end + 1);
}
