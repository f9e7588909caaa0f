import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import type { PathFacts } from './mentorship-path.ts';

const MOST = 60;

/** What the picture of a mentorship shows, each part asked by its own permission. */
export async function findPath(ctx: Context, mentorshipId: Id): Promise<PathFacts> {
  const [members, programme, pauses, consents, orders, supplements, reports, ends] = await Promise.all([
    membersOf(ctx, mentorshipId),
    programmeOf(ctx, mentorshipId),
    pausesOf(ctx, mentorshipId),
    consentsOf(ctx, mentorshipId),
    ordersOf(ctx, mentorshipId),
    supplementsOf(ctx, mentorshipId),
    reportsOf(ctx, mentorshipId),
    endsOf(ctx, mentorshipId),
  ]);
  return { members, programme, pauses, consents, papers: [...orders, ...supplements], reports, ...ends };
}

async function membersOf(ctx: Context, id: Id): Promise<PathFacts['members']> {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.side', 'mentorshipMember.startedOn', 'mentorshipMember.endedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .orderBy('mentorshipMember.startedOn')
    .orderBy('mentorshipMember.id')
    .limit(MOST)
    .execute();
  return rows.map(({ side, startedOn, endedOn, ...name }) => ({
    startedOn,
    endedOn,
    side: side === 'mentor' ? 'mentor' : 'mentee',
    name: shortName(name),
  }));
}

async function programmeOf(ctx: Context, id: Id): Promise<PathFacts['programme']> {
  const row = await ctx.db
    .selectFrom('programme')
    .innerJoin('orgUnit', 'orgUnit.id', 'programme.unitId')
    .select(['programme.startedOn', 'programme.endedOn', 'programme.approvedAt', 'orgUnit.timeZone'])
    .where('programme.mentorshipId', '=', id)
    .where(within(ctx, 'programme.read'))
    .executeTakeFirst();
  if (!row) return null;
  const { startedOn, endedOn, approvedAt, timeZone } = row;
  return { startedOn, endedOn, approvedOn: approvedAt && dayOf(approvedAt, timeZone) };
}

async function pausesOf(ctx: Context, id: Id): Promise<PathFacts['pauses']> {
  return ctx.db
    .selectFrom('mentorshipPause')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipPause.mentorshipId')
    .select(['mentorshipPause.startedOn', 'mentorshipPause.endedOn'])
    .where('mentorshipPause.mentorshipId', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .orderBy('mentorshipPause.startedOn')
    .orderBy('mentorshipPause.id')
    .limit(MOST)
    .execute();
}

async function consentsOf(ctx: Context, id: Id): Promise<PathFacts['consents']> {
  const rows = await ctx.db
    .selectFrom('consent')
    .innerJoin('mentorship', 'mentorship.id', 'consent.mentorshipId')
    .innerJoin('person', 'person.id', 'consent.personId')
    .select(['consent.answeredOn', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('consent.mentorshipId', '=', id)
    .where('consent.answer', '=', 'given')
    .where(within(ctx, 'mentorship.answers'))
    .orderBy('consent.answeredOn')
    .orderBy('consent.id')
    .limit(MOST)
    .execute();
  return rows.map(({ answeredOn, ...name }) => ({ on: answeredOn, name: shortName(name) }));
}

async function ordersOf(ctx: Context, id: Id): Promise<PathFacts['papers'][number][]> {
  const rows = await ctx.db
    .selectFrom('localAct')
    .innerJoin('localActMentorship', 'localActMentorship.actId', 'localAct.id')
    .select(['localAct.number', 'localAct.registeredOn'])
    .where('localActMentorship.mentorshipId', '=', id)
    .where('localAct.state', '=', 'approved')
    .where(within(ctx, 'act.read'))
    .orderBy('localAct.registeredOn')
    .orderBy('localAct.id')
    .limit(MOST)
    .execute();
  return rows.flatMap(({ number, registeredOn: on }) => (on ? [{ what: 'order' as const, number, on }] : []));
}

async function supplementsOf(ctx: Context, id: Id): Promise<PathFacts['papers'][number][]> {
  const rows = await ctx.db
    .selectFrom('contractSupplement')
    .select(['contractSupplement.employeeSignedOn', 'contractSupplement.employerSignedOn'])
    .where('contractSupplement.mentorshipId', '=', id)
    .where('contractSupplement.state', '=', 'signed')
    .where(within(ctx, 'supplement.read'))
    .orderBy('contractSupplement.createdAt')
    .orderBy('contractSupplement.id')
    .limit(MOST)
    .execute();
  return rows.flatMap(({ employeeSignedOn, employerSignedOn }) => {
    const on = [employeeSignedOn, employerSignedOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1);
    return on ? [{ what: 'supplement' as const, number: null, on }] : [];
  });
}

async function reportsOf(ctx: Context, id: Id): Promise<PathFacts['reports']> {
  const rows = await ctx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .select(['planItem.doneOn', 'planItem.topic', within(ctx, 'mentorship.content').as('readsIdea')])
    .where('programme.mentorshipId', '=', id)
    .where('planItem.doneOn', 'is not', null)
    .where(within(ctx, 'programme.read'))
    .orderBy('planItem.doneOn')
    .orderBy('planItem.id')
    .limit(MOST)
    .execute();
  return rows.flatMap(({ doneOn, topic, readsIdea }) =>
    doneOn ? [{ on: doneOn, topic: readsIdea ? topic : null }] : [],
  );
}

async function endsOf(ctx: Context, id: Id): Promise<Pick<PathFacts, 'noticeOn' | 'finishedOn'>> {
  const row = await ctx.db
    .selectFrom('mentorship')
    .leftJoin('mentorshipNotice', (join) =>
      join.onRef('mentorshipNotice.mentorshipId', '=', 'mentorship.id').on('mentorshipNotice.withdrawnAt', 'is', null),
    )
    .select(['mentorship.finishedOn', 'mentorshipNotice.givenOn', within(ctx, 'mentorship.answers').as('isTold')])
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.read'))
    .executeTakeFirst();
  return { noticeOn: row?.isTold ? row.givenOn : null, finishedOn: row?.finishedOn ?? null };
}
