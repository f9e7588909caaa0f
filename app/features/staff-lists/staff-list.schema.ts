import { z } from 'zod';
import { id, pageNumber, version, wholeNumber } from '#app/core/form.ts';
import { ROW_OUTCOMES } from './staff-list.ts';
import { STAFF_LIST_FIELDS } from './staff-list-columns.ts';

/** A list's id in the address. */
export const listParams = z.object({ id: id() });

/** Which rows of a list are shown. */
export const rowsFilter = z.object({ show: z.enum(ROW_OUTCOMES).optional().catch(undefined), page: pageNumber() });

/** Filter of the history of lists. */
export const listsFilter = z.object({ page: pageNumber() });

/** A file for a unit; null when none was chosen. */
export const uploadSchema = z.object({
  unitId: id(),
  file: z.union([z.literal('').transform(() => null), z.custom<File>((value) => value instanceof Blob)]),
});

/** An act without any words of its own. */
export const versionSchema = z.object({ version: version() });

/** The most columns a file may have; each has a field of its own on the page of meanings. */
export const MOST_COLUMNS = 60;

/** The field for the meaning of a column. */
export const columnField = (index: number) => `column${index}` as const;

const meaning = z.union([z.literal(''), z.enum(STAFF_LIST_FIELDS)]).optional();
const meanings: Record<`column${number}`, typeof meaning> = Object.fromEntries(
  Array.from({ length: MOST_COLUMNS }, (_, index) => [columnField(index), meaning]),
);

/** How a sheet is read: the sheet by its place in the file, the row of the header, the meaning of each column. */
export const mappingSchema = z.object({
  version: version(),
  sheet: wholeNumber(0, 500),
  headerRow: wholeNumber(1, 1_000_000),
  ...meanings,
});

/** Names of organisations shown and decided at once. */
export const MOST_NAMES = 100;

/** The field for the place of a name, by its number on the page. */
export const placeField = (index: number) => `place${index}` as const;

/** What means that people under a name are left out. */
export const LEFT_OUT = 'skip';

const place = z.union([z.literal(''), z.literal(LEFT_OUT), z.uuid()]).optional();
const places: Record<`place${number}`, typeof place> = Object.fromEntries(
  Array.from({ length: MOST_NAMES }, (_, index) => [placeField(index), place]),
);

/** Where the people under each name go; the version holds the order of the names. */
export const placesSchema = z.object({ version: version(), ...places });
