import { z } from 'zod';
import {
  day,
  id,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  optionalWholeNumber,
  pageNumber,
  searchText,
  text,
  version,
  wholeNumber,
} from '#app/core/form.ts';
import { AREAS } from '../people/competence-area.ts';
import { filesField } from '../product-files/product-file.schema.ts';
import { STEP_KINDS } from './route.ts';
import { REVISION_CAUSES } from './route-revision.ts';
import { type Correction, PRESENTATION_LEVELS, type StepPlan } from './route-step.ts';

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

/** The form of a new step; the correction is asked for once the roadmap is agreed. */
export const stepSchema = z.object({
  kind: z.enum(STEP_KINDS),
  area: z.enum(AREAS),
  title: line(300),
  goal: line(500),
  choiceReason: text(2000),
  alternatives: optionalText(2000).optional(),
  organisation: optionalLine(300).optional(),
  registerNumber: optionalLine(60).optional(),
  hours: optionalWholeNumber(1, 2000).optional(),
  startedOn: day(),
  dueOn: day(),
  expectedProduct: line(500),
  presentationForm: optionalLine(200).optional(),
  presentationLevel: noneOr(PRESENTATION_LEVELS),
  presentationPlace: optionalLine(200).optional(),
  presentedOn: optionalDay().optional(),
  cause: noneOr(REVISION_CAUSES),
  reason: optionalText(2000).optional(),
  offerId: optionalId().optional(),
});

/** The offer a new step is filled in from. */
export const stepAddQuery = z.object({ offer: optionalId().catch(null) });

/** What the form of a step means for its plan: nothing typed is an empty text. */
export function planOfForm(form: z.output<typeof stepSchema>): StepPlan & Correction & { offerId?: string | null } {
  const { organisation, registerNumber, presentationForm, presentationPlace, ...plan } = form;
  return {
    ...plan,
    organisation: organisation ?? '',
    registerNumber: registerNumber ?? '',
    presentationForm: presentationForm ?? '',
    presentationPlace: presentationPlace ?? '',
  };
}

function noneOr<const T extends readonly string[]>(words: T) {
  return z
    .union([z.literal('').transform(() => null), z.enum(words)])
    .optional()
    .transform((word) => word ?? null);
}

/** The form of an edited step. */
export const stepEditSchema = stepSchema.extend({ version: version() });

/** The form that closes a step; empty texts are refused by the rule's own sentence. */
export const closeStepSchema = z.object({
  product: optionalText(4000),
  productLink: optionalText(500).optional(),
  attitude: optionalText(4000),
  files: filesField(),
});

/** The form that attaches files. */
export const attachFilesSchema = z.object({ files: filesField() });

/** The form of the tutor's note. */
export const noteStepSchema = z.object({ note: text(4000), version: version() });
