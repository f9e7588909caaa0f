import { addDays, addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/** A year inside a route: from which day it is looked back upon, and when it ends. Source: BR-22, DOMAIN 3.1. */
export interface Cycle {
  number: number;
  startedOn: Day;
  reviewOn: Day;
  endedOn: Day;
}

const REVIEW_DAYS = 30;

/** The yearly cycles of a route, without a gap between them. */
export function cyclesOf(route: { startedOn: Day; years: number }): Cycle[] {
  return Array.from({ length: route.years }, (_, index) => {
    const endedOn = addDays(addYears(route.startedOn, index + 1), -1);
    const startedOn = addYears(route.startedOn, index);
    return { number: index + 1, startedOn, reviewOn: addDays(endedOn, -REVIEW_DAYS), endedOn };
  });
}
