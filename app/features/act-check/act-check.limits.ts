import type { VisitLimit } from '#app/core/visit-limit.server.ts';

/** Codes nobody has: a person mistypes now and then, somebody trying codes does nothing else. */
export const wrongCodes: VisitLimit = { name: 'act-check', times: 120, seconds: 60 };

/** Comparing files, which costs more. */
export const compareVisits: VisitLimit = { name: 'act-compare', times: 20, seconds: 60 };
