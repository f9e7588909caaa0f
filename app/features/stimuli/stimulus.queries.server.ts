import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { type StimulusState, stimulusKind, stimulusState } from './stimulus.ts';

/** Filter of the list; empty words mean all. */
export interface StimulusFilter {
  search: string;
  state: StimulusState | '';
  what: 'money' | 'award' | '';
  page: number;
}

/** Mentors a form offers at most. */
const MOST_MENTORS = 500;

function recordsInReach(ctx: Context, filter: StimulusFilter) {
  return ctx.db
    .selectFrom('stimulus')
    .innerJoin('person', 'person.id', 'stimulus.personId')
    .where(isSeen(ctx))
    .$if(filter.state !== '', (query) => query.where('stimulus.state', '=', filter.state))
    .$if(filter.what !== '', (query) => query.where('stimulus.isMoney', '=', filter.what === 'money'))
    .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('person.searchName', 'like', pattern))));
}

/** Records within reach, newest first, a page of 50. Sums only where `stimulus.read` reaches: a curator gets the fact. */
export async function listStimuli(ctx: Context, filter: StimulusFilter) {
  const me = personOf(ctx);
  const rows = await recordsInReach(ctx, filter)
    .select(['stimulus.id', 'stimulus.isMoney', 'stimulus.kind', 'stimulus.state'])
    .select(['stimulus.startedOn', 'stimulus.endedOn', 'stimulus.personId'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(onlyRead<number>(ctx, 'stimulus.amount_kopecks').as('amountKopecks'))
    .orderBy('stimulus.createdAt', 'desc')
    .orderBy('stimulus.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, personId, ...row }) => ({
    ...row,
    kind: stimulusKind(row.kind),
    state: stimulusState(row.state),
    recipient: shortName({ lastName, firstName, middleName }),
    isMine: personId === me,
  }));
}

/** How many records the filter finds. */
export async function countStimuli(ctx: Context, filter: StimulusFilter): Promise<number> {
  const row = await recordsInReach(ctx, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One record with what the actor may do to it. Throws NotFound. */
export async function findStimulus(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('stimulus')
    .innerJoin('person', 'person.id', 'stimulus.personId')
    .innerJoin('person as proposer', 'proposer.id', 'stimulus.proposedBy')
    .leftJoin('person as approver', 'approver.id', 'stimulus.approvedBy')
    .leftJoin('person as payer', 'payer.id', 'stimulus.paidBy')
    .select(['stimulus.id', 'stimulus.isMoney', 'stimulus.kind', 'stimulus.state', 'stimulus.version'])
    .select(['stimulus.startedOn', 'stimulus.endedOn', 'stimulus.paidOn'])
    .select(['stimulus.personId', 'stimulus.proposedBy', 'stimulus.approvedBy'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select([shortOf('proposer').as('proposer'), shortOf('approver').as('approver'), shortOf('payer').as('payer')])
    .select(onlyRead<number>(ctx, 'stimulus.amount_kopecks').as('amountKopecks'))
    .select(onlyRead<string>(ctx, 'stimulus.basis').as('basis'))
    .select(within(ctx, 'stimulus.read').as('readsSum'))
    .select([within(ctx, 'stimulus.approve').as('canApprove'), within(ctx, 'stimulus.pay').as('canPay')])
    .where('stimulus.id', '=', id)
    .where(isSeen(ctx))
    .executeTakeFirst();
  if (!row) throw new NotFound('stimulus');
  const { lastName, firstName, middleName, ...record } = row;
  return {
    ...record,
    kind: stimulusKind(row.kind),
    recipient: fullName({ lastName, firstName, middleName }),
    readsSum: Boolean(row.readsSum),
    canApprove: Boolean(row.canApprove),
    canPay: Boolean(row.canPay),
  };
}

/** Mentors whose mentorship is in force or closed in the units where the actor proposes, by name. */
export async function listMentorsToRecognise(ctx: Context) {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(
      sql<string>`(select string_agg(mentee.last_name || ' ' || left(mentee.first_name, 1) || '.', ', ' order by mentee.last_name, mentee.id)
        from mentorship_member taught join person mentee on mentee.id = taught.person_id
        where taught.mentorship_id = mentorship.id and taught.side = 'mentee')`.as('mentees'),
    )
    .where(withinUnits(ctx, 'stimulus.propose'))
    .where('mentorshipMember.side', '=', 'mentor')
    .where('mentorshipMember.personId', '<>', personOf(ctx))
    .where('mentorship.state', 'in', ['active', 'closed'])
    .orderBy('person.searchName')
    .orderBy('mentorshipMember.id')
    .limit(MOST_MENTORS)
    .execute();
  return rows.map(({ id, mentees, ...person }) => ({ id, mentor: fullName(person), mentees: mentees ?? '' }));
}

function isSeen(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(${within(ctx, 'stimulus.read')} or ${within(ctx, 'stimulus.fact')})`;
}

function onlyRead<T>(ctx: Context, column: string): RawBuilder<T | null> {
  return sql<T | null>`case when ${within(ctx, 'stimulus.read')} then ${sql.ref(column)} end`;
}

function shortOf(alias: string): RawBuilder<string | null> {
  const part = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<string | null>`${part('last_name')} || ' ' || left(${part('first_name')}, 1) || '.'
    || coalesce(' ' || left(${part('middle_name')}, 1) || '.', '')`;
}
