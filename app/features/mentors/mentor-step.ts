import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import type { MissingPart } from '../mentor-profiles/mentor-profile.ts';

/** The page on which a missing part is filled; null where only the owner fills it. */
export function stepTo(part: MissingPart, personId: Id, isOwn: boolean): string | null {
  switch (part) {
    case 'results':
      return paths.mentorResultAdd(personId);
    case 'formats':
      return paths.mentorProfileEdit(personId);
    case 'strengths':
      return paths.mentorStrengths(personId);
    case 'slots':
      return paths.freeSlots(personId);
    case 'readiness':
    case 'code':
      return isOwn ? paths.readiness('mentor') : null;
  }
}
