import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { fullName, type PersonName } from '../people/person-name.ts';
import type { Named } from './scenario.queries.server.ts';

/** The most differences that are listed. */
const MOST_SHOWN = 200;
/** The most scenarios on offer for comparing. */
const MOST_CHOICES = 20;

/** Whose mentor is another one. */
export interface Difference {
  id: Id;
  name: string;
  one: { name: string; total: number } | null;
  other: { name: string; total: number } | null;
}

/** Solved scenarios of the same organisation, the one this was made from or that was made from this first. */
export async function listComparable(
  ctx: Context,
  { id, unitId, basedOnId }: { id: Id; unitId: Id; basedOnId: Id | null },
): Promise<Named[]> {
  return ctx.db
    .selectFrom('matchingScenario')
    .select(['id', 'name'])
    .where(within(ctx, 'scenario.run'))
    .where('unitId', '=', unitId)
    .where('id', '<>', id)
    .where('state', 'in', ['solved', 'published'])
    .orderBy(sql`case when id = ${basedOnId} or based_on_id = ${id} then 0 else 1 end`)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(MOST_CHOICES)
    .execute();
}

/** Mentees whose mentor differs between two scenarios within reach, by name; the first 200 and how many there are. */
export async function listDifferences(
  ctx: Context,
  firstId: Id,
  otherId: Id,
): Promise<{ count: number; lines: Difference[] }> {
  const { rows } = await sql<Row>`
    select person.id, person.last_name, person.first_name, person.middle_name, one.total as one_total,
      other.total as other_total, count(*) over () as count,
      mine.last_name as mine_last, mine.first_name as mine_first, mine.middle_name as mine_middle,
      theirs.last_name as theirs_last, theirs.first_name as theirs_first, theirs.middle_name as theirs_middle
    from (select * from scenario_mentee where scenario_id = ${firstId}) one
    full join (select * from scenario_mentee where scenario_id = ${otherId}) other on other.person_id = one.person_id
    join person on person.id = coalesce(one.person_id, other.person_id)
    left join person mine on mine.id = one.mentor_id
    left join person theirs on theirs.id = other.mentor_id
    where one.mentor_id is distinct from other.mentor_id
      and exists (select 1 from matching_scenario where id = ${firstId} and ${within(ctx, 'scenario.run')})
      and exists (select 1 from matching_scenario where id = ${otherId} and ${within(ctx, 'scenario.run')})
    order by person.search_name, person.id limit ${MOST_SHOWN}
  `.execute(ctx.db);
  const lines = rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    one: named({ lastName: row.mineLast, firstName: row.mineFirst, middleName: row.mineMiddle }, row.oneTotal),
    other: named(
      { lastName: row.theirsLast, firstName: row.theirsFirst, middleName: row.theirsMiddle },
      row.otherTotal,
    ),
  }));
  return { count: rows[0]?.count ?? 0, lines };
}

interface Row extends PersonName {
  id: Id;
  oneTotal: number | null;
  otherTotal: number | null;
  count: number;
  mineLast: string | null;
  mineFirst: string | null;
  mineMiddle: string | null;
  theirsLast: string | null;
  theirsFirst: string | null;
  theirsMiddle: string | null;
}

function named(
  { lastName, firstName, middleName }: { lastName: string | null; firstName: string | null; middleName: string | null },
  total: number | null,
): Difference['one'] {
  if (lastName === null || total === null) return null;
  return { name: fullName({ lastName, firstName: firstName ?? '', middleName }), total };
}
