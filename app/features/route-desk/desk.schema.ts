import { z } from 'zod';
import {
  day,
  id,
  line,
  optionalId,
  optionalText,
  pageNumber,
  searchText,
  text,
  tick,
  version,
} from '#app/core/form.ts';
import { AREAS } from '../people/competence-area.ts';
import { DESK_FILTERS, MOST_IN_GROUP } from './desk.ts';

/** How the desk is narrowed; `tutor` is whose, for the head of the centre. */
export const deskFilterSchema = z.object({
  show: z.enum(DESK_FILTERS).catch('all'),
  search: searchText(),
  tutor: optionalId().catch(null),
  page: pageNumber(),
});

/** How the desk is narrowed. */
export type DeskQuery = z.output<typeof deskFilterSchema>;

/** An object's id in the address. */
export const deskParams = z.object({ id: id() });

/** The reading of a product. */
export const reviewSchema = z.object({
  decision: z.enum(['accepted', 'more']),
  note: optionalText(4000),
  version: version(),
});

/** Something said about a step. */
export const remarkSchema = z.object({
  text: optionalText(4000),
  isAboutPlan: tick(),
  isAgreed: tick(),
  isSupplement: tick(),
});

const several = z
  .union([z.array(id()).max(200), id().transform((one) => [one])])
  .optional()
  .transform((chosen) => [...new Set(chosen ?? [])]);

/** The preview of a group plan, in the address. */
export const groupQuery = z.object({
  offer: optionalId().catch(null),
  search: searchText(),
  page: pageNumber(),
});

/** One offer for the chosen routes. */
export const groupSchema = z.object({
  offerId: id(),
  area: z.enum(AREAS),
  startsOn: day(),
  dueOn: day(),
  expectedProduct: line(500),
  routeIds: several,
});

/** A plan in the address of its preview, as `paths.groupPreview` writes it; null when something of it is missing. */
export const groupPreviewQuery = z
  .object({
    offerId: id(),
    area: z.enum(AREAS),
    startsOn: day(),
    dueOn: day(),
    expectedProduct: line(500),
    routeIds: z
      .string()
      .transform((ids) => [...new Set(ids.split(','))])
      .pipe(z.array(id()).min(1).max(MOST_IN_GROUP)),
  })
  .nullable()
  .catch(null);

/** Taking a group plan back. */
export const undoSchema = z.object({ version: version() });

/** The owner's answer to a proposal. */
export const proposalSchema = z.object({
  answer: z.enum(['accepted', 'declined']),
  version: version(),
});

/** Handing routes of one tutor to another. */
export const handoverSchema = z.object({ tutorId: id(), from: day(), note: text(4000), routeIds: several });

/** Whose routes are handed over. */
export const handoverQuery = z.object({ tutor: optionalId().catch(null) });
