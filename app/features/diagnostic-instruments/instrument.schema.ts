import { z } from 'zod';
import { day, id, line, optionalLine, version, wholeNumber } from '#app/core/form.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { type BlockCode, FOUR_BLOCKS, SCHEMES } from './instrument.ts';

/** Which form is shown. */
export const schemeQuery = z.object({ scheme: z.enum(SCHEMES).catch('nine') });

const block = () => z.enum(FOUR_BLOCKS).optional();

type BlockFields = { [A in Area as `block_${A}`]: ReturnType<typeof block> };

// A form's shape is told by its nine names: the list of areas is the boundary.
const blockFields = Object.fromEntries(AREAS.map((area) => [`block_${area}`, block()])) as BlockFields;

/** The form of a new instrument or edition; the blocks of areas are asked for in the scheme of four. */
export const instrumentSchema = z.object({
  unitId: id(),
  scheme: z.enum(SCHEMES),
  name: line(200),
  edition: line(60),
  provider: optionalLine(200),
  maximum: wholeNumber(1, 1000),
  lowCutPercent: wholeNumber(1, 99),
  highCutPercent: wholeNumber(2, 100),
  startedOn: day(),
  ...blockFields,
});

/** The form that ends the use of an edition. */
export const endInstrumentSchema = z.object({ endedOn: day(), version: version() });

/** Which block measures which area, as the form says. */
export function blocksOfForm(form: z.output<typeof instrumentSchema>): Partial<Record<Area, BlockCode>> {
  return Object.fromEntries(
    AREAS.flatMap((area) => {
      const code = form[`block_${area}`];
      return code ? [[area, code]] : [];
    }),
  );
}
