/** A repeatable source of chance: the same seed always makes the same region. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number;
  /** One of the list. */
  of<T>(list: readonly T[]): T;
  /** True in `percent` of cases. */
  happens(percent: number): boolean;
}

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    of: (list) => {
      const found = list[number(list.length)];
      if (found === undefined) throw new Error('nothing to choose from');
      return found;
    },
    happens: (percent) => number(100) < percent,
  };
}
