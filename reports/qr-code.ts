/**
 * A QR code of a short text: byte mode, error correction level M, versions 1 to 10 (up to 213 bytes).
 * Source: ISO/IEC 18004; the requisite «barcode (QR code)» is the 31st of GOST R 7.0.97-2025.
 */
import { withErrorCorrection } from './qr-correction.ts';

/** The squares of a code without its quiet zone: `isDark[row][column]`. */
export type QrCode = { size: number; isDark: boolean[][] };

/** Columns of a version's table: data bytes in all, and where alignment patterns stand. */
const versions: readonly { dataBytes: number; ecBytes: number; blocks: number; alignment: readonly number[] }[] = [
  { dataBytes: 16, ecBytes: 10, blocks: 1, alignment: [] },
  { dataBytes: 28, ecBytes: 16, blocks: 1, alignment: [6, 18] },
  { dataBytes: 44, ecBytes: 26, blocks: 1, alignment: [6, 22] },
  { dataBytes: 64, ecBytes: 18, blocks: 2, alignment: [6, 26] },
  { dataBytes: 86, ecBytes: 24, blocks: 2, alignment: [6, 30] },
  { dataBytes: 108, ecBytes: 16, blocks: 4, alignment: [6, 34] },
  { dataBytes: 124, ecBytes: 18, blocks: 4, alignment: [6, 22, 38] },
  { dataBytes: 154, ecBytes: 22, blocks: 4, alignment: [6, 24, 42] },
  { dataBytes: 182, ecBytes: 22, blocks: 5, alignment: [6, 26, 46] },
  { dataBytes: 216, ecBytes: 26, blocks: 5, alignment: [6, 28, 50] },
];

/** Squares row after row, 1 for dark; `fixed` squares belong to the patterns and are never turned over. */
type Grid = { size: number; dark: Uint8Array; fixed: Uint8Array };

/** Draws the text. Throws RangeError when it does not fit version 10. */
export function qrCode(text: string): QrCode {
  const bytes = new TextEncoder().encode(text);
  const version = versions.findIndex(({ dataBytes }, index) => bytes.length + (index < 9 ? 2 : 3) <= dataBytes) + 1;
  const table = versions[version - 1];
  if (!table) throw new RangeError('the text is too long for a QR code of version 10');
  const codewords = withErrorCorrection(dataCodewords(bytes, version, table.dataBytes), table);
  const grid = patternsOf(version, table.alignment);
  placeCodewords(grid, version, codewords);
  let best = { dark: grid.dark, penalty: Number.POSITIVE_INFINITY };
  for (let mask = 0; mask < masks.length; mask += 1) {
    const dark = maskedSquares(grid, mask);
    const penalty = penaltyOf(dark, grid.size, best.penalty);
    if (penalty < best.penalty) best = { dark, penalty };
  }
  return { size: grid.size, isDark: rowsOf(best.dark, grid.size) };
}

function rowsOf(squares: Uint8Array, size: number): boolean[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from(squares.subarray(row * size, (row + 1) * size), (square) => square === 1),
  );
}

function dataCodewords(bytes: Uint8Array, version: number, capacity: number): number[] {
  const lengthBits = version < 10 ? 8 : 16;
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, lengthBits);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  );
  for (let filler = 0xec; words.length < capacity; filler = filler === 0xec ? 0x11 : 0xec) words.push(filler);
  return words;
}

function fix({ size, dark, fixed }: Grid, row: number, column: number, isDark: boolean): void {
  if (row < 0 || row >= size || column < 0 || column >= size) return;
  dark[row * size + column] = isDark ? 1 : 0;
  fixed[row * size + column] = 1;
}

/** Patterns of the versions drawn so far: every code of a version begins with the same ones. */
const known = new Map<number, Grid>();

function patternsOf(version: number, alignment: readonly number[]): Grid {
  const size = 17 + 4 * version;
  const grid = known.get(version) ?? { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  if (!known.has(version)) drawPatterns(grid, version, alignment);
  known.set(version, grid);
  return { ...grid, dark: grid.dark.slice() };
}

function drawPatterns(grid: Grid, version: number, alignment: readonly number[]): void {
  const { size } = grid;
  for (let index = 0; index < size; index += 1) {
    fix(grid, 6, index, index % 2 === 0);
    fix(grid, index, 6, index % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    drawSquares(grid, row, column, 4, (distance) => distance !== 2 && distance !== 4);
  }
  const last = alignment.at(-1);
  for (const row of alignment) {
    for (const column of alignment) {
      const isFinder = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!isFinder) drawSquares(grid, row, column, 2, (distance) => distance !== 1);
    }
  }
  drawFormat(grid, 0);
  if (version >= 7) drawVersion(grid, version);
}

function drawSquares(grid: Grid, row: number, column: number, reach: number, isDark: (distance: number) => boolean) {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      fix(grid, row + down, column + right, isDark(Math.max(Math.abs(down), Math.abs(right))));
    }
  }
}

