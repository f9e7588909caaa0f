import { mayHold } from '#app/access/actor.ts';
import { unitsWhere } from '#app/access/can.server.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, addYears, dayOf } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import type { Id, Moment } from '#db/schema.ts';
import { membersOn, shortNamesOf } from '../mentorships/mentorship-sides.server.ts';
import { listOwnPapers } from '../mentorships/own-papers.queries.server.ts';
import { shortName } from '../people/person-name.ts';
import { type HomeFigure, paperTaskOf, READ_OF_A_KIND, type Task } from './home.ts';

const names = ['person.lastName', 'person.firstName', 'person.middleName'] as const;
const NEW_PERSON_DAYS = 14;

/** Young teachers (rule `three-years`) of the actor's organisations who have no live mentorship. */
export async function tasksOfMatching(ctx: Context): Promise<Task[]> {
  const waiting = await withoutMentor(ctx)
    .where(within(ctx, 'matching.run'))
    .select(['person.id', ...names])
    .select(({ fn }) => fn.min('employment.startedOn').as('startedOn'))
    .groupBy(['person.id', ...names])
    .orderBy('startedOn')
    .orderBy('person.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return waiting.map((person) => ({
    kind: 'match',
    key: person.id,
    href: paths.match(person.id),
    about: shortName(person),
    since: person.startedOn,
    until: addDays(person.startedOn, NEW_PERSON_DAYS) < ctx.today ? null : addDays(person.startedOn, NEW_PERSON_DAYS),
  }));
}

function withoutMentor(ctx: Context) {
  return ctx.db
    .selectFrom('person')
    .innerJoin('employment', 'employment.personId', 'person.id')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .whereRef('employment.unitId', '=', 'person.unitId')
    .where('post.isTeaching', '=', true)
    .where('employment.startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('employment.endedOn', 'is', null), eb('employment.endedOn', '>=', ctx.today)]))
    .where('person.teachingSince', '>=', addYears(ctx.today, -3))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mentorshipMember')
            .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
            .select('mentorship.id')
            .whereRef('mentorshipMember.personId', '=', 'person.id')
            .where('mentorshipMember.side', '=', 'mentee')
            .where('mentorship.state', 'in', ['proposed', 'consented', 'active'])
            .where('mentorshipMember.endedOn', '>=', ctx.today),
        ),
      ),
    );
}

/** What mentorships on their way to an order wait for from the actor, one paper each (M-04). */
export async function tasksOfPapers(ctx: Context): Promise<Task[]> {
  const missing = await listOwnPapers(ctx, 4 * READ_OF_A_KIND);
  if (missing.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', 'mentorship.startedOn', membersOn(ctx, 'mentee').as('mentees')])
    .where(within(ctx, 'mentorship.papers'))
    .where(
      'mentorship.id',
      'in',
      missing.map(({ mentorshipId }) => mentorshipId),
    )
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(8 * READ_OF_A_KIND)
    .execute();
  return missing.flatMap(({ mentorshipId, state, href }): Task[] => {
    const row = rows.find(({ id }) => id === mentorshipId);
    const kind = paperTaskOf(state.rule);
    if (!row || !kind) return [];
    // Consents are recorded for either side: the page of the pair offers both.
    const at = kind === 'consents-missing' ? paths.mentorship(mentorshipId) : (href ?? paths.mentorship(mentorshipId));
    return [
      { kind, key: mentorshipId, href: at, about: shortNamesOf(row.mentees), since: state.since, until: row.startedOn },
    ];
  });
}

/** Acts that wait: returned ones for whoever edits, those under review for the head who is not their author. */
export async function tasksOfActs(ctx: Context): Promise<Task[]> {
  const acts = ctx.db
    .selectFrom('localAct')
    .select(['localAct.id', 'localAct.heading'])
    .select(({ fn }) => fn.coalesce('localAct.submittedAt', 'localAct.createdAt').as('since'))
    .orderBy('since')
    .orderBy('localAct.id')
    .limit(READ_OF_A_KIND);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const [returned, review] = await Promise.all([
    acts
      .where(within(ctx, 'act.edit'))
      .where('localAct.state', '=', 'returned')
      .where('localAct.authorId', '=', personId)
      .execute(),
    mayHold(ctx.actor, 'act.approve')
      ? acts
          .where(within(ctx, 'act.approve'))
          .where('localAct.state', '=', 'review')
          .where('localAct.authorId', '<>', personId)
          .execute()
      : [],
  ]);
  const task =
    (kind: Task['kind']) =>
    (act: { id: Id; heading: string; since: Moment }): Task => ({
      kind,
      key: act.id,
      href: kind === 'order-to-approve' ? paths.actApprove(act.id) : paths.act(act.id),
      about: act.heading,
      since: dayOf(act.since, ctx.timeZone),
      until: null,
    });
  return [...returned.map(task('order-returned')), ...review.map(task('order-to-approve'))];
}

/** Four numbers of the actor's organisations. */
export async function figuresOfSchool(ctx: Context): Promise<HomeFigure[]> {
  const units = await unitsWhere(ctx, 'mentorship.answers');
  if (units.length === 0) return [];
  const waiting = withoutMentor(ctx)
    .where('person.unitId', 'in', units)
    .select(({ fn }) => fn.count<number>('person.id').distinct().as('count'));
  const people = ctx.db
    .selectFrom('employment')
    .select(({ fn }) => fn.count<number>('personId').distinct().as('count'))
    .where('unitId', 'in', units)
    .where('startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', ctx.today)]));
  const found = await ctx.db
    .selectFrom('mentorship')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', '=', 'active').as('active'),
      fn.countAll<number>().filterWhere('state', 'in', ['proposed', 'consented']).as('preparing'),
    ])
    .select([waiting.as('waiting'), people.as('people')])
    .where('unitId', 'in', units)
    .executeTakeFirstOrThrow();
  return [
    { kind: 'active', value: found.active, href: paths.mentorships() },
    { kind: 'in-preparation', value: found.preparing, href: paths.mentorships() },
    {
      kind: 'without-mentor',
      value: found.waiting ?? 0,
      href: mayHold(ctx.actor, 'mentorship.propose') ? paths.peopleWithoutMentor() : undefined,
    },
    { kind: 'people', value: found.people ?? 0, href: paths.people() },
  ];
}
