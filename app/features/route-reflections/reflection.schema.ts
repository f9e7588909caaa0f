import { z } from 'zod';
import { optionalText, text, wholeNumber } from '#app/core/form.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { type MOTIVES, PROGRESS } from './reflection.ts';

const motive = () => wholeNumber(1, 5);

const motives = { interest: motive(), meaning: motive(), confidence: motive(), readiness: motive() } satisfies Record<
  (typeof MOTIVES)[number],
  ReturnType<typeof motive>
>;

/** The form of motivation at the start. */
export const motivationSchema = z.object(motives);

const progress = () => z.enum(PROGRESS).optional();
const note = () => optionalText(500).optional();
type ProgressFields = { [A in Area as `progress_${A}`]: ReturnType<typeof progress> };
type NoteFields = { [A in Area as `note_${A}`]: ReturnType<typeof note> };
// One open deficit an area at most: the nine names cover whatever a route asks about in a year.
const progressFields = Object.fromEntries(AREAS.map((area) => [`progress_${area}`, progress()])) as ProgressFields;
const noteFields = Object.fromEntries(AREAS.map((area) => [`note_${area}`, note()])) as NoteFields;

/** The form of a reflection, of a year or of the whole route. */
export const reflectionSchema = z.object({
  nearness: wholeNumber(1, 10),
  tried: text(2000),
  changed: text(2000),
  kept: optionalText(2000).optional(),
  troubles: optionalText(2000).optional(),
  needs: optionalText(2000).optional(),
  ...progressFields,
  ...noteFields,
  ...motives,
});
