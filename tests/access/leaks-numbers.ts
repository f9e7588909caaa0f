import { readEntities } from './page-form.ts';

/** Columns that count organisations or say in words what the others are; people stand in the rest. */
const NOT_PEOPLE = /название|организац|показатель|формула|муниципалитет|единица/i;
const FEW = [1, 2, 3, 4];

/** Numbers of one to four in the tables of a page of monitoring, where people are counted. */
export function smallNumbersIn(html: string): string[] {
  return [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].flatMap(([table]) => {
    const [headings = [], ...rows] = [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => cellsOf(row));
    return rows.flatMap((cells) => {
      return cells.flatMap((cell, column) => {
        const heading = headings[column] ?? '';
        const isSmall = !NOT_PEOPLE.test(heading) && countsIn(cell).some((count) => FEW.includes(count));
        return isSmall ? [`${cells[0]}, ${heading}: ${cell}`] : [];
      });
    });
  });
}

function cellsOf(row: string): string[] {
  return [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, inner = '']) => {
    return readEntities(inner.replace(/<[^>]+>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Whole numbers of a cell: shares and ratios, written with a comma, tell nothing without the counts beside them. */
function countsIn(cell: string): number[] {
  return (cell.match(/(?<![\d,])\d+(?![\d,])/g) ?? []).map(Number);
}
