import type { VisitLimit } from '#app/core/visit-limit.server.ts';

/** Looking acts up by code: a person with a pile of papers manages, somebody trying codes does not. */
export const checkVisits: VisitLimit = { name: 'act-check', times: 60, seconds: 60 };

/** Comparing files, which costs more. */
export const compareVisits: VisitLimit = { name: 'act-compare', times: 20, seconds: 60 };
