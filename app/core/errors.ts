/** A rule of the domain refuses the act; the code names the rule and has one Russian sentence. */
export class RuleBroken extends Error {
  override name = 'RuleBroken';
  constructor(
    readonly code: string,
    readonly field?: string,
  ) {
    super(code);
  }
}

/** Somebody saved a newer version; `theirs` holds the values in force, by field of the form. */
export class StaleWrite extends Error {
  override name = 'StaleWrite';
  constructor(readonly theirs: Record<string, string> = {}) {
    super('stale');
  }
}

/** More was sent than is accepted. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** The same network asked too often in a short time; the edge answers 429. */
export class TooMany extends Error {
  override name = 'TooMany';
}
