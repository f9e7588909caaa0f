/** SQLSTATE of a database error, or null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/**
 * Rule code of a broken constraint: a named constraint is the rule's code in snake_case
 * (`employment_overlaps` → `employment-overlaps`). Null when no constraint was broken.
 */
export function ruleOfConstraint(error: unknown): string | null {
  const state = sqlStateOf(error);
  if (state === null || !state.startsWith('23')) return null;
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint.replaceAll('_', '-') : null;
}

/** Whether the database is away, full or too slow just now: the edge answers 503. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null) return /^(08|53|57P0|57014|55P03)/.test(state);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}

/** Whether the database refused the shape of a value (SQLSTATE class 22): the edge answers 400, never 500. */
export function isMalformedValue(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith('22') ?? false;
}
