import { type RawBuilder, sql } from 'kysely';
import { canAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { ProfileFacts } from '../mentor-profiles/mentor-profile.ts';
import { findProfileFacts } from '../mentor-profiles/profile-facts.server.ts';
import { type DayLoad, loadOn } from '../mentor-profiles/workload.ts';
import { hoursTakenOf, placesTaken } from '../mentorships/mentor-places.server.ts';
import { LIVE_STATES } from '../mentorships/mentorship.ts';
import { categoryOn } from '../people/category-on.server.ts';
import type { PersonName } from '../people/person-name.ts';

/** Profiles the actor may look at: inside the organisation, the own one, and those opened to neighbours. */
export function readable(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(${within(ctx, 'mentorProfile.read')} or ${within(ctx, 'mentorProfile.readNearby')})`;
}

/** A mentor as the whole profile tells of the person. */
export interface MentorCard extends PersonName {
  personId: Id;
  unitId: Id;
  unitName: string;
  category: string;
  canEdit: boolean;
  showsLoad: boolean;
}

/**
 * A mentor's card with what may be done here: whoever may edit sees also a profile that nobody has begun. Throws
 * NotFound where there is none to look at.
 */
export async function findMentor(ctx: Context, personId: Id): Promise<MentorCard> {
  const { rows } = await sql<MentorCard>`
    select person.id as person_id, person.unit_id, org_unit.short_name as unit_name,
      ${categoryOn(ctx.today)} as category,
      person.last_name, person.first_name, person.middle_name,
      ${within(ctx, 'mentorProfile.edit')} as can_edit, ${within(ctx, 'mentorProfile.load')} as shows_load
    from person
    join org_unit on org_unit.id = person.unit_id
    cross join lateral (
      select person.id as person_id, person.unit_id, person.region_id, kept.person_id is not null as is_kept,
        coalesce(kept.is_open_outside, false) as is_open_outside
      from (select 1) always
      left join mentor_profile kept on kept.person_id = person.id and kept.unit_id = person.unit_id
    ) mentor_profile
    where person.id = ${personId}
      and ((mentor_profile.is_kept and ${readable(ctx)}) or ${within(ctx, 'mentorProfile.edit')})
  `.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new NotFound('mentorProfile');
  return { ...row, showsLoad: row.showsLoad || row.personId === personOf(ctx) };
}

/** What the head may do about the load of mentors of a unit. */
export async function findLoadRights(ctx: Context, unitId: Id) {
  return {
    canOverride: await canAt(ctx, 'mentorship.overrideLimit', unitId),
    canSetLimits: await canAt(ctx, 'mentoringLimits.set', unitId),
  };
}

/** Facts of mentors with their load of today, by person. The ids come from scoped reads. */
export async function findLoads(
  ctx: Context,
  ids: readonly Id[],
): Promise<Map<Id, { facts: ProfileFacts; load: DayLoad }>> {
  const facts = await findProfileFacts(ctx, ids);
  const taken = await placesTaken(ctx, ids, LIVE_STATES);
  const hoursTaken = await hoursTakenOf(ctx, ids, LIVE_STATES);
  return new Map(
    [...facts].map(([id, own]) => {
      const carried = { taken: taken.get(id) ?? [], hoursTaken: hoursTaken.get(id) ?? [] };
      return [id, { facts: own, load: loadOn({ allowance: own.allowance, ...carried }, ctx.today) }];
    }),
  );
}

/** Post and subject held at the home organisation today, as 'Учитель, физика', by person. */
export async function listWork(ctx: Context, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .select(['employment.personId', 'post.name', 'employment.subject'])
    .where('employment.personId', 'in', ids)
    .whereRef('employment.unitId', '=', 'person.unitId')
    .where('employment.startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('employment.endedOn', 'is', null), eb('employment.endedOn', '>=', ctx.today)]))
    .orderBy('employment.startedOn', 'desc')
    .orderBy('employment.id', 'desc')
    .execute();
  return new Map(rows.map(({ personId, name, subject }) => [personId, [name, subject].filter(Boolean).join(', ')]));
}

/** The head's decisions about the load of a mentor that are not over, the earliest first. */
export function listOverrides(ctx: Context, personId: Id, unitId: Id) {
  return ctx.db
    .selectFrom('loadOverride')
    .select(['id', 'startedOn', 'endedOn', 'people', 'hours', 'reason'])
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('endedOn', '>=', ctx.today)
    .orderBy('startedOn')
    .orderBy('id')
    .limit(20)
    .execute();
}

/** The act in force on the day at a unit; undefined where the usual limits hold. */
export function findOptionalLimits(ctx: Context, unitId: Id, day: Day) {
  return ctx.db
    .selectFrom('mentoringLimits')
    .select(['peopleSoft', 'peopleHard', 'hoursSoft', 'hoursHard', 'sourceAct', 'startedOn'])
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', day)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', day)]))
    .executeTakeFirst();
}
