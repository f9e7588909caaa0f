import { sql } from 'kysely';
import type { Day } from '#db/schema.ts';

/** A grant `held` of an institution's role; sides of a mentorship are told about their own. */
export const isOfInstitution = sql<boolean>`held.role not in ('mentor', 'mentee')`;

/** A grant `held` in force on a day. */
export const isInForce = (day: Day) =>
  sql<boolean>`(held.started_on <= ${day}::date and (held.ended_on is null or held.ended_on >= ${day}::date))`;
