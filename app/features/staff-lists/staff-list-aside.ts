import { FOOTER, TOTALS, VACANCY } from './staff-list-columns.text.ts';
import { type ColumnMapping, type MappedRow, numbersColumns } from './staff-list-columns.ts';
import { looksLikeFullName } from './staff-list-names.ts';
import { cellText, plainWords } from './staff-list-source.ts';

/** What a row under the header is when it is nobody's: it is left out, not refused. */
export type AsideKind = 'blank' | 'total' | 'header' | 'section' | 'vacancy' | 'footer';

/** Tells whether a row is nobody's; null when it is about a person. */
export function asideKind(row: MappedRow, mapping: ColumnMapping): AsideKind | null {
  const texts = row.source.cells.map((cell) => (cell?.kind === 'formula' ? '=' : cellText(cell)));
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'blank';
  if (filled.slice(0, 3).some((text) => TOTALS.test(plainWords(text)))) return 'total';
  if (numbersColumns(row.source) || repeatsHeadings(row, mapping)) return 'header';
  if (filled.every((text) => text === '=')) return 'total';
  const { cells } = row;
  const hasOwnDays = [cells.birthOn, cells.hiredOn, cells.email].some((place) => /\d|@/.test(place?.cell.text ?? ''));
  if (!hasOwnDays && FOOTER.test(plainWords(filled[0] ?? ''))) return 'footer';
  const nameCell = cells.lastName ?? cells.fullName ?? cells.firstName ?? cells.firstAndMiddleName;
  const isAboutSomeone =
    hasOwnDays || Boolean(cells.category ?? cells.teachingSince ?? cells.experience ?? cells.phone ?? cells.contacts);
  if (nameCell === undefined) return isAboutSomeone ? null : 'blank';
  const name = nameCell.cell.kind === 'formula' ? '' : cellText(nameCell.cell);
  if (VACANCY.test(plainWords(name))) return 'vacancy';
  if (new Set(filled).size === 1 && name !== '' && !looksLikeFullName(name)) return 'section';
  return null;
}

/** A header printed again on each page: at least two cells begin like the headings of their own columns. */
function repeatsHeadings(row: MappedRow, mapping: ColumnMapping): boolean {
  const repeated = mapping.columns.filter(({ index, field, heading }) => {
    const text = row.source.cells[index]?.text ?? '';
    if (field === null || text.length > heading.length) return false;
    const words = plainWords(text);
    return words !== '' && plainWords(heading).startsWith(words);
  });
  return repeated.length >= 2;
}
