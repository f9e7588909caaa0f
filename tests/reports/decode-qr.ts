import { formatBits, masks } from '#reports/qr-code.ts';

const blocksOf = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const dataOf = [16, 28, 44, 64, 86, 108, 124, 154, 182, 216];
const middles = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

/** Reads an undamaged code of level M back: a second look at the standard, written apart from the encoder. */
export function decodeQr(isDark: readonly (readonly boolean[])[]): string {
  const size = isDark.length;
  const version = (size - 17) / 4;
  const at = (row: number, column: number) => isDark[row]?.[column] === true;
  const cells = [0, 1, 2, 3, 4, 5, 7]
    .map((row) => at(row, 8))
    .concat([8, 7, 5, 4, 3, 2, 1, 0].map((column) => at(8, column)));
  const format = cells.reduce((bits, dark, index) => bits | (dark ? 1 << index : 0), 0);
  const mask = masks.findIndex((_, index) => formatBits(index) === format);
  const bits: number[] = [];
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    const turn = Math.floor((size - 1 - right) / 2 + (right < 6 ? 0.5 : 0));
    for (let step = 0; step < size; step += 1) {
      const row = turn % 2 === 0 ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column, size, version)) bits.push(Number(at(row, column) !== masks[mask]?.(row, column)));
      }
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  );
  const stream = undealt(words, version).flatMap((word) => Array.from(word.toString(2).padStart(8, '0'), Number));
  const number = (start: number, count: number) => Number.parseInt(stream.slice(start, start + count).join(''), 2);
  if (number(0, 4) !== 4) throw new Error('not in byte mode');
  const lengthBits = version < 10 ? 8 : 16;
  const bytes = Array.from({ length: number(4, lengthBits) }, (_, index) => number(4 + lengthBits + index * 8, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function isFunction(row: number, column: number, size: number, version: number): boolean {
  if (row === 6 || column === 6) return true;
  const isCorner = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  if (isCorner) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const own = middles[version - 1] ?? [];
  const last = own.at(-1);
  const centres = own.length === 0 ? [] : [6, ...own];
  return centres.some((down) =>
    centres.some((across) => {
      const isFinder = (down === 6 && (across === 6 || across === last)) || (down === last && across === 6);
      return !isFinder && Math.abs(row - down) <= 2 && Math.abs(column - across) <= 2;
    }),
  );
}

function undealt(words: readonly number[], version: number): number[] {
  const [count = 1, total = 0] = [blocksOf[version - 1], dataOf[version - 1]];
  const short = Math.floor(total / count);
  const blocks: number[][] = Array.from({ length: count }, () => []);
  let next = 0;
  for (let column = 0; column <= short; column += 1) {
    for (const [index, block] of blocks.entries()) {
      const length = short + (index >= count - (total % count) ? 1 : 0);
      if (column < length) block.push(words[next++] ?? 0);
    }
  }
  return blocks.flat();
}
