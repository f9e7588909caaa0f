import type { Relation } from './canary-marks.ts';
import type { ActorName, ObjectKind } from './canary-world.ts';

/** Objects of which relations somebody reaches, by who asks; whoever is not named reaches nothing. */
export type Reach = Partial<Record<ActorName, readonly Relation[]>>;

/** What is expected of one address, copied by hand from the table of who may do what. */
export interface Line {
  /** The address as the site map spells it. */
  path: string;
  /** What each parameter stands for: a kind of object, or a value after `=`. */
  params?: Record<string, ObjectKind | `=${string}`>;
  /** Who opens it. `public` = also without signing in; `signedIn` = everybody signed in; a list = an address without an object. */
  opens: 'public' | 'signedIn' | readonly ActorName[] | Reach;
  /** Who acts there; absent when there is nothing to post. */
  acts?: 'public' | 'signedIn' | readonly ActorName[] | Reach;
  /** Who of those who act has something to act upon in the world; the first of them unless said. */
  insider?: ActorName;
  /** What follows the address to see the form: a search with `:kind` for the id of an object. */
  formAt?: string;
  /** Values of the form that cannot be guessed from its page. */
  fills?: Record<string, string>;
  /** A public page that answers an unknown object too, in words. */
  answersUnknown?: true;
  /** Fields that may name what lies outside the reach: where somebody moves to, what a next page refuses in words. */
  free?: readonly string[];
  /** Address whose readers may be told 403 instead of 404. */
  under?: string;
  /** Searches and filters to open besides the plain address. */
  queries?: readonly string[];
  /** The page shows itself only in some state of the installation: whoever may open it may also be sent elsewhere. */
  mayMove?: true;
}

/** Sets of relations by how far somebody reaches. */
export const OWN = ['own'] as const;
/** The same, further. */
export const UNIT = ['own', 'colleague'] as const;
/** The same, further. */
export const MUNICIPALITY = ['own', 'colleague', 'sibling'] as const;
/** The same, further. */
export const REGION = ['own', 'colleague', 'sibling', 'far'] as const;
/** The same, further. */
export const COUNTRY = ['own', 'colleague', 'sibling', 'far', 'foreign'] as const;
/** A search every list should stand. */
export const SEARCH = ['?search=%D0%BA%D0%B0%D0%BD%D0%B0%D1%80'] as const;

/** An address about one object. */
export const id = (kind: ObjectKind) => ({ id: kind });
/** A page with one form: whoever opens it acts there. */
export const form = (path: string, params: Line['params'], reach: Line['opens'], under?: string): Line => ({
  path,
  ...(params ? { params } : {}),
  opens: reach,
  acts: reach,
  ...(under ? { under } : {}),
});
/** A page to read, or a download. */
export const page = (
  path: string,
  params: Line['params'],
  opens: Line['opens'],
  queries?: readonly string[],
): Line => ({
  path,
  ...(params ? { params } : {}),
  opens,
  ...(queries ? { queries } : {}),
});
