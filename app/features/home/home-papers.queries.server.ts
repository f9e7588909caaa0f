import { sql } from 'kysely';
import { mayHold } from '#app/access/actor.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { membersOn, shortNamesOf } from '../mentorships/mentorship-sides.server.ts';
import { shortName } from '../people/person-name.ts';
import { READ_OF_A_KIND, type Task } from './home.ts';

const names = ['person.lastName', 'person.firstName', 'person.middleName'] as const;

/** Programmes: missing ones for whoever keeps them, complete drafts for the head. */
export async function tasksOfProgrammes(ctx: Context): Promise<Task[]> {
  const [missing, drafts] = await Promise.all([
    mentees(ctx)
      .leftJoin('programme', 'programme.mentorshipId', 'mentorship.id')
      .where('programme.id', 'is', null)
      .where(within(ctx, 'mentorship.propose'))
      .where('mentorship.state', '=', 'active')
      .execute(),
    mayHold(ctx.actor, 'programme.approve')
      ? mentees(ctx)
          .innerJoin('programme', 'programme.mentorshipId', 'mentorship.id')
          .where(within(ctx, 'programme.approve'))
          .where('programme.state', '=', 'draft')
          .where('programme.aim', '<>', '')
          .where('programme.problem', '<>', '')
          .where(sql<boolean>`exists (select 1 from programme_goal goal where goal.programme_id = programme.id)`)
          .where(sql<boolean>`exists (select 1 from plan_item item where item.programme_id = programme.id)`)
          .execute()
      : [],
  ]);
  const task = (kind: Task['kind'], row: (typeof missing)[number]): Task => ({
    kind,
    key: row.id,
    href: kind === 'programme-to-approve' ? paths.programmeApprove(row.id) : paths.programme(row.id),
    about: shortNamesOf(row.mentees),
    since: row.startedOn,
    until: null,
  });
  return [
    ...missing.map((row) => task('programme-missing', row)),
    ...drafts.map((row) => task('programme-to-approve', row)),
  ];
}

function mentees(ctx: Context) {
  return ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', 'mentorship.startedOn', membersOn(ctx, 'mentee').as('mentees')])
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(READ_OF_A_KIND);
}

/** Recognition that waits: proposed for the head, approved money for the HR officer. */
export async function tasksOfStimuli(ctx: Context): Promise<Task[]> {
  const waiting = ctx.db
    .selectFrom('stimulus')
    .innerJoin('person', 'person.id', 'stimulus.personId')
    .select(['stimulus.id', ...names])
    .select('stimulus.createdAt as since')
    .orderBy('stimulus.createdAt')
    .orderBy('stimulus.id')
    .limit(READ_OF_A_KIND);
  const [proposed, approved] = await Promise.all([
    waiting.where(within(ctx, 'stimulus.approve')).where('stimulus.state', '=', 'proposed').execute(),
    waiting
      .where(within(ctx, 'stimulus.pay'))
      .where('stimulus.state', '=', 'approved')
      .where('isMoney', '=', true)
      .execute(),
  ]);
  const task = (kind: Task['kind'], row: (typeof proposed)[number]): Task => ({
    kind,
    key: row.id,
    href: kind === 'stimulus-to-pay' ? paths.stimulusPay(row.id) : paths.stimulusApprove(row.id),
    about: shortName(row),
    since: dayOf(row.since, ctx.timeZone),
    until: null,
  });
  return [
    ...proposed.map((row) => task('stimulus-to-approve', row)),
    ...approved.map((row) => task('stimulus-to-pay', row)),
  ];
}

/** Staff lists that were checked and wait to be applied. */
export async function tasksOfStaffLists(ctx: Context): Promise<Task[]> {
  const lists = await ctx.db
    .selectFrom('staffList')
    .select(['staffList.id', 'staffList.fileName'])
    .select('staffList.createdAt as since')
    .where(within(ctx, 'staffList.import'))
    .where('staffList.state', '=', 'checked')
    .orderBy('staffList.createdAt', 'desc')
    .orderBy('staffList.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return lists.map((list) => ({
    kind: 'staff-list',
    key: list.id,
    href: paths.staffList(list.id),
    about: list.fileName,
    since: dayOf(list.since, ctx.timeZone),
    until: null,
  }));
}

/** Invitations made in the actor's reach that nobody has used. */
export async function tasksOfInvitations(ctx: Context): Promise<Task[]> {
  const rows = await ctx.db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.personId')
    .innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
    .select(['person.id', ...names])
    .select(({ fn }) => fn.min('invitation.createdAt').as('since'))
    .where(within(ctx, 'grant.manage'))
    .where('invitation.usedAt', 'is', null)
    .where('invitation.withdrawnAt', 'is', null)
    .groupBy(['person.id', ...names])
    .orderBy('since')
    .orderBy('person.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map((row) => ({
    kind: 'invitation',
    key: row.id,
    href: paths.grants(row.id),
    about: shortName(row),
    since: dayOf(row.since, ctx.timeZone),
    until: null,
  }));
}
