/** The requisites of a document as strips: letterhead, marks in the corners, signatures, acquaintance. */
import { type Block, plain, type Run, type Side } from './document.ts';
import { reportsText } from './reports.text.ts';
import { bodySize, millimetre } from './sheet.ts';
import { gap, type Node, type Strip, strip } from './strips.ts';
import { tableStrips } from './table-strips.ts';
import { beside, boxed, flow, frame, kept, keptGap, type Place } from './text-strips.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

const markWidth = 85 * millimetre;
const markSize = 9.5;

/** The organisation, the kind of the document, date, number and place; an empty date or number is a line to fill in. */
export function letterheadStrips(block: Of<'letterhead'>, place: Place): Strip[] {
  const isCorner = block.layout === 'corner';
  const width = isCorner ? place.cornerWidth : place.bodyWidth;
  const centred = (node: Node, size: number) => frame(place, node, { width, size, align: 'center' });
  const node: Node = { role: 'P', parent: place.root };
  const organisation: Run[] = [{ text: block.organisation.join('\n'), bold: true }];
  const kindNode: Node = { role: 'H1', parent: place.root };
  const date = block.date === '' ? reportsText.blankDate : block.date;
  const number = `${reportsText.number}\u00A0${block.number === '' ? reportsText.blankNumber : block.number}`;
  const dateNode: Node = { role: 'P', parent: place.root };
  const dateLines = isCorner
    ? flow(plain(`${date} ${number}`), centred(dateNode, bodySize), place.measure)
    : dateLine(date, number, dateNode, place);
  return kept([
    ...flow(organisation, centred(node, bodySize), place.measure),
    ...flow(plain(block.details.join('\n')), centred({ role: 'P', parent: place.root }, 11), place.measure),
    gap(14),
    ...flow([{ text: block.documentKind, bold: true }], centred(kindNode, 15), place.measure),
    gap(8),
    ...dateLines,
    ...flow(plain(block.place), centred({ role: 'P', parent: place.root }, 11), place.measure),
    gap(16),
  ]);
}

/** The date at the left edge and the number at the right one, on one line when they fit. */
function dateLine(date: string, number: string, node: Node, place: Place): Strip[] {
  const half = frame(place, node, { width: place.bodyWidth / 2 });
  return beside(
    flow(plain(date), half, place.measure),
    flow(plain(number), { ...half, x: place.bodyWidth / 2, align: 'right' }, place.measure),
  );
}

/** Lines in the upper right corner: the approval grif, the mark of an appendix. */
export function rightCornerStrips(lines: readonly string[], place: Place): Strip[] {
  const box = frame(
    place,
    { role: 'P', parent: place.root },
    {
      x: place.bodyWidth - place.cornerWidth,
      width: place.cornerWidth,
    },
  );
  return flow(plain(lines.join('\n')), box, place.measure);
}

/** The mark of adoption at the left; the approval that follows it stands at the right of it. */
export function adoptionStrips(adoption: readonly string[], approval: readonly string[] | null, place: Place): Strip[] {
  // Two corners of eight centimetres do not stand beside each other within the margins.
  const width = approval ? Math.min(place.cornerWidth, place.bodyWidth * 0.47) : place.cornerWidth;
  const left = flow(
    plain(adoption.join('\n')),
    frame(place, { role: 'P', parent: place.root }, { width }),
    place.measure,
  );
  if (!approval) return [...left, gap(16)];
  return [...beside(left, rightCornerStrips(approval, { ...place, cornerWidth: width })), gap(16)];
}

