/** A line of one text or of both. */
export interface DifferenceLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/**
 * How one text became another, line by line: the longest common run of lines stays, the rest is taken out or put in.
 * Time and memory grow with the product of the lengths; texts of templates hold some hundreds of lines.
 */
export function lineDifferences(before: string, after: string): DifferenceLine[] {
  const [old, fresh] = [before, after].map((text) => text.split('\n').map((line) => line.trimEnd()));
  if (!old || !fresh) return [];
  const width = fresh.length + 1;
  // common[i * width + j]: how many lines the ends of the texts from i and j on have in common.
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const below = common[(i + 1) * width + j] ?? 0;
      const right = common[i * width + j + 1] ?? 0;
      const both = (common[(i + 1) * width + j + 1] ?? 0) + 1;
      common[i * width + j] = old[i] === fresh[j] ? both : Math.max(below, right);
    }
  }
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [left, right] = [old[i], fresh[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push({ kind: 'removed', text: left ?? '' });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return lines;
}
