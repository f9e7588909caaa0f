import { isDay, parseDay } from '#app/core/dates.ts';
import { cellText, plainWords, type SourceCell, type SourceSheet } from '../staff-lists/staff-list-source.ts';
import { areasAmong, type OfferEntry, ruleAgainstEntry } from './offer.ts';
import { areaWords, columnWords, kindWords, providerWords, yesWords } from './offer-sheet.text.ts';

/** Columns of a file with entries. */
export const OFFER_COLUMNS = [
  'kind',
  'title',
  'number',
  'providerName',
  'providerKind',
  'areas',
  'hours',
  'places',
  'startsOn',
  'endsOn',
  'place',
  'link',
  'about',
  'isShared',
  'region',
] as const;

/** A column by its meaning. */
export type OfferColumn = (typeof OFFER_COLUMNS)[number];

/** Why a row is refused; every code has one sentence. */
export type OfferRowRule =
  | 'row-no-title'
  | 'row-no-provider'
  | 'row-kind-unknown'
  | 'row-provider-unknown'
  | 'row-area-unknown'
  | 'row-hours-unreadable'
  | 'row-day-unreadable'
  | 'row-too-long'
  | 'row-formula'
  | 'row-other-region'
  | 'row-number-twice'
  | 'row-needs-number-and-hours'
  | 'row-ends-before-start'
  | 'row-link-not-web';

/** A refused row as Excel numbers it, with what stands in the cell the refusal is about. */
export interface OfferRefusal {
  row: number;
  code: OfferRowRule;
  value: string;
}

/** What a file says. */
export interface OfferSheet {
  entries: OfferEntry[];
  refusals: OfferRefusal[];
}

/** The most rows a file may hold. */
export const MOST_OFFER_ROWS = 2000;

type Place = Partial<Record<OfferColumn, number>>;
type Cells = Partial<Record<OfferColumn, SourceCell | null>>;

/** Reads the first sheet; null when its first rows do not name the columns. `keeper` is the name of one's own region. */
export function readOfferSheet(sheets: readonly SourceSheet[], keeper: string): OfferSheet | null {
  const rows = sheets.find(({ isHidden, rows }) => !isHidden && rows.length > 0)?.rows ?? [];
  const head = rows.slice(0, 10).findIndex(({ cells }) => isHead(placesOf(cells)));
  const found = rows[head];
  if (!found) return null;
  const places = placesOf(found.cells);
  const sheet: OfferSheet = { entries: [], refusals: [] };
  const numbers = new Set<string>();
  for (const { rowNumber, cells } of rows.slice(head + 1)) {
    const named: Cells = {};
    for (const column of OFFER_COLUMNS) named[column] = cells[places[column] ?? -1] ?? null;
    if (Object.values(named).every((cell) => cellText(cell) === '')) continue;
    const read = entryOf(named, keeper);
    if ('code' in read) sheet.refusals.push({ row: rowNumber, ...read });
    else if (read.number !== null && numbers.has(read.number))
      sheet.refusals.push({ row: rowNumber, code: 'row-number-twice', value: read.number });
    else {
      if (read.number !== null) numbers.add(read.number);
      sheet.entries.push(read);
    }
  }
  return sheet;
}

function placesOf(cells: readonly (SourceCell | null)[]): Place {
  const titles = cells.map((cell) => plainWords(cellText(cell)));
  const places: Place = {};
  for (const column of OFFER_COLUMNS) {
    const index = titles.findIndex((title) => columnWords[column].includes(title));
    if (index >= 0) places[column] = index;
  }
  return places;
}

function isHead(places: Place): boolean {
  return (['kind', 'title', 'providerName', 'areas'] as const).every((column) => places[column] !== undefined);
}

function entryOf(cells: Cells, keeper: string): OfferEntry | { code: OfferRowRule; value: string } {
  const refused = (code: OfferRowRule, value: string) => ({ code, value: value.slice(0, 200) });
  const formula = Object.values(cells).find((cell) => cell?.kind === 'formula' || cell?.kind === 'error');
  if (formula) return refused('row-formula', formula.text);
  const text = (column: OfferColumn) => cellText(cells[column]);
  const long = OFFER_COLUMNS.find((column) => text(column).length > (column === 'about' ? 1900 : 300));
  if (long) return refused('row-too-long', text(long));
  const region = plainWords(text('region'));
  if (region !== '' && region !== plainWords(keeper)) return refused('row-other-region', text('region'));
  const kind = kindWords.find(({ words }) => words.includes(plainWords(text('kind'))))?.kind;
  if (!kind) return refused('row-kind-unknown', text('kind'));
  if (text('title') === '') return refused('row-no-title', '');
  if (text('providerName') === '') return refused('row-no-provider', '');
  const provider = providerWords.find(({ words }) => words.includes(plainWords(text('providerKind'))))?.kind;
  if (!provider) return refused('row-provider-unknown', text('providerKind'));
  const areas = areasOf(text('areas'));
  if (areas === null) return refused('row-area-unknown', text('areas'));
  const [hours, places] = [numberOf(text('hours'), 1, 2000), numberOf(text('places'), 0, 100_000)];
  if (hours === undefined) return refused('row-hours-unreadable', text('hours'));
  if (places === undefined) return refused('row-hours-unreadable', text('places'));
  const [startsOn, endsOn] = [dayOf(text('startsOn')), dayOf(text('endsOn'))];
  if (startsOn === undefined) return refused('row-day-unreadable', text('startsOn'));
  if (endsOn === undefined) return refused('row-day-unreadable', text('endsOn'));
  const facts = {
    kind,
    title: text('title'),
    number: text('number').slice(0, 60) || null,
    hours,
    places,
    startsOn,
    endsOn,
  };
  const words = { place: text('place'), link: text('link') || null, about: text('about'), areas };
  const isShared = yesWords.includes(plainWords(text('isShared')));
  const entry = { ...facts, providerName: text('providerName'), providerKind: provider, ...words, isShared };
  return judged(entry, refused);
}

function judged(
  entry: OfferEntry,
  refused: (code: OfferRowRule, value: string) => { code: OfferRowRule; value: string },
) {
  switch (ruleAgainstEntry(entry)?.rule) {
    case undefined:
      return entry;
    case 'offer-needs-number-and-hours':
      return refused('row-needs-number-and-hours', entry.title);
    case 'offer-ends-before-start':
      return refused('row-ends-before-start', entry.endsOn ?? '');
    case 'offer-link-not-web':
      return refused('row-link-not-web', entry.link ?? '');
    default:
      return refused('row-area-unknown', '');
  }
}

/** The areas named, parted by semicolons or lines; null when one is unknown or none is named. */
function areasOf(text: string): OfferEntry['areas'] | null {
  const named = text.split(/[;\n]/).map(plainWords).filter(Boolean);
  const codes = named.map((name) => areaWords.find(({ words }) => words.some((word) => name.startsWith(word)))?.area);
  return named.length === 0 || codes.includes(undefined)
    ? null
    : areasAmong(codes.filter((code) => code !== undefined));
}

function numberOf(text: string, least: number, most: number): number | null | undefined {
  if (text === '') return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function dayOf(text: string): string | null | undefined {
  if (text === '') return null;
  return isDay(text) ? text : (parseDay(text) ?? undefined);
}
