import { z } from 'zod';
import { day, id, optionalText, optionalWholeNumber, tick, wholeNumber } from '#app/core/form.ts';
import { BLOCK_CODES, type BlockCode } from '../diagnostic-instruments/instrument.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { filesField } from '../product-files/product-file.schema.ts';

type Fields<P extends string, V> = { [A in Area as `${P}_${A}`]: V };

/** A field of the same kind for each of the nine areas, named `prefix_area`. */
function perArea<P extends string, V>(prefix: P, make: () => V): Fields<P, V> {
  return Object.fromEntries(AREAS.map((area) => [`${prefix}_${area}`, make()])) as Fields<P, V>;
}

/** The form of achievements and resources: words and what confirms them, area by area. */
export const strengthsSchema = z.object({
  ...perArea('note', () => optionalText(1000).optional()),
  ...perArea('evidence', () => optionalText(500).optional()),
});

/** The form of difficulties: a mark for every area, words where there is something to say. */
export const difficultiesSchema = z.object({
  ...perArea('mark', () => wholeNumber(1, 10)),
  ...perArea('note', () => optionalText(1000).optional()),
});

/** The form of a deficit named by hand. */
export const deficitSchema = z.object({
  area: z.enum(AREAS),
  description: optionalText(500).pipe(z.string().min(1)),
});

/** The form that attaches what confirms a sheet. */
export const evidenceSchema = z.object({ files: filesField() });

/** The form that says which areas are shown. */
export const shareSchema = z.object({ showAll: tick(), ...perArea('show', () => tick()) });

const point = () => optionalWholeNumber(0, 1000).optional();
type PointFields = { [C in BlockCode as `points_${C}`]: ReturnType<typeof point> };
const points = Object.fromEntries(BLOCK_CODES.map((code) => [`points_${code}`, point()])) as PointFields;

/** The form of results of an instrument: points of its blocks. */
export const measuredSchema = z.object({
  instrumentId: id(),
  madeOn: day(),
  evidence: optionalText(500).optional(),
  ...points,
});

/** Points by block, without those left empty. */
export function pointsOf(form: z.output<typeof measuredSchema>): Map<BlockCode, number> {
  return new Map(
    BLOCK_CODES.flatMap((code): [BlockCode, number][] => {
      const value = form[`points_${code}`];
      return value === null || value === undefined ? [] : [[code, value]];
    }),
  );
}

/** The form of a file with results of a group. */
export const uploadDiagnosesSchema = z.object({
  unitId: id(),
  instrumentId: id(),
  madeOn: day(),
  file: z.union([z.literal('').transform(() => null), z.custom<File>((value) => value instanceof Blob)]),
});
