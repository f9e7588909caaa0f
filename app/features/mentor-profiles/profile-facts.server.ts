import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { categoryOn } from '../people/category-on.server.ts';
import { CATEGORIES } from '../people/person.ts';
import {
  type FreeSlot,
  formatsOf,
  isAttested,
  isTakingOn,
  type ProfileFacts,
  type Strength,
} from './mentor-profile.ts';
import type { Allowance } from './workload.ts';

/**
 * What matching and the rules know of people as mentors, by person, in five reads however many there are; whoever has
 * no profile yet has an empty one. The ids come from scoped reads or are asked about by the caller.
 */
export async function findProfileFacts(ctx: Context, personIds: readonly Id[]): Promise<Map<Id, ProfileFacts>> {
  const facts = new Map<Id, ProfileFacts>();
  if (personIds.length === 0) return facts;
  const ids = [...new Set(personIds)];
  const strengths = await strengthsOf(ctx, ids);
  const slots = await listFreeSlots(ctx, ids);
  const limits = await limitsOf(ctx, ids);
  const overrides = await overridesOf(ctx, ids);
  for (const { id, unitId, category, hasConfirmed, ...row } of await profilesOf(ctx, ids)) {
    const allowance: Allowance = {
      ownPeople: row.loadLimitPeople,
      ownHours: row.loadLimitHours,
      limits: limits.get(unitId) ?? [],
      overrides: overrides.get(id) ?? [],
    };
    const pause = { isTaking: row.isTaking ?? true, notTakingUntil: row.notTakingUntil };
    facts.set(id, {
      personId: id,
      strengthsText: row.strengths ?? '',
      strengths: strengths.get(id) ?? [],
      subjects: row.subjects ?? [],
      formats: formatsOf(row.formats ?? []),
      slots: slots.get(id) ?? [],
      hasResults: isAttested(CATEGORIES.find((known) => known === category) ?? 'none') || hasConfirmed,
      isTaking: isTakingOn(pause, ctx.today),
      notTakingUntil: pause.notTakingUntil,
      isReadyRemote: row.writingReadyOn !== null && row.internetReadyOn !== null,
      hasAcceptedCode: row.codeAcceptedOn !== null,
      isOpenOutside: row.isOpenOutside ?? false,
      allowance,
    });
  }
  return facts;
}

function profilesOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('person')
    .leftJoin('mentorProfile', (join) =>
      join.onRef('mentorProfile.personId', '=', 'person.id').onRef('mentorProfile.unitId', '=', 'person.unitId'),
    )
    .leftJoin('participantReadiness', (join) =>
      join.onRef('participantReadiness.personId', '=', 'person.id').on('participantReadiness.side', '=', 'mentor'),
    )
    .select(['person.id', 'person.unitId', categoryOn(ctx.today).as('category')])
    .select(['mentorProfile.loadLimitPeople', 'mentorProfile.loadLimitHours', 'mentorProfile.strengths'])
    .select(['mentorProfile.formats', 'mentorProfile.subjects', 'mentorProfile.isTaking'])
    .select(['mentorProfile.notTakingUntil', 'mentorProfile.isOpenOutside'])
    .select(['participantReadiness.writingReadyOn', 'participantReadiness.internetReadyOn'])
    .select('participantReadiness.codeAcceptedOn')
    .select(
      sql<boolean>`exists (select 1 from mentor_result where mentor_result.person_id = person.id
        and mentor_result.confirmed_on is not null and mentor_result.withdrawn_on is null)`.as('hasConfirmed'),
    )
    .where('person.id', 'in', ids)
    .execute();
}

async function strengthsOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, Strength[]>> {
  const rows = await ctx.db
    .selectFrom('mentorStrength')
    .innerJoin('competenceArea', 'competenceArea.code', 'mentorStrength.areaCode')
    .select(['mentorStrength.personId', 'mentorStrength.areaCode', 'mentorStrength.level'])
    .where('mentorStrength.personId', 'in', ids)
    .orderBy('competenceArea.position')
    .orderBy('mentorStrength.personId')
    .execute();
  return grouped(rows, ({ personId, ...strength }) => [personId, strength]);
}

/** Free time of people, by person, in the order of the week. The ids are asked about by the caller. */
export async function listFreeSlots(ctx: Context, ids: readonly Id[]): Promise<Map<Id, FreeSlot[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('freeSlot')
    .select(['personId', 'weekday', 'fromMinute', 'toMinute'])
    .where('personId', 'in', ids)
    .orderBy('weekday')
    .orderBy('fromMinute')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ personId, ...slot }) => [personId, slot]);
}

async function limitsOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, Allowance['limits'][number][]>> {
  const rows = await ctx.db
    .selectFrom('mentoringLimits')
    .select(['unitId', 'startedOn', 'endedOn', 'peopleSoft', 'peopleHard', 'hoursSoft', 'hoursHard'])
    .where('unitId', 'in', (eb) => eb.selectFrom('person').select('person.unitId').where('person.id', 'in', ids))
    .orderBy('startedOn')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ unitId, ...limits }) => [unitId, limits]);
}

async function overridesOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, Allowance['overrides'][number][]>> {
  const rows = await ctx.db
    .selectFrom('loadOverride')
    .innerJoin('person', 'person.id', 'loadOverride.personId')
    .select(['loadOverride.personId', 'loadOverride.startedOn', 'loadOverride.endedOn'])
    .select(['loadOverride.people', 'loadOverride.hours'])
    .whereRef('loadOverride.unitId', '=', 'person.unitId')
    .where('loadOverride.personId', 'in', ids)
    .orderBy('loadOverride.startedOn')
    .orderBy('loadOverride.id')
    .execute();
  return grouped(rows, ({ personId, ...override }) => [personId, override]);
}

function grouped<Row, T>(rows: readonly Row[], pairOf: (row: Row) => [Id, T]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const row of rows) {
    const [id, one] = pairOf(row);
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return groups;
}
