import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { legalBasis, mentorshipState, needsOrder, type Stage, stageOf, UNHELD_STATES } from './mentorship.ts';

/** Filter of the list; an empty stage means all. */
export interface MentorshipFilter {
  search: string;
  stage: Stage | '';
  page: number;
}

/**
 * Whether the viewer is told of the mentorship at all: of a proposal that came to nothing only head and curator are, so
 * that no list shows anybody's refusal (BR-04).
 */
function isTold(ctx: Context): RawBuilder<boolean> {
  const unheld = sql.join(UNHELD_STATES);
  return sql<boolean>`(mentorship.state not in (${unheld}) or ${within(ctx, 'mentorship.answers')})`;
}

/** Whether a notice has set an earlier last day. */
const isEnding = sql<boolean>`exists (select 1 from mentorship_notice ending where ending.mentorship_id = mentorship.id
  and ending.withdrawn_at is null)`;

/** Mentorships within reach joined with both people. */
function mentorshipsWithSides(ctx: Context) {
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as mentorSide', (join) =>
      join.onRef('mentorSide.mentorshipId', '=', 'mentorship.id').on('mentorSide.side', '=', 'mentor'),
    )
    .innerJoin('mentorshipMember as menteeSide', (join) =>
      join.onRef('menteeSide.mentorshipId', '=', 'mentorship.id').on('menteeSide.side', '=', 'mentee'),
    )
    .innerJoin('person as mentor', 'mentor.id', 'mentorSide.personId')
    .innerJoin('person as mentee', 'mentee.id', 'menteeSide.personId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(['mentorship.id', 'mentorship.state', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(['mentorship.finishedOn', 'mentorship.unitId', 'mentorship.version'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind', 'orgUnit.shortName as unitName'])
    .select(['mentor.id as mentorId', 'mentee.id as menteeId'])
    .select(['mentor.lastName as mentorLast', 'mentor.firstName as mentorFirst', 'mentor.middleName as mentorMiddle'])
    .select(['mentee.lastName as menteeLast', 'mentee.firstName as menteeFirst', 'mentee.middleName as menteeMiddle']);
}

function filtered(ctx: Context, filter: MentorshipFilter): RawBuilder<boolean> {
  const conditions = [within(ctx, 'mentorship.read'), isTold(ctx)];
  if (filter.stage === 'unheld') conditions.push(sql<boolean>`mentorship.state in ('declined', 'withdrawn')`);
  else if (filter.stage !== '') conditions.push(sql<boolean>`mentorship.state = ${filter.stage}`);
  const patterns = searchPatterns(filter.search);
  if (patterns.length > 0) {
    const found = patterns.map((pattern) => sql<boolean>`named.search_name like ${pattern}`);
    conditions.push(sql<boolean>`exists (select 1 from mentorship_member side join person named on named.id = side.person_id
      where side.mentorship_id = mentorship.id and ${sql.join(found, sql` and `)})`);
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Mentorships within reach, the latest start first; a page of 50 unless another number is asked for. */
export async function listMentorships(ctx: Context, filter: MentorshipFilter, most = PAGE_SIZE) {
  const rows = await mentorshipsWithSides(ctx)
    .select(isEnding.as('isEnding'))
    .where(filtered(ctx, filter))
    .orderBy('mentorship.startedOn', 'desc')
    .orderBy('mentee.searchName')
    .orderBy('mentorship.id')
    .limit(most)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...sidesOf(row),
    form: row.form,
    kind: row.kind,
    unitName: row.unitName,
    startedOn: row.startedOn,
    endedOn: row.finishedOn ?? row.endedOn,
    stage: stageOf(mentorshipState(row.state)),
    isEnding: row.isEnding,
  }));
}

/** How many mentorships the filter finds. */
export async function countMentorships(ctx: Context, filter: MentorshipFilter): Promise<number> {
  const row = await ctx.db
    .selectFrom('mentorship')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(filtered(ctx, filter))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One mentorship with what the viewer may do to it and see of it. Throws NotFound. */
export async function findMentorship(ctx: Context, id: Id) {
  const row = await mentorshipsWithSides(ctx)
    .innerJoin('person as proposer', 'proposer.id', 'mentorship.proposedBy')
    .select(['mentorship.legalBasis', 'mentorship.focus', 'mentorship.kindCode'])
    .select([within(ctx, 'mentorship.propose').as('canWithdraw'), within(ctx, 'mentorship.close').as('canClose')])
    .select([within(ctx, 'mentorship.recordConsent').as('canRecord'), within(ctx, 'mentorship.answers').as('answers')])
    .select(within(ctx, 'mentorship.content').as('content'))
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .where(isTold(ctx))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  return {
    id,
    ...sidesOf(row),
    mentorId: row.mentorId,
    menteeId: row.menteeId,
    form: row.form,
    kind: row.kind,
    needsOrder: needsOrder(row.kindCode),
    legalBasis: legalBasis(row.legalBasis),
    // What the pair works on is not for whoever only handles its papers.
    focus: row.content ? row.focus : null,
    unitId: row.unitId,
    unitName: row.unitName,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    finishedOn: row.finishedOn,
    state: mentorshipState(row.state),
    version: row.version,
    canWithdraw: Boolean(row.canWithdraw),
    canClose: Boolean(row.canClose),
    canRecord: Boolean(row.canRecord),
    showsAnswers: Boolean(row.answers),
    showsContent: Boolean(row.content),
  };
}

interface SideColumns {
  mentorLast: string;
  mentorFirst: string;
  mentorMiddle: string | null;
  menteeLast: string;
  menteeFirst: string;
  menteeMiddle: string | null;
}

function sidesOf(row: SideColumns): { mentor: string; mentee: string } {
  return {
    mentor: fullName({ lastName: row.mentorLast, firstName: row.mentorFirst, middleName: row.mentorMiddle }),
    mentee: fullName({ lastName: row.menteeLast, firstName: row.menteeFirst, middleName: row.menteeMiddle }),
  };
}
