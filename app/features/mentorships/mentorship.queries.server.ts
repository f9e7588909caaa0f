import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import {
  legalBasis,
  mentorshipState,
  needsOrder,
  REVERSE_KIND,
  type Stage,
  stageToday,
  UNHELD_STATES,
} from './mentorship.ts';
import { membersOn, menteeKey, namesOf, type SidePerson } from './mentorship-sides.server.ts';
import { reverseGrounds } from './mentorship-standing.ts';

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

/** Mentorships within reach with the people of both sides. */
function mentorshipsWithSides(ctx: Context) {
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(['mentorship.id', 'mentorship.state', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(['mentorship.finishedOn', 'mentorship.unitId', 'mentorship.version'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind', 'orgUnit.shortName as unitName'])
    .select([membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .select(isPaused(ctx).as('isPaused'));
}

/** Whether the mentorship rests today. */
export function isPaused(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from mentorship_pause pause where pause.mentorship_id = mentorship.id
    and ${ctx.today}::date between pause.started_on and pause.ended_on)`;
}

/** The pause that is now or comes next. */
function nextPause(ctx: Context): RawBuilder<{ id: Id; startedOn: Day; endedOn: Day } | null> {
  return sql`(select jsonb_build_object('id', pause.id, 'startedOn', pause.started_on, 'endedOn', pause.ended_on)
    from mentorship_pause pause where pause.mentorship_id = mentorship.id and pause.ended_on >= ${ctx.today}::date
    order by pause.started_on limit 1)`;
}

function filtered(ctx: Context, filter: MentorshipFilter): RawBuilder<boolean> {
  const conditions = [within(ctx, 'mentorship.read'), isTold(ctx)];
  if (filter.stage === 'unheld') conditions.push(sql<boolean>`mentorship.state in ('declined', 'withdrawn')`);
  else if (filter.stage === 'paused') conditions.push(sql<boolean>`(mentorship.state = 'active' and ${isPaused(ctx)})`);
  else if (filter.stage === 'active')
    conditions.push(sql<boolean>`(mentorship.state = 'active' and not ${isPaused(ctx)})`);
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
    .orderBy(menteeKey)
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
    stage: stageToday(mentorshipState(row.state), Boolean(row.isPaused)),
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
    .select([within(ctx, 'mentorship.content').as('content'), within(ctx, 'mentorship.pause').as('canPause')])
    .select(['mentorship.reverseGround', 'mentorship.outcome', nextPause(ctx).as('pause')])
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .where(isTold(ctx))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  return {
    id,
    ...sidesOf(row),
    mentorIds: row.mentors.map((person) => person.id),
    menteeIds: row.mentees.map((person) => person.id),
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
    isReverse: row.kindCode === REVERSE_KIND,
    reverseGrounds: row.content ? reverseGrounds(row.reverseGround) : [],
    outcome: row.content ? row.outcome : '',
    pause: row.pause,
    canPause: Boolean(row.canPause),
    stage: stageToday(mentorshipState(row.state), Boolean(row.isPaused)),
    state: mentorshipState(row.state),
    version: row.version,
    canWithdraw: Boolean(row.canWithdraw),
    canClose: Boolean(row.canClose),
    canRecord: Boolean(row.canRecord),
    showsAnswers: Boolean(row.answers),
    showsContent: Boolean(row.content),
  };
}

function sidesOf(row: { mentors: SidePerson[]; mentees: SidePerson[] }): { mentor: string; mentee: string } {
  return { mentor: namesOf(row.mentors), mentee: namesOf(row.mentees) };
}
