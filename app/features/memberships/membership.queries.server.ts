import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { BASES_WITH_TERMS } from '../mentorship-terms/terms.ts';
import { mentorshipState, type Side } from '../mentorships/mentorship.ts';
import {
  membersOn,
  membersOnDay,
  namesOf,
  type SidePerson,
  shortNamesOf,
} from '../mentorships/mentorship-sides.server.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { changeKind, changeState, OPEN_CHANGES } from './membership.ts';

/** A member of a mentorship for the list, past ones included. */
export interface MemberLine {
  id: Id;
  personId: Id;
  name: string;
  side: Side;
  startedOn: Day;
  endedOn: Day;
}

const MOST_MEMBERS = 100;
const MOST_CANDIDATES = 20;

/** What the pages about members say of the mentorship itself. Throws NotFound. */
export async function findMembership(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .select(['mentorship.id', 'mentorship.unitId', 'mentorship.state', 'mentorship.kindCode'])
    .select(['mentorship.startedOn', 'mentorship.endedOn', 'mentoringKind.name as kind'])
    .select([membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .select(within(ctx, 'mentorship.changeMembers').as('canChange'))
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.content'))
    .where(sql<boolean>`(mentorship.state not in ('declined', 'withdrawn', 'expired')
      or ${within(ctx, 'mentorship.answers')})`)
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  const { mentors, mentees, ...mentorship } = row;
  return {
    ...mentorship,
    state: mentorshipState(row.state),
    mentor: shortNamesOf(mentors),
    mentee: shortNamesOf(mentees),
    canChange: Boolean(row.canChange),
  };
}

/** Everyone who is or was a member, mentors first, each side in the order they came. */
export async function listMembers(ctx: Context, mentorshipId: Id): Promise<MemberLine[]> {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.id', 'mentorshipMember.personId', 'mentorshipMember.side'])
    .select(['mentorshipMember.startedOn', 'mentorshipMember.endedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorship.id', '=', mentorshipId)
    .where(within(ctx, 'mentorship.content'))
    .orderBy('mentorshipMember.side', 'desc')
    .orderBy('mentorshipMember.startedOn')
    .orderBy('mentorshipMember.id')
    .limit(MOST_MEMBERS)
    .execute();
  return rows.map(({ lastName, firstName, middleName, side, ...row }) => ({
    ...row,
    side: side === 'mentor' ? 'mentor' : 'mentee',
    name: fullName({ lastName, firstName, middleName }),
  }));
}

/** A member whose leaving the actor may record. Throws NotFound. */
export async function findMemberToLeave(ctx: Context, memberId: Id) {
  const row = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.mentorshipId', 'mentorshipMember.endedOn', 'mentorship.endedOn as plannedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.id', '=', memberId)
    .where(within(ctx, 'mentorship.changeMembers'))
    .executeTakeFirst();
  if (!row) throw new NotFound('member');
  const { mentorshipId, endedOn, plannedOn } = row;
  return { mentorshipId, name: fullName(row), hasLeft: endedOn < plannedOn };
}

/** Invitations of a mentorship that are open, and refused ones, for head and curator; the latest first. */
export async function listChanges(ctx: Context, mentorshipId: Id) {
  const rows = await ctx.db
    .selectFrom('membershipChange')
    .innerJoin('mentorship', 'mentorship.id', 'membershipChange.mentorshipId')
    .innerJoin('person', 'person.id', 'membershipChange.personId')
    .select(['membershipChange.id', 'membershipChange.kind', 'membershipChange.state'])
    .select(['membershipChange.startedOn', 'membershipChange.reason'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorship.id', '=', mentorshipId)
    .where(within(ctx, 'mentorship.answers'))
    .where('membershipChange.state', '<>', 'done')
    .orderBy('membershipChange.createdAt', 'desc')
    .orderBy('membershipChange.id')
    .limit(MOST_MEMBERS)
    .execute();
  return rows.map(({ lastName, firstName, middleName, kind, state, ...row }) => ({
    ...row,
    kind: changeKind(kind),
    state: changeState(state),
    name: fullName({ lastName, firstName, middleName }),
  }));
}

/**
 * One invitation as its page shows it: while it is open with those the person would join, once carried out with those of
 * the first day; of one that came to nothing names are told to head and curator alone. Throws NotFound.
 */
export async function findChange(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('membershipChange')
    .innerJoin('mentorship', 'mentorship.id', 'membershipChange.mentorshipId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('person', 'person.id', 'membershipChange.personId')
    .leftJoin('mentorshipMember as old', 'old.id', 'membershipChange.replacedMemberId')
    .leftJoin('person as before', 'before.id', 'old.personId')
    .select(['membershipChange.id', 'membershipChange.kind', 'membershipChange.state', 'membershipChange.version'])
    .select(['membershipChange.startedOn', 'membershipChange.mentorshipId', 'membershipChange.personId'])
    .select(['mentorship.endedOn', 'mentoringForm.name as form', 'mentoringKind.name as mentoringKind'])
    .select(['orgUnit.name as unitName', 'mentorship.focus'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(['before.lastName as oldLast', 'before.firstName as oldFirst', 'before.middleName as oldMiddle'])
    .select(['mentorship.legalBasis', hasTerms().as('hasTerms')])
    .select([othersTold(ctx, 'mentor').as('mentors'), othersTold(ctx, 'mentee').as('mentees')])
    .select(within(ctx, 'membershipChange.manage').as('canManage'))
    .where('membershipChange.id', '=', id)
    .where(within(ctx, 'membershipChange.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('membershipChange');
  const { lastName, firstName, middleName, oldLast, oldFirst, oldMiddle, mentors, mentees, ...found } = row;
  const { kind, state, legalBasis, hasTerms: isTold, ...change } = found;
  const needsTerms = kind !== 'mentee_added' && BASES_WITH_TERMS.some((basis) => basis === legalBasis);
  const replaced =
    oldLast && oldFirst ? fullName({ lastName: oldLast, firstName: oldFirst, middleName: oldMiddle }) : null;
  return {
    ...change,
    kind: changeKind(kind),
    state: changeState(state),
    name: fullName({ lastName, firstName, middleName }),
    replaced,
    // A mentor comes on told terms: the curator writes them, the mentor reads his own.
    terms: needsTerms ? { isTold: Boolean(isTold) } : null,
    others: namesOf(kind === 'mentee_added' ? mentors : mentees),
    canManage: Boolean(row.canManage),
  };
}

/** Whether anything is written of the newcomer's work here. */
function hasTerms() {
  return sql<boolean>`exists (select 1 from mentorship_terms written where written.mentorship_id = mentorship.id
    and written.person_id = membership_change.person_id)`;
}

function othersTold(ctx: Context, side: Side) {
  return sql<SidePerson[]>`case
    when ${within(ctx, 'mentorship.answers')} or membership_change.state in (${sql.join(OPEN_CHANGES)})
      then ${membersOn(ctx, side)}
    when membership_change.state = 'done' then ${membersOnDay(side, sql<Day>`membership_change.started_on`)}
    else '[]'::jsonb end`;
}

/** Who may come: people who work at the mentorship's organisation today and are no members of it, by name. */
export async function listNewcomers(
  ctx: Context,
  { id, unitId }: { id: Id; unitId: Id },
  search: string,
): Promise<{ id: Id; name: string; post: string }[]> {
  const rows = await ctx.db
    .selectFrom('person')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('employment')
          .innerJoin('post', 'post.code', 'employment.postCode')
          .select(['post.name as post', 'employment.subject'])
          .whereRef('employment.personId', '=', 'person.id')
          .where('employment.unitId', '=', unitId)
          .where('employment.startedOn', '<=', ctx.today)
          .where((or) => or.or([or('employment.endedOn', 'is', null), or('employment.endedOn', '>=', ctx.today)]))
          .orderBy('employment.startedOn')
          .orderBy('employment.id')
          .limit(1)
          .as('work'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'work.post', 'work.subject'])
    .where(within(ctx, 'matching.run'))
    .where((eb) => eb.and(searchPatterns(search).map((pattern) => eb('person.searchName', 'like', pattern))))
    .where(sql<boolean>`not exists (select 1 from mentorship_member there where there.mentorship_id = ${id}
      and there.person_id = person.id and there.ended_on >= ${ctx.today}::date)`)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_CANDIDATES)
    .execute();
  return rows.map(({ post, subject, ...person }) => ({
    id: person.id,
    name: fullName(person),
    post: [post, subject].filter(Boolean).join(', '),
  }));
}
