import type { Strength } from '../mentor-profiles/mentor-profile.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';

/** So many areas are named in a list; the profile names all. */
const SHOWN_AREAS = 3;

/** The strongest areas in words without what stands in brackets, the higher level first; ties by the source's order. */
export function strongestAreas(strengths: readonly Strength[]): string {
  const byLevel = [...strengths].sort((one, other) => other.level - one.level);
  return byLevel
    .slice(0, SHOWN_AREAS)
    .map(({ areaCode }) => areaName(areaCode).replace(/ \(.*$/, ''))
    .join(', ');
}

/** Name of an area; an unknown code is a fault of the data. */
export function areaName(code: string): string {
  const known = AREAS.find((area) => area === code);
  if (!known) throw new Error(`unknown competence area: ${code}`);
  return areaNames[known];
}
