import { z } from 'zod';
import {
  day,
  id,
  line,
  optionalDay,
  optionalLine,
  pageNumber,
  searchText,
  text,
  tick,
  version,
} from '#app/core/form.ts';
import { EARLY_REASONS, PAUSE_REASONS } from './move.ts';

/** An object's id in the address. */
export const moveParams = z.object({ id: id() });

/** The search of the organisation one moves to. */
export const moveQuery = z.object({ search: searchText() });

/** A teacher's word that he moves. */
export const moveSchema = z.object({
  unitId: id(),
  postCode: line(60),
  subject: optionalLine(120),
  startsOn: day(),
  takesRoute: tick(),
});

/** The organisation's answer. */
export const moveAnswerSchema = z.object({ answer: z.enum(['accepted', 'declined']), version: version() });

/** Taking the word back. */
export const moveWithdrawSchema = z.object({ version: version() });

/** A list's page. */
export const movesQuery = z.object({ page: pageNumber() });

/** The owner's decision about the route. */
export const transferSchema = z.object({ decision: z.enum(['done', 'kept']), version: version() });

/** A pause. */
export const pauseSchema = z.object({
  reason: z.enum(PAUSE_REASONS),
  startedOn: day(),
  expectedUntil: optionalDay(),
});

/** The return; the days of the open steps move along only when ticked. */
export const returnSchema = z.object({ returnedOn: day(), shifts: tick() });

/** An end before the term. */
export const earlyEndSchema = z.object({ reason: z.enum(EARLY_REASONS), reflection: text(4000), version: version() });

/** Items of one's programme that serve a step. */
export const planItemsSchema = z.object({
  itemIds: z
    .union([z.array(id()).max(100), id().transform((one) => [one])])
    .optional()
    .transform((chosen) => [...new Set(chosen ?? [])]),
});
