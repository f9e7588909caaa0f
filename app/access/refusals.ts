/** Nobody is signed in; the edge sends to the sign-in page. */
export class Unauthenticated extends Error {
  override name = 'Unauthenticated';
}

/** The object does not exist, or not for this actor; the edge answers both alike with 404. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The actor may see the object but not do this; the edge answers 403. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}
