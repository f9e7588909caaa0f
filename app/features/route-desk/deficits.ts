import type { Id } from '#db/schema.ts';
import { type Cell, type NumberTable, suppress } from '../monitoring/suppress.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { LEAST_TOLD } from './desk.ts';

/** An organisation with the people who have an open deficit, by area; `known` are those the viewer sees by name. */
export interface DeficitRow {
  id: Id;
  name: string;
  areas: Map<Area, { people: number; known: number }>;
}

/** A number of the map: told, or null when it is about too few people for this viewer. */
export type ToldNumber = number | null;

/** The map as shown: rows by organisation, totals by area. */
export interface DeficitMap {
  rows: { id: Id; name: string; numbers: Record<Area, ToldNumber> }[];
  totals: Record<Area, ToldNumber>;
  /** The largest number told, by which cells are shaded. */
  most: number;
  /** Whether anything is withheld. */
  isWithheld: boolean;
}

/** Decides what of the map is told. Numbers about people the viewer sees by name are told as they are. Source: BR-44. */
export function mapOf(rows: readonly DeficitRow[]): DeficitMap {
  const sums = new Map(AREAS.map((area) => [area, sumOf(rows, area)]));
  const isKnown = [...sums.values()].every(({ people, known }) => people === known);
  const hiddenTotals = new Set(isKnown ? [] : AREAS.filter((area) => isFew(sums.get(area)?.people ?? 0)));
  const hidden = isKnown ? null : suppress(tableOf(rows, hiddenTotals));
  const told = rows.map(({ id, name, areas }) => ({
    id,
    name,
    numbers: byArea((area) => (hidden?.get(id)?.has(area) ? null : (areas.get(area)?.people ?? 0))),
  }));
  const totals = byArea((area) => (hiddenTotals.has(area) ? null : (sums.get(area)?.people ?? 0)));
  const numbers = told.flatMap((row) => Object.values(row.numbers));
  return {
    ...{ rows: told, totals },
    most: Math.max(1, ...numbers.map((number) => number ?? 0)),
    isWithheld: numbers.includes(null),
  };
}

function tableOf(rows: readonly DeficitRow[], hiddenTotals: ReadonlySet<string>): NumberTable {
  const cells = rows.map(({ id, areas }): [string, Map<string, Cell>] => [
    id,
    new Map(
      AREAS.map((area): [string, Cell] => {
        const { people, known } = areas.get(area) ?? { people: 0, known: 0 };
        return [area, { value: people - known, people: people - known, printed: people }];
      }),
    ),
  ]);
  return { rows: new Map(cells), sums: [], hiddenTotals, least: LEAST_TOLD };
}

function sumOf(rows: readonly DeficitRow[], area: Area): { people: number; known: number } {
  let [people, known] = [0, 0];
  for (const { areas } of rows) {
    people += areas.get(area)?.people ?? 0;
    known += areas.get(area)?.known ?? 0;
  }
  return { people, known };
}

function isFew(people: number): boolean {
  return people > 0 && people < LEAST_TOLD;
}

function byArea(numberOf: (area: Area) => ToldNumber): Record<Area, ToldNumber> {
  return Object.fromEntries(AREAS.map((area) => [area, numberOf(area)])) as Record<Area, ToldNumber>;
}

/** The shade of a cell from 0 (nobody) to 4 (the most); the number beside it says the same. */
export function shadeOf(number: ToldNumber, most: number): 0 | 1 | 2 | 3 | 4 {
  if (!number) return 0;
  const shade = Math.ceil((number / most) * 4);
  return shade >= 4 ? 4 : shade === 3 ? 3 : shade === 2 ? 2 : 1;
}
