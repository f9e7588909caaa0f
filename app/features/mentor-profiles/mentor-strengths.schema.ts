import { z } from 'zod';
import { wholeNumber } from '#app/core/form.ts';

const level = wholeNumber(0, 3);

/** A level for each of the nine areas; nought = not a strength. */
export const strengthsSchema = z.object({
  scientific_theoretical: level,
  legal: level,
  subject: level,
  psychological_pedagogical: level,
  methodical: level,
  ict: level,
  digitalisation: level,
  extracurricular: level,
  health: level,
});
