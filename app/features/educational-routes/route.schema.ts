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
  version,
  wholeNumber,
} from '#app/core/form.ts';
import { AREAS } from '../people/competence-area.ts';
import { STEP_KINDS } from './route.ts';

/** Ways to narrow the list of routes. */
export const ROUTE_FILTERS = ['all', 'overdue', 'untutored', 'completed'] as const;

/** Filters of the list. */
export const routeFilterSchema = z.object({
  search: searchText(),
  show: z.enum(ROUTE_FILTERS).catch('all'),
  page: pageNumber(),
});

/** Search of a person to open a route for; `person` once chosen. */
export const routeOpenQuery = z.object({
  search: searchText(),
  page: pageNumber(),
  person: optionalId().catch(null),
});

/** The form that opens a route; the rule decides about years, so that its sentence is shown. */
export const openRouteSchema = z.object({
  personId: id(),
  centreId: id(),
  years: wholeNumber(1, 99),
  startedOn: day(),
  tutorId: optionalId().optional(),
  targetImage: optionalText(4000),
});

/** The form of a tutor's period. */
export const assignTutorSchema = z.object({ tutorId: id(), from: day() });

/** The form of the target image. */
export const targetImageSchema = z.object({ targetImage: text(4000), version: version() });

/** The form that completes a position. */
export const completePositionSchema = z.object({ note: text(8000) });

/** The form of a new step. */
export const stepSchema = z.object({
  kind: z.enum(STEP_KINDS),
  area: z.enum(AREAS),
  title: line(300),
  expectedProduct: line(500),
  startedOn: day(),
  dueOn: day(),
});

/** The form of an edited step. */
export const stepEditSchema = stepSchema.extend({ version: version() });

/** The form that closes a step; empty texts are refused by the rule's own sentence. */
export const closeStepSchema = z.object({ product: optionalText(4000), attitude: optionalText(4000) });

/** The form of the tutor's note. */
export const noteStepSchema = z.object({ note: text(4000), version: version() });
