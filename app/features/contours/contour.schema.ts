import { z } from 'zod';
import {
  day,
  id,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  pageNumber,
  searchText,
  version,
} from '#app/core/form.ts';
import { GROUND_KINDS } from './contour.ts';

/** An organisation or area in the address. */
export const contourParams = z.object({ unitId: id() });

/** A component of an organisation in the address. */
export const componentParams = z.object({ unitId: id(), code: z.string().regex(/^[a-z_]{1,40}$/) });

/** The day a page is about; today when missing or senseless. */
export const contourQuery = z.object({ day: optionalDay().catch(null).default(null) });

/** The picture of an area: day, search, only organisations with gaps, page. */
export const contourAreaQuery = z.object({
  day: optionalDay().catch(null).default(null),
  search: searchText(),
  gaps: z.literal('yes').optional().catch(undefined),
  page: pageNumber(),
});

/** How the picture is narrowed. */
export type ContourAreaQuery = z.output<typeof contourAreaQuery>;

/** Placing a component inside. */
export const insideSchema = z.object({
  groundKind: z.enum(GROUND_KINDS),
  ground: line(300),
  from: day(),
  version: version(),
});

/** Placing it outside: by an agreement, or with a unit on a ground. */
export const outsideSchema = z.object({
  agreementId: optionalId(),
  providerUnitId: optionalId(),
  groundKind: z.enum(GROUND_KINDS),
  ground: optionalLine(300),
  from: day(),
  version: version(),
});

/** The last day without a successor. */
export const componentEndSchema = z.object({ endedOn: day(), endReason: line(500), version: version() });

/** Which providers the form offers. */
export const providerQuery = z.object({ search: searchText() });
