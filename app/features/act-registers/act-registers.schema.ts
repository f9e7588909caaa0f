import { z } from 'zod';
import { day, id, line, optionalId, version, wholeNumber } from '#app/core/form.ts';
import { JOURNALS } from '../local-acts/act-type.ts';

/** Which unit and year a page is about. */
export const placeSchema = z.object({ unit: optionalId().catch(null) });
/** A journal in an address. */
export const journalParams = z.object({ unitId: id(), journal: z.enum(JOURNALS) });
/** How numbers of a journal look. */
export const maskSchema = z.object({ mask: line(30), version: version() });
/** Numbers left out, and why. */
export const skipSchema = z.object({
  year: wholeNumber(2000, 2100),
  first: wholeNumber(1, 999_999),
  last: wholeNumber(1, 999_999),
  reason: line(300),
});
/** An act on paper. */
export const paperActSchema = z.object({
  unitId: id(),
  kind: line(60),
  heading: line(300),
  number: line(50),
  registeredOn: day(),
  inForceOn: day(),
});
