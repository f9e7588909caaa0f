import { z } from 'zod';
import { day, id, line, optionalDay, pageNumber, searchText, text, version } from '#app/core/form.ts';
import { STANDARDS } from '#reports/issue.ts';
import { FORCES } from './act-force.ts';
import { actTypes } from './act-type.ts';

const several = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(100), one.transform((value) => [value])]);
const control = z.enum(['head', 'author']);

/** The form that draws up an order. */
export const orderDraftSchema = z.object({
  unitId: id(),
  mentorshipIds: several(id()).optional(),
  programmeDueOn: day(),
  control,
});

/** The form that corrects its text. */
export const orderEditSchema = z.object({
  programmeDueOn: day(),
  control,
  nameKey: several(line(80)).optional(),
  nameText: several(line(300)).optional(),
  version: version(),
});

/** Handing a text in, and who is asked about it. */
export const submitSchema = z.object({
  version: version(),
  reviewerIds: several(id()).optional(),
  reviewDueOn: optionalDay().optional(),
});

/** A form that only says which version it was opened at. */
export const versionOnlySchema = z.object({ version: version() });
/** The head's return with what to mend. */
export const returnSchema = z.object({ reason: text(1000) });

/** By which standard a file is asked for; null means the organisation's own. */
export const actStandard = z.object({ standard: z.enum(STANDARDS).nullable().catch(null).default(null) });

/** Which file is asked for: by which standard, and whether the very one a detached signature was made of. */
export const actFileQuery = actStandard.extend({
  isOriginal: z.literal('1').optional().catch(undefined).transform(Boolean),
});

/** The standard an organisation chooses; the version it was chosen at, 0 when none was chosen before. */
export const outputStandardSchema = z.object({ unitId: id(), standard: z.enum(STANDARDS), version: version() });

/** Which organisation is looked at. */
export const unitFilter = z.object({ unitId: id().optional().catch(undefined) });

/** How the list is asked for by state: those of drafts and, of approved acts, how they stand on the day asked about. */
export const SHOWN_STATES = ['draft', 'review', 'returned', 'cancelled', ...FORCES] as const;

/** Filters of the register. */
export const actFilterSchema = z.object({
  page: pageNumber(),
  search: searchText().default(''),
  state: z.enum(SHOWN_STATES).or(z.literal('')).catch(''),
  kind: z
    .string()
    .refine((word) => actTypes.some(({ code }) => code === word))
    .or(z.literal(''))
    .catch(''),
  year: z.coerce.number().int().min(2000).max(2100).nullable().catch(null),
  asOf: optionalDay().catch(null),
});
