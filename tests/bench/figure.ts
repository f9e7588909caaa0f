/** One measured figure and the limit it is held to. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  limit: number;
  /** Whether the limit is the least allowed (a ratio of speed) or the most (a time, a size). */
  bound: 'at-least' | 'at-most';
}

/** Whether the figure keeps its limit. */
export function isOk({ value, limit, bound }: Figure): boolean {
  return bound === 'at-least' ? value >= limit : value <= limit;
}

/** The line printed for a figure: name, figure, unit, limit, ok or short. */
export function lineOf(figure: Figure): string {
  const sign = figure.bound === 'at-least' ? '>=' : '<=';
  const cells = [figure.name.padEnd(44), figure.value.toFixed(2).padStart(10), figure.unit.padEnd(8)];
  return [...cells, `${sign} ${figure.limit}`.padEnd(10), isOk(figure) ? 'ok' : 'short'].join('  ');
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The given share (0–1) of measurements lies at or below this value. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
