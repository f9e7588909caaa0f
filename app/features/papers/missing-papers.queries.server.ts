import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { LIVE_STATES, mentorshipState, stageOf } from '../mentorships/mentorship.ts';
import { type ShownPaper, shownPapers } from '../mentorships/mentorship-paper-links.ts';
import { paperRightColumns, paperRightsOf } from '../mentorships/mentorship-paper-rights.server.ts';
import { findPaperFacts } from '../mentorships/mentorship-papers.queries.server.ts';
import type { Paper } from '../mentorships/mentorship-papers.ts';
import { searchPatterns } from '../people/person.queries.server.ts';

/** Live mentorships looked through at most: one organisation has hundreds. */
const MOST_MENTORSHIPS = 2000;

/** Filter of the page: what is shown, all live mentorships or those that lack something or one paper. */
export interface PapersFilter {
  search: string;
  lack: Paper | 'any' | 'all';
  page: number;
}

/**
 * Live mentorships of the viewer's organisations with the state of each paper, the earliest start first: those the
 * filter asks for. The whole is judged by the same rules an order is (M-04), then cut into pages.
 */
export async function listPapers(ctx: Context, filter: PapersFilter) {
  const mentorships = await liveMentorships(ctx, filter.search);
  const facts = await findPaperFacts(
    ctx,
    mentorships.map(({ id }) => id),
  );
  const byId = new Map(facts.map((one) => [one.id, one]));
  const rows = mentorships.flatMap((row) => {
    const found = byId.get(row.id);
    if (!found) return [];
    const papers = shownPapers(found, paperRightsOf(row));
    const { id, unitName, mentors, mentees, startedOn, endedOn } = row;
    return [{ id, unitName, mentors, mentees, startedOn, endedOn, stage: stageOf(mentorshipState(row.state)), papers }];
  });
  return rows.filter(({ papers }) => isLacking(papers, filter.lack));
}

/** A page of a list. */
export function pageOfList<T>(rows: readonly T[], page: number): T[] {
  return rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}

function isLacking(papers: readonly ShownPaper[], lack: PapersFilter['lack']): boolean {
  if (lack === 'all') return true;
  return papers.some(({ paper, state }) => state.kind === 'missing' && (lack === 'any' || lack === paper));
}

function liveMentorships(ctx: Context, search: string) {
  const patterns = searchPatterns(search);
  const names = (side: 'mentor' | 'mentee') =>
    sql<string>`(select string_agg(concat_ws(' ', other.last_name, other.first_name, other.middle_name), ', '
        order by other.search_name, other.id)
      from mentorship_member side join person other on other.id = side.person_id
      where side.mentorship_id = mentorship.id and side.side = ${side})`;
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(['mentorship.id', 'mentorship.state', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(['orgUnit.shortName as unitName', names('mentor').as('mentors'), names('mentee').as('mentees')])
    .select(paperRightColumns(ctx))
    .where(within(ctx, 'mentorship.papers'))
    .where('mentorship.state', 'in', LIVE_STATES)
    .$if(patterns.length > 0, (query) =>
      query.where(sql<boolean>`exists (select 1 from mentorship_member side join person named on named.id = side.person_id
        where side.mentorship_id = mentorship.id and ${sql.join(
          patterns.map((pattern) => sql<boolean>`named.search_name like ${pattern}`),
          sql` and `,
        )})`),
    )
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(MOST_MENTORSHIPS)
    .execute();
}

/** Regulations of the units where the viewer records them: the one in force and the name of the unit. */
export async function listRegulations(ctx: Context, unitIds: readonly Id[]) {
  if (unitIds.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .leftJoin('regulationReference', (join) =>
      join
        .onRef('regulationReference.unitId', '=', 'orgUnit.id')
        .on('regulationReference.endedOn', 'is', null)
        .on(within(ctx, 'regulation.record')),
    )
    .select(['orgUnit.id', 'orgUnit.name', 'regulationReference.orderNumber', 'regulationReference.approvedOn'])
    .select(['regulationReference.minutes', 'regulationReference.startedOn'])
    .where('orgUnit.id', 'in', unitIds)
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(50)
    .execute();
}
