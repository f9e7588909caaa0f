import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { listFreeSlots } from '../mentor-profiles/profile-facts.server.ts';
import { findPoolFacts, type PoolFacts } from '../mentorships/pair-facts.server.ts';
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
    .select(['person.id', 'person.unitId', 'person.regionId', 'person.teachingSince', 'person.category'])
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
      difficulties: [],
      formats: profile?.formats ?? [],
      slots: slots.get(id) ?? [],
      prefers: [],
      avoids: [],
    });
  }
  return { rules, facts };
}

/** Narrows a stored word to a category. */
export function categoryOf(word: string): Category {
  return CATEGORIES.find((category) => category === word) ?? 'none';
}
