import { z } from 'zod';
import { parseDay } from './dates.ts';

/** What a refused form carries back to its page: reasons and everything that was typed. */
export interface FormProblem {
  /** Sentences of the error summary, each tied to a field or to the form. */
  summary: { field: string | null; text: string }[];
  /** Sentence by field. */
  fields: Record<string, string>;
  /** What was typed, by field. */
  values: Record<string, string | string[]>;
  /** When somebody saved first: what stands there now, by field. */
  stale?: { field: string; label: string; theirs: string }[];
  /** Version in force after a stale write, so that a second press means "mine". */
  version?: number;
}

/** Code points no field accepts: controls except tab and line ends, bidi overrides, lone surrogates, non-characters. */
const FORBIDDEN_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const clean = z
  .string()
  .refine((text) => !FORBIDDEN_CHARACTERS.test(text), { params: { code: 'controls' } })
  .transform((text) => text.normalize('NFC').trim());

/** One line that must be filled, at most `most` characters. */
export const line = (most = 200) =>
  clean.transform((text) => text.replace(/\s+/gu, ' ')).pipe(z.string().min(1).max(most));
/** One line or nothing (null). */
export const optionalLine = (most = 200) =>
  clean
    .transform((text) => text.replace(/\s+/gu, ' '))
    .pipe(z.string().max(most))
    .transform((text) => text || null);
/** Several lines that must be filled. */
export const text = (most = 4000) => clean.transform(unixLines).pipe(z.string().min(1).max(most));
/** Several lines or an empty text. */
export const optionalText = (most = 4000) => clean.transform(unixLines).pipe(z.string().max(most));

function unixLines(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** A day typed as дд.мм.гггг, given on as 'YYYY-MM-DD'. */
export const day = () =>
  clean.pipe(z.string().min(1)).transform((value, context) => {
    const found = parseDay(value);
    if (found) return found;
    context.addIssue({ code: 'custom', params: { code: 'day' }, input: value });
    return z.NEVER;
  });

/** A day or nothing (null). */
export const optionalDay = () =>
  clean.transform((value, context) => {
    if (value === '') return null;
    const found = parseDay(value);
    if (found) return found;
    context.addIssue({ code: 'custom', params: { code: 'day' }, input: value });
    return z.NEVER;
  });

/** An id in a form or URL. */
export const id = () => z.uuid();
/** An id or nothing (null). */
export const optionalId = () => z.union([z.literal('').transform(() => null), z.uuid()]);
/** The version a form was opened at. */
export const version = () =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number);
/** A whole number in the given range. */
export const wholeNumber = (least: number, most: number) =>
  clean
    .pipe(z.string().regex(/^-?\d{1,9}$/))
    .transform(Number)
    .pipe(z.number().min(least).max(most));
/** A whole number in the given range, or nothing (null). */
export const optionalWholeNumber = (least: number, most: number) =>
  clean.transform((typed, context) => {
    if (typed === '') return null;
    const found = wholeNumber(least, most).safeParse(typed);
    if (found.success) return found.data;
    context.addIssue({ code: 'custom', params: { code: 'range', least, most }, input: typed });
    return z.NEVER;
  });
/** A ticked or unticked box. */
export const tick = () =>
  z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes');
/** Page number of a list, 1 when missing or senseless. */
export const pageNumber = () => z.coerce.number().int().min(1).max(10_000).catch(1);
/** Free search text of a list, empty when missing or too long. */
export const searchText = () => clean.pipe(z.string().max(100)).catch('');

/** Rows of a list page (ARCHITECTURE: lists page at 50). */
export const PAGE_SIZE = 50;
