/** The nine areas in which strengths and difficulties of a teacher are told, in the source's order. Source: 002-37. */
export const AREAS = [
  'scientific_theoretical',
  'legal',
  'subject',
  'psychological_pedagogical',
  'methodical',
  'ict',
  'digitalisation',
  'extracurricular',
  'health',
] as const;

/** Code of an area. */
export type Area = (typeof AREAS)[number];
