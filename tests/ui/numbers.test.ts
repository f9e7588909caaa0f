import { describe, expect, it } from 'vitest';
import { counted, formatMoney, formatNumber, formatPercent, typedMoney } from '#app/ui/numbers.ts';

const space = '\u00a0';

describe('numbers in Russian', () => {
  it.each([
    [0, 'пар'],
    [1, 'пара'],
    [2, 'пары'],
    [5, 'пар'],
    [11, 'пар'],
    [21, 'пара'],
    [22, 'пары'],
    [1.5, 'пары'],
  ])('%d agrees with «%s»', (count, word) => {
    expect(counted(count, 'пара', 'пары', 'пар').split(space).at(-1)).toBe(word);
  });

  it('take a decimal comma and no-break spaces', () => {
    expect(formatNumber(1234567.891, 1)).toBe(`1${space}234${space}567,9`);
    expect(formatPercent(0.908)).toBe(`90,8${space}%`);
    expect(formatMoney(1250050)).toBe(`12${space}500,50${space}₽`);
    expect(formatMoney(1250000)).toBe(`12${space}500${space}₽`);
  });

  it('are a dash when they cannot be computed', () => {
    expect([formatNumber(null), formatPercent(null), formatMoney(null)]).toEqual(['—', '—', '—']);
  });

  it('go into a money field without spaces', () => {
    expect([typedMoney(1250050), typedMoney(5), typedMoney(100)]).toEqual(['12500,50', '0,05', '1']);
  });
});