/** Post, a line to sign on, name; the mark of an electronic signature in a frame under it. */
export function signatureStrips(block: Of<'signature'>, place: Place): Strip[] {
  const node: Node = { role: 'P', parent: place.root };
  const postWidth = place.bodyWidth * 0.42;
  const nameWidth = place.bodyWidth * 0.3;
  const post = flow(plain(block.post), frame(place, node, { width: postWidth }), place.measure);
  const nameBox = frame(place, node, { x: place.bodyWidth - nameWidth, width: nameWidth, align: 'right' });
  const name = flow(plain(block.name), nameBox, place.measure);
  // The name stands on the last line of the post.
  const padded = [...Array.from({ length: Math.max(0, post.length - name.length) }, () => strip(0, [])), ...name];
  const lines = beside(post, padded);
  const ruleY = bodySize * 1.15;
  const [x1, x2] = [postWidth + 10, place.bodyWidth - nameWidth - 10];
  lines.at(-1)?.marks.push({ kind: 'rule', x1, y1: ruleY, x2, y2: ruleY });
  const mark = block.mark === null ? [] : markStrips(block.mark, place.bodyWidth - markWidth, place);
  return [keptGap(26), ...kept([...lines, ...mark]), gap(16)];
}

function markStrips(mark: string, x: number, place: Place): Strip[] {
  const node: Node = { role: 'P', parent: place.root };
  const box = frame(place, node, { size: markSize, x: x + 6, width: markWidth - 12, align: 'center' });
  return [gap(6), ...boxed(flow(plain(mark), box, place.measure), x, markWidth)];
}

/** The sides of an agreement, two beside each other. */
export function sidesStrips(block: Of<'sides'>, place: Place): Strip[] {
  const pairs = Array.from({ length: Math.ceil(block.sides.length / 2) }, (_, row) =>
    block.sides.slice(row * 2, row * 2 + 2),
  );
  return pairs.flatMap((pair) => {
    const columns = pair.map((side, index) => sideStrips(side, index, place));
    const lines = beside(...columns);
    // Particulars longer than half a page may cross it; the end with the signatures stays in one piece.
    const isLong = lines.reduce((sum, line) => sum + line.height, 0) > place.bodyHeight / 2;
    const loose = lines.map((line, index) => ({ ...line, keepWithNext: !isLong || index >= lines.length - 8 }));
    return [keptGap(20), ...loose, gap(16)];
  });
}

function sideStrips(side: Side, index: number, place: Place): Strip[] {
  const width = place.bodyWidth * 0.47;
  const x = index === 0 ? 0 : place.bodyWidth - width;
  // A reader hears one side whole before the other begins.
  const whole: Node = { role: 'Div', parent: place.root };
  const box = (size: number) => frame(place, { role: 'P', parent: whole }, { x, width, size });
  const signed: Node = { role: 'P', parent: whole };
  const ruleWidth = width * 0.3;
  const nameBox = frame(place, signed, { x: x + ruleWidth + 8, width: width - ruleWidth - 8 });
  const name = flow(plain(side.name), nameBox, place.measure);
  const ruleY = bodySize * 1.15;
  name[0]?.marks.push({ kind: 'rule', x1: x, y1: ruleY, x2: x + ruleWidth, y2: ruleY });
  const markBox = frame(place, { role: 'P', parent: whole }, { x: x + 6, width: width - 12, size: 8.5 });
  const mark = side.mark === null ? [] : boxed(flow(plain(side.mark), markBox, place.measure), x, width);
  return [
    ...flow([{ text: side.title, bold: true }], box(bodySize), place.measure),
    ...flow(plain(side.lines.join('\n')), box(11.5), place.measure),
    strip(18, []),
    ...name,
    strip(4, []),
    ...mark,
  ];
}

/** The list of people who sign that they have read the document. */
export function acquaintanceStrips(block: Of<'acquaintance'>, place: Place): Strip[] {
  const { name, signature, date } = reportsText.acquaintance;
  const title = flow(plain(block.title), frame(place, { role: 'P', parent: place.root }, {}), place.measure);
  const table = {
    kind: 'table' as const,
    caption: null,
    columns: [5, 3, 2.5].map((share) => ({ share, align: 'left' as const })),
    headerRows: [[name, signature, date]],
    rows: block.names.map((person) => [person, '', '']),
    totals: null,
  };
  return [...kept([...title, gap(6)]), ...tableStrips(table, place, 26)];
}
