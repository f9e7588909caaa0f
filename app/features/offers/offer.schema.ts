import { z } from 'zod';
import {
  id,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  optionalWholeNumber,
  pageNumber,
  searchText,
  tick,
  version,
} from '#app/core/form.ts';
import { AREAS } from '../people/competence-area.ts';
import { OFFER_KINDS, PROVIDER_KINDS } from './offer.ts';

/** Whose entries a list shows. */
export const OFFER_PLACES = ['own', 'federal', 'elsewhere'] as const;

/** An offer's id in the address. */
export const offerParams = z.object({ id: id() });

/** Filters of the register; `route` carries along for which route something is looked for. */
export const offerFilterSchema = z.object({
  search: searchText(),
  area: z.enum(AREAS).or(z.literal('')).catch(''),
  kind: z.enum(OFFER_KINDS).or(z.literal('')).catch(''),
  from: z.enum(OFFER_PLACES).or(z.literal('')).catch(''),
  counts: z.literal('yes').or(z.literal('')).catch(''),
  route: optionalId().catch(null),
  page: pageNumber(),
});

/** How the register is narrowed. */
export type OfferFilter = z.output<typeof offerFilterSchema>;

const area = z.enum(AREAS);
const areas = z
  .union([z.array(area).max(AREAS.length), area.transform((one) => [one])])
  .optional()
  .transform((chosen) => [...new Set(chosen ?? [])]);

const entry = {
  kind: z.enum(OFFER_KINDS),
  title: line(300),
  number: optionalLine(60),
  providerName: line(300),
  providerKind: z.enum(PROVIDER_KINDS),
  hours: optionalWholeNumber(1, 2000),
  places: optionalWholeNumber(0, 100_000),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  place: optionalText(300),
  link: optionalLine(500),
  about: optionalText(4000),
  isShared: tick(),
  areas,
};

/** A new entry of one's register. */
export const offerAddSchema = z.object({ unitId: id(), ...entry });

/** A corrected entry. */
export const offerEditSchema = z.object({ ...entry, version: version() });

/** Taking an entry out of the register. */
export const offerEndSchema = z.object({ version: version() });

/** A file with entries; null when none was chosen. */
export const offerUploadSchema = z.object({
  unitId: id(),
  file: z.union([z.literal('').transform(() => null), z.custom<File>((value) => value instanceof Blob)]),
});

/** Writing what a file says. */
export const offerImportSchema = z.object({ version: version() });
