import { z } from 'zod';
import { id, line, optionalLine, optionalText, pageNumber, searchText, text, tick, version } from '#app/core/form.ts';
import { FORMATS, MENTEE_CATEGORIES, OCCASIONS, REMOTE_REASONS } from './mentoring-request.ts';

/** Several ticked answers: none, one or a list. */
const ticked = <T extends z.ZodType<string, unknown>>(one: T) =>
  z
    .union([z.array(one), one.transform((value) => [value])])
    .optional()
    .transform((values) => [...new Set(values ?? [])]);

const content = {
  occasion: z.enum(OCCASIONS),
  menteeCategory: z.enum(MENTEE_CATEGORIES),
  subject: optionalLine(120),
  difficulties: text(2000),
  expectation: optionalText(1000),
  formats: ticked(z.enum(FORMATS)),
  remoteReason: z.union([z.literal('').transform(() => null), z.enum(REMOTE_REASONS)]),
  isShared: tick(),
};

/** A new request; a curator names the person. */
export const newRequestSchema = z.object({ personId: id(), ...content });

/** A changed request. */
export const editRequestSchema = z.object({ ...content, version: version() });

/** Areas of difficulty. */
export const areasSchema = z.object({ areas: ticked(line(60)), version: version() });

/** A wish about one colleague. */
export const wishSchema = z.object({ mentorId: id(), wish: z.enum(['prefer', 'avoid', 'none']) });

/** A form that only says which version it was opened at. */
export const requestVersionSchema = z.object({ version: version() });

/** Whom a new request is for. */
export const newRequestQuery = z.object({ person: z.uuid().optional().catch(undefined) });

/** Address of one request. */
export const requestParams = z.object({ id: id() });

/** Filters of the list. */
export const requestFilterSchema = z.object({
  page: pageNumber(),
  search: searchText(),
  subject: searchText(),
  area: z.string().max(60).catch(''),
  state: z.enum(['open', 'all']).catch('open'),
});
