import type { VisitLimit } from '#app/core/visit-limit.server.ts';

/** How often one network may read public pages: a school behind one address reads, a program that hammers waits. */
export const publicVisits: VisitLimit = { name: 'public', times: 600, seconds: 60 };
