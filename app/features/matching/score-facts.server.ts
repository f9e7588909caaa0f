import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { type Format, formatsOf } from '../mentor-profiles/mentor-profile.ts';
import { listFreeSlots } from '../mentor-profiles/profile-facts.server.ts';
import { findPoolFacts, type PoolFacts } from '../mentorships/pair-facts.server.ts';
import { categoryOn } from '../people/category-on.server.ts';
import { CATEGORIES, type Category } from '../people/person.ts';
import { areaNames } from './areas.queries.server.ts';
import type { ScoreFacts } from './score.ts';

/** What the score and the rules need of people, by id. */
export interface Pool {
  rules: PoolFacts;
  facts: Map<Id, ScoreFacts & { nameKey: string }>;
}

/**
 * Facts of everybody on the two sides, in a fixed number of reads however many there are. The ids come from scoped reads
 * or are asked about by the caller; missing people are left out.
 */
export async function findScorePool(ctx: Context, menteeIds: readonly Id[], mentorIds: readonly Id[]): Promise<Pool> {
  const rules = await findPoolFacts(ctx, menteeIds, mentorIds);
  const ids = [...new Set([...menteeIds, ...mentorIds])];
  const facts: Pool['facts'] = new Map();
  if (ids.length === 0) return { rules, facts };
  const rows = await ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.unitId', 'person.regionId', 'person.teachingSince'])
    .select(categoryOn(ctx.today).as('category'))
    .select(['person.searchName as nameKey', 'orgUnit.kind as unitKind'])
    .select(({ selectFrom }) =>
      selectFrom('orgUnitAncestor as up')
        .innerJoin('orgUnit as place', 'place.id', 'up.ancestorId')
        .select('place.id')
        .whereRef('up.unitId', '=', 'person.unitId')
        .where('place.kind', '=', 'municipality')
        .limit(1)
        .as('municipalityId'),
    )
    .where('person.id', 'in', ids)
    .execute();
  const slots = await listFreeSlots(ctx, ids);
  const asked = await askedBy(ctx, menteeIds);
  // By name, so that an explanation stored today reads the same when the list of areas has changed.
  const areas = await areaNames(ctx);
  for (const { id, category, ...row } of rows) {
    const profile = rules.mentors.get(id)?.profile;
    const work = rules.mentors.get(id)?.work ?? rules.mentees.get(id)?.work ?? [];
    facts.set(id, {
      ...row,
      personId: id,
      category: categoryOf(category),
      work,
      subjects: profile?.subjects ?? [],
      strengths: (profile?.strengths ?? []).map((one) => ({
        ...one,
        areaCode: areas.get(one.areaCode) ?? one.areaCode,
      })),
      difficulties: asked.difficulties.get(id) ?? [],
      formats: asked.formats.get(id) ?? profile?.formats ?? [],
      slots: slots.get(id) ?? [],
      prefers: asked.prefers.get(id) ?? [],
      avoids: asked.avoids.get(id) ?? [],
    });
  }
  return { rules, facts };
}

/** What the open requests of mentees ask: areas by name, formats, colleagues wished for or not. */
async function askedBy(ctx: Context, menteeIds: readonly Id[]) {
  const asked = {
    difficulties: new Map<Id, string[]>(),
    formats: new Map<Id, Format[]>(),
    prefers: new Map<Id, Id[]>(),
    avoids: new Map<Id, Id[]>(),
  };
  if (menteeIds.length === 0) return asked;
  const open = ctx.db
    .selectFrom('mentoringRequest')
    .where('mentoringRequest.personId', 'in', menteeIds)
    .where('mentoringRequest.state', '=', 'open');
  const requests = await open.select(['personId', 'formats']).orderBy('id').execute();
  for (const { personId, formats } of requests) {
    if (formats.length > 0) asked.formats.set(personId, formatsOf(formats));
  }
  const areas = await open
    .innerJoin('requestArea', 'requestArea.requestId', 'mentoringRequest.id')
    .innerJoin('competenceArea', 'competenceArea.code', 'requestArea.areaCode')
    .select(['mentoringRequest.personId', 'competenceArea.name'])
    .orderBy('competenceArea.position')
    .execute();
  for (const { personId, name } of areas) add(asked.difficulties, personId, name.toLowerCase());
  const wishes = await open
    .innerJoin('requestWish', 'requestWish.requestId', 'mentoringRequest.id')
    .select(['mentoringRequest.personId', 'requestWish.mentorId', 'requestWish.wish'])
    .orderBy('requestWish.mentorId')
    .execute();
  for (const { personId, mentorId, wish } of wishes) {
    add(wish === 'avoid' ? asked.avoids : asked.prefers, personId, mentorId);
  }
  return asked;
}

function add<T>(groups: Map<Id, T[]>, id: Id, one: T): void {
  const known = groups.get(id);
  if (known) known.push(one);
  else groups.set(id, [one]);
}

/** Narrows a stored word to a category. */
export function categoryOf(word: string): Category {
  return CATEGORIES.find((category) => category === word) ?? 'none';
}
