import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { fullName, shortName } from '../people/person-name.ts';
import {
  type Goal,
  missingParts,
  planItemKind,
  programmeState,
  ruleAgainstChanging,
  ruleAgainstWorking,
} from './programme.ts';

/** Items and goals a page shows at most. */
const MOST_ROWS = 200;

/** The mentorship whose programme is asked about, for those who may know its content. Throws NotFound. */
export async function findMentorshipToPlan(ctx: Context, mentorshipId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', 'mentorship.state', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(within(ctx, 'mentorship.startProgramme').as('canStart'))
    .where('mentorship.id', '=', mentorshipId)
    .where(within(ctx, 'mentorship.content'))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  const { state, canStart, ...mentorship } = row;
  const refusal = ruleAgainstWorking(state);
  return { ...mentorship, canStart: Boolean(canStart), refusal, ...(await namesOfPair(ctx, mentorshipId, true)) };
}

/**
 * The programme of a mentorship, or null. `idea` (problem, aim, goals) is there only for those who may know the
 * mentorship's content: a tutor gets the plan alone, without what came out of it.
 */
export async function findOptionalProgramme(ctx: Context, mentorshipId: Id) {
  const row = await programmesInReach(ctx).where('programme.mentorshipId', '=', mentorshipId).executeTakeFirst();
  if (!row) return null;
  const readsIdea = Boolean(row.readsIdea);
  const [names, goals, items] = await Promise.all([
    namesOfPair(ctx, mentorshipId, readsIdea),
    listGoals(ctx, row.id, readsIdea),
    listPlanItems(ctx, row.id, readsIdea),
  ]);
  const { startedOn, endedOn, problem, aim } = row;
  const dueDays = items.map((item) => item.dueOn);
  return {
    id: row.id,
    mentorshipId,
    state: programmeState(row.state),
    startedOn,
    endedOn,
    form: row.form,
    kind: row.kind,
    version: row.version,
    approved:
      row.approvedAt && row.lastName && row.firstName
        ? {
            on: dayOf(row.approvedAt, row.timeZone),
            by: shortName({ lastName: row.lastName, firstName: row.firstName, middleName: row.middleName }),
          }
        : null,
    idea: readsIdea ? { problem, aim, goals } : null,
    missing: readsIdea ? missingParts({ startedOn, endedOn, problem, aim, goals, items: dueDays }) : [],
    refusal: ruleAgainstWorking(row.mentorshipState),
    refusalToChange: ruleAgainstChanging({ state: row.state, mentorshipState: row.mentorshipState }),
    items,
    canEdit: Boolean(row.canEdit),
    canApprove: Boolean(row.canApprove),
    unitName: row.unitName,
    mentorship: { startedOn: row.mentorshipStartedOn, endedOn: row.mentorshipEndedOn },
    ...names,
  };
}

/** The same, or NotFound. */
export async function findProgramme(ctx: Context, mentorshipId: Id) {
  const programme = await findOptionalProgramme(ctx, mentorshipId);
  if (!programme) throw new NotFound('programme');
  return programme;
}

function programmesInReach(ctx: Context) {
  return ctx.db
    .selectFrom('programme')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .innerJoin('orgUnit', 'orgUnit.id', 'programme.unitId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .leftJoin('person as approver', 'approver.id', 'programme.approvedBy')
    .select(['programme.id', 'programme.state', 'programme.problem', 'programme.aim', 'programme.version'])
    .select(['programme.startedOn', 'programme.endedOn', 'programme.approvedAt', 'orgUnit.timeZone'])
    .select(['mentorship.state as mentorshipState', 'mentorship.startedOn as mentorshipStartedOn'])
    .select(['mentorship.endedOn as mentorshipEndedOn', 'mentoringForm.name as form', 'mentoringKind.name as kind'])
    .select(['orgUnit.name as unitName', 'approver.lastName', 'approver.firstName', 'approver.middleName'])
    .select(within(ctx, 'mentorship.content').as('readsIdea'))
    .select([within(ctx, 'programme.edit').as('canEdit'), within(ctx, 'programme.approve').as('canApprove')])
    .where(within(ctx, 'programme.read'));
}

async function listGoals(ctx: Context, programmeId: Id, isRead: boolean): Promise<(Goal & { id: Id })[]> {
  if (!isRead) return [];
  return ctx.db
    .selectFrom('programmeGoal')
    .select(['id', 'aim', 'indicator', 'startValue', 'targetValue'])
    .where('programmeId', '=', programmeId)
    .orderBy('position')
    .limit(MOST_ROWS)
    .execute();
}

async function listPlanItems(ctx: Context, programmeId: Id, withResult: boolean) {
  const rows = await ctx.db
    .selectFrom('planItem')
    .select(['id', 'kind', 'topic', 'dueOn', 'product', 'doneOn'])
    .select(withResult ? sql<string | null>`result_note`.as('resultNote') : sql<string | null>`null`.as('resultNote'))
    .where('programmeId', '=', programmeId)
    .orderBy('dueOn')
    .orderBy('id')
    .limit(MOST_ROWS)
    .execute();
  return rows.map((row) => ({ ...row, kind: planItemKind(row.kind) }));
}

async function namesOfPair(ctx: Context, mentorshipId: Id, all: boolean) {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.side', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', '=', mentorshipId)
    .where(all ? sql<boolean>`true` : within(ctx, 'person.read'))
    .orderBy('mentorshipMember.startedOn')
    .orderBy('mentorshipMember.id')
    .limit(MOST_ROWS)
    .execute();
  const namesOf = (side: string) => rows.filter((row) => row.side === side).map(fullName);
  return { mentors: namesOf('mentor'), mentees: namesOf('mentee') };
}
