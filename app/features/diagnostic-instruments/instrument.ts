import { AREAS, type Area } from '../people/competence-area.ts';

/**
 * An instrument of outside diagnosis: a scale with cuts, in an edition that never changes, measuring the nine areas
 * directly or in four blocks mapped onto them. Kept by the federation for all, by a region or centre for itself.
 * Source: DOMAIN 3.1, 3.3.
 */
export const SCHEMES = ['nine', 'four'] as const;

/** How many blocks an instrument measures. */
export type Scheme = (typeof SCHEMES)[number];

/** The four blocks of usual practice. */
export const FOUR_BLOCKS = ['legal_block', 'subject_block', 'methodical_block', 'psychological_block'] as const;

/** Code of a block: an area's own in the scheme of nine. */
export const BLOCK_CODES = [...AREAS, ...FOUR_BLOCKS] as const;

/** Code of a block. */
export type BlockCode = (typeof BLOCK_CODES)[number];

/** Which of the four blocks an area falls under unless the form says otherwise. */
export const USUAL_BLOCK: Record<Area, (typeof FOUR_BLOCKS)[number]> = {
  scientific_theoretical: 'subject_block',
  legal: 'legal_block',
  subject: 'subject_block',
  psychological_pedagogical: 'psychological_block',
  methodical: 'methodical_block',
  ict: 'methodical_block',
  digitalisation: 'methodical_block',
  extracurricular: 'psychological_block',
  health: 'psychological_block',
};

/** Why an act upon an instrument is refused; constraint names of the database among them. */
export type InstrumentRule =
  | 'instrument-cuts-in-order'
  | 'instrument-edition-exists'
  | 'instrument-ends-before-start'
  | 'instrument-already-ended';

/** The blocks of a scheme, in order. */
export function blocksOf(scheme: Scheme): readonly BlockCode[] {
  return scheme === 'nine' ? AREAS : FOUR_BLOCKS;
}

/** Narrows a stored word to a scheme; an unknown one is a fault of the data. */
export function schemeOf(word: string): Scheme {
  const scheme = SCHEMES.find((known) => known === word);
  if (!scheme) throw new Error(`unknown scheme: ${word}`);
  return scheme;
}
