import { z } from 'zod';
import { day, id, line, optionalLine, pageNumber, searchText } from '#app/core/form.ts';

/** Filters of the directory. */
export const legalFilterSchema = z.object({ page: pageNumber(), search: searchText().default('') });

/** A new act. */
export const addReferenceSchema = z.object({
  unitId: id(),
  title: line(500),
  citation: line(500),
  number: line(50),
  datedOn: day(),
  startedOn: day(),
  replaces: optionalLine(80),
});
