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
import { AGREEMENT_STATES } from './agreement.ts';

/** An agreement's id in the address. */
export const agreementParams = z.object({ id: id() });

const terms = {
  number: line(60),
  signedOn: day(),
  startedOn: day(),
  endedOn: optionalDay(),
  subject: line(500),
};

/** A new agreement. */
export const agreementAddSchema = z.object({
  unitId: id(),
  partnerUnitId: optionalId(),
  partnerName: optionalLine(300),
  ...terms,
});

/** Corrected terms; the parties stay. */
export const agreementEditSchema = z.object({ ...terms, version: version() });

/** The last day before the term, and why. */
export const agreementEndSchema = z.object({ endedOn: day(), endReason: line(500), version: version() });

/** Filter of the list. */
export const agreementFilterSchema = z.object({
  search: searchText(),
  state: z.enum(AGREEMENT_STATES).or(z.literal('')).catch(''),
  page: pageNumber(),
});

/** How the list is narrowed. */
export type AgreementFilter = z.output<typeof agreementFilterSchema>;

/** Which partners the form offers: part of a name. */
export const partnerFilterSchema = z.object({ search: searchText() });
