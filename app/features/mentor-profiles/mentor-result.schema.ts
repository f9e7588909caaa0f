import { z } from 'zod';
import { id, line, optionalLine, optionalText, version, wholeNumber } from '#app/core/form.ts';
import { EARLIEST_YEAR, RESULT_KINDS } from './mentor-result.ts';

const link = optionalLine(500).pipe(z.union([z.null(), z.url({ protocol: /^https?$/ })]));
const short = optionalLine(60).transform((typed) => typed ?? '');

/** A new result. */
export const resultSchema = z.object({
  kind: z.enum(RESULT_KINDS),
  title: line(200),
  year: wholeNumber(EARLIEST_YEAR, 2100),
  measure: optionalLine(200).transform((typed) => typed ?? ''),
  valueBefore: short,
  valueAfter: short,
  evidenceLink: link,
  evidencePaper: optionalText(500),
});

/** A form about a result that only says which version it was opened at. */
export const resultVersionSchema = z.object({ version: version() });

/** The id in the address of a result. */
export const resultParams = z.object({ id: id() });
