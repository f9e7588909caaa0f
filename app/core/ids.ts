import { v7, validate } from 'uuid';
import type { Id } from '#db/schema.ts';

/** A new id: UUIDv7, so that ids sort by time of making (D8). */
export function newId(): Id {
  return v7();
}

/** Whether the word could be an id at all; anything else is answered like a missing object. */
export function isId(word: string): boolean {
  return validate(word);
}
