/** Reed-Solomon correction for QR codes over GF(256) with the polynomial 0x11D. Source: ISO/IEC 18004. */

/** The data split into blocks, each with its own correction, dealt out byte by byte as the standard orders. */
export function withErrorCorrection(
  data: readonly number[],
  { blocks, ecBytes }: { blocks: number; ecBytes: number },
): number[] {
  const shortLength = Math.floor(data.length / blocks);
  const shortBlocks = blocks - (data.length % blocks);
  let start = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const length = shortLength + (index < shortBlocks ? 0 : 1);
    const part = data.slice(start, start + length);
    start += length;
    return { part, correction: correctionOf(part, ecBytes) };
  });
  const dealt = (columns: number, byte: (index: number, column: number) => number | undefined) =>
    Array.from({ length: columns }, (_, column) => parts.map((_part, index) => byte(index, column)))
      .flat()
      .filter((value) => value !== undefined);
  return [
    ...dealt(shortLength + 1, (index, column) => parts[index]?.part[column]),
    ...dealt(ecBytes, (index, column) => parts[index]?.correction[column]),
  ];
}

/** The `count` correction bytes of one block. */
export function correctionOf(data: readonly number[], count: number): number[] {
  const divisor = divisorOf(count);
  const rest = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [index, coefficient] of divisor.entries()) rest[index] = (rest[index] ?? 0) ^ times(coefficient, factor);
  }
  return rest;
}

/** Coefficients below the leading one of the product of (x − 2^i), i from 0 to count − 1. */
function divisorOf(count: number): number[] {
  const made = known.get(count) ?? multipliedOut(count);
  known.set(count, made);
  return made;
}

const known = new Map<number, number[]>();

function multipliedOut(count: number): number[] {
  const coefficients = [...Array.from({ length: count - 1 }, () => 0), 1];
  let root = 1;
  for (let step = 0; step < count; step += 1) {
    for (const [index, coefficient] of coefficients.entries()) {
      coefficients[index] = times(coefficient, root) ^ (coefficients[index + 1] ?? 0);
    }
    root = times(root, 2);
  }
  return coefficients;
}

/** Logarithms to the base 2 and powers of it, the powers twice over so that sums need no remainder. */
const [powers, logarithms] = (() => {
  const up = new Uint8Array(510);
  const down = new Uint8Array(256);
  for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
    up[exponent] = value;
    up[exponent + 255] = value;
    down[value] = exponent;
    value = (value << 1) ^ ((value >>> 7) * 0x11d);
  }
  return [up, down];
})();

function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : (powers[(logarithms[one] ?? 0) + (logarithms[other] ?? 0)] ?? 0);
}
