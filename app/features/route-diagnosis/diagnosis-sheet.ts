import type { Id } from '#db/schema.ts';
import { cellText, plainWords, type SourceSheet } from '../staff-lists/staff-list-source.ts';
import { nameHeads } from './diagnosis-sheet.text.ts';

/** Why a row of a file with results is refused. */
export type DiagnosisRowRule =
  | 'row-other-centre'
  | 'row-several-people'
  | 'row-twice'
  | 'row-formula'
  | 'row-points-unreadable'
  | 'row-points-over'
  | 'row-nothing';

/** Why a file or its applying is refused. */
export type ImportRule =
  | 'results-file-missing'
  | 'results-file-unreadable'
  | 'results-file-too-large'
  | 'results-file-too-many'
  | 'results-file-columns'
  | 'results-already-applied'
  | 'results-nothing-to-apply';

/** A row that can be written: whose route, and points by block. */
export interface ResultRow {
  routeId: Id;
  name: string;
  points: [block: string, points: number][];
}

/** A refused row as Excel numbers it. */
export interface RefusedRow {
  row: number;
  code: DiagnosisRowRule;
  value: string;
}

/** The most rows a file may hold. */
export const MOST_RESULT_ROWS = 1000;

interface Block {
  code: string;
  name: string;
  maximum: number;
}

/**
 * Reads the first sheet with people and blocks; null when its first rows do not name the columns. `routes` are those of
 * the centre, by plain name: whoever is not among them is refused.
 */
export function readResults(
  sheets: readonly SourceSheet[],
  blocks: readonly Block[],
  routes: ReadonlyMap<string, readonly { routeId: Id; name: string }[]>,
): { results: ResultRow[]; refusals: RefusedRow[] } | null {
  const rows = sheets.find((sheet) => !sheet.isHidden && sheet.rows.length > 0)?.rows ?? [];
  const head = rows.slice(0, 10).findIndex(({ cells }) => placesOf(cells.map(cellText), blocks) !== null);
  const places = placesOf(rows[head]?.cells.map(cellText) ?? [], blocks);
  if (!places) return null;
  const results: ResultRow[] = [];
  const refusals: RefusedRow[] = [];
  const seen = new Set<Id>();
  for (const { rowNumber, cells } of rows.slice(head + 1)) {
    const name = cellText(cells[places.name]);
    const refuse = (code: DiagnosisRowRule, value = name) => refusals.push({ row: rowNumber, code, value });
    if (name === '' && places.blocks.every(({ at }) => cellText(cells[at]) === '')) continue;
    const found = routes.get(plainWords(name)) ?? [];
    const [route] = found;
    if (!route) refuse('row-other-centre');
    else if (found.length > 1) refuse('row-several-people');
    else if (seen.has(route.routeId)) refuse('row-twice');
    else {
      const points = pointsOf(cells, places.blocks);
      if ('code' in points) refuse(points.code, points.value);
      else {
        seen.add(route.routeId);
        results.push({ ...route, points: points.points });
      }
    }
  }
  return { results, refusals };
}

function placesOf(heads: readonly string[], blocks: readonly Block[]) {
  const words = heads.map(plainWords);
  const name = words.findIndex((word) => nameHeads.includes(word));
  const found = blocks.flatMap((block) => {
    const at = words.indexOf(plainWords(block.name));
    return at === -1 ? [] : [{ block, at }];
  });
  return name === -1 || found.length === 0 ? null : { name, blocks: found };
}

type Cells = SourceSheet['rows'][number]['cells'];

function pointsOf(
  cells: Cells,
  places: readonly { block: Block; at: number }[],
): { points: [string, number][] } | { code: DiagnosisRowRule; value: string } {
  const points: [string, number][] = [];
  for (const { block, at } of places) {
    const cell = cells[at];
    const text = cellText(cell);
    if (text === '') continue;
    if (cell?.kind === 'formula') return { code: 'row-formula', value: text };
    if (!/^\d{1,4}$/.test(text)) return { code: 'row-points-unreadable', value: text.slice(0, 80) };
    if (Number(text) > block.maximum) return { code: 'row-points-over', value: `${block.name}: ${text}` };
    points.push([block.code, Number(text)]);
  }
  return points.length === 0 ? { code: 'row-nothing', value: '' } : { points };
}