/** Fifteen bits: level M and the mask, with their own correction, masked. */
export function formatBits(mask: number): number {
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((mask << 10) | rest) ^ 0x5412;
}

/** Eighteen bits that name a version from 7 on. */
export function versionBits(version: number): number {
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (version << 12) | rest;
}

function drawFormat(grid: Grid, mask: number): void {
  const { size } = grid;
  const bits = formatBits(mask);
  const isDark = (bit: number) => ((bits >>> bit) & 1) === 1;
  for (let bit = 0; bit <= 5; bit += 1) fix(grid, bit, 8, isDark(bit));
  fix(grid, 7, 8, isDark(6));
  fix(grid, 8, 8, isDark(7));
  fix(grid, 8, 7, isDark(8));
  for (let bit = 9; bit < 15; bit += 1) fix(grid, 8, 14 - bit, isDark(bit));
  for (let bit = 0; bit < 8; bit += 1) fix(grid, 8, size - 1 - bit, isDark(bit));
  for (let bit = 8; bit < 15; bit += 1) fix(grid, size - 15 + bit, 8, isDark(bit));
  fix(grid, size - 8, 8, true);
}

function drawVersion(grid: Grid, version: number): void {
  const bits = versionBits(version);
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((bits >>> bit) & 1) === 1;
    const [far, near] = [grid.size - 11 + (bit % 3), Math.floor(bit / 3)];
    fix(grid, near, far, isDark);
    fix(grid, far, near, isDark);
  }
}

/** Fills the free squares in the standard's order. */
function placeCodewords(grid: Grid, version: number, codewords: readonly number[]): void {
  const order = knownOrders.get(version) ?? orderOf(grid);
  knownOrders.set(version, order);
  for (let bit = 0; bit < order.length; bit += 1) {
    const word = codewords[bit >>> 3];
    if (word !== undefined) grid.dark[order[bit] ?? 0] = (word >>> (7 - (bit & 7))) & 1;
  }
}

const knownOrders = new Map<number, Uint16Array>();

/** Free squares: two columns at a time from the right, up and down in turn. */
function orderOf({ size, fixed }: Grid): Uint16Array {
  const order: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const isUpward = ((right + 1) & 2) === 0;
      const start = (isUpward ? size - 1 - step : step) * size;
      for (const at of [start + right, start + right - 1]) if (fixed[at] !== 1) order.push(at);
    }
  }
  return Uint16Array.from(order);
}

/** Whether each mask turns a square over, by its row and column. */
export const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The squares with those the mask names turned over, and the mask's number written. */
function maskedSquares({ size, dark, fixed }: Grid, mask: number): Uint8Array {
  const turns = turnsOf(mask, size);
  const squares = new Uint8Array(dark.length);
  for (let at = 0; at < dark.length; at += 1) {
    squares[at] = fixed[at] === 1 ? (dark[at] ?? 0) : (dark[at] ?? 0) ^ (turns[at] ?? 0);
  }
  drawFormat({ size, dark: squares, fixed }, mask);
  return squares;
}

const knownTurns = new Map<string, Uint8Array>();

function turnsOf(mask: number, size: number): Uint8Array {
  const key = `${mask} ${size}`;
  const turns =
    knownTurns.get(key) ??
    Uint8Array.from({ length: size * size }, (_, at) => (masks[mask]?.(Math.floor(at / size), at % size) ? 1 : 0));
  knownTurns.set(key, turns);
  return turns;
}

/** How hard a code is to read, by the four rules of the standard; the mask with the least is taken, so `most` ends it. */
function penaltyOf(squares: Uint8Array, size: number, most: number): number {
  let penalty = 0;
  let darkCount = 0;
  for (let line = 0; line < size && penalty < most; line += 1) {
    penalty += linePenalty(squares, line * size, 1, size) + linePenalty(squares, line, size, size);
  }
  for (let at = 0; at < squares.length && penalty < most; at += 1) {
    const dark = squares[at] ?? 0;
    darkCount += dark;
    const isInside = at % size < size - 1 && at + size < squares.length;
    if (isInside && squares[at + 1] === dark && squares[at + size] === dark && squares[at + size + 1] === dark) {
      penalty += 3;
    }
  }
  return penalty + Math.floor(Math.abs(darkCount * 20 - squares.length * 10) / squares.length) * 10;
}

/** Runs of five and more of one colour, and what looks like a corner pattern, in one row or column. */
function linePenalty(squares: Uint8Array, start: number, step: number, size: number): number {
  let penalty = 0;
  let run = 0;
  let last = 2;
  let window = 0;
  for (let index = 0; index < size; index += 1) {
    const dark = squares[start + index * step] ?? 0;
    run = dark === last ? run + 1 : 1;
    last = dark;
    if (run === 5) penalty += 3;
    if (run > 5) penalty += 1;
    window = ((window << 1) | dark) & 0x7ff;
    if (index >= 10 && (window === 0b00001011101 || window === 0b10111010000)) penalty += 40;
  }
  return penalty;
}
