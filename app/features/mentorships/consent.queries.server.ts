import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { type Answer, legalBasis, mentorshipState, REVERSE_KIND, type Side, stageToMembers } from './mentorship.ts';
import { membersOpposite, namesOf } from './mentorship-sides.server.ts';

/** How one member has answered. */
export interface MemberAnswer {
  personId: Id;
  side: Side;
  name: string;
  shortName: string;
  /** Null while there is no answer. */
  answer: Answer | null;
  answeredOn: Day | null;
  manner: 'electronic' | 'paper' | null;
}

/** Answers of both sides, the mentor first; nothing for those who are not told how others answered. */
export async function listAnswers(ctx: Context, mentorshipId: Id): Promise<MemberAnswer[]> {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .leftJoin('consent', (join) =>
      join
        .onRef('consent.mentorshipId', '=', 'mentorshipMember.mentorshipId')
        .onRef('consent.personId', '=', 'mentorshipMember.personId'),
    )
    .select(['mentorshipMember.personId', 'mentorshipMember.side'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(['consent.answer', 'consent.answeredOn', 'consent.manner'])
    .where('mentorshipMember.mentorshipId', '=', mentorshipId)
    .where(within(ctx, 'mentorship.answers'))
    .orderBy('mentorshipMember.side', 'desc')
    .orderBy('mentorshipMember.id')
    .execute();
  return rows.map(({ lastName, firstName, middleName, side, answer, manner, ...row }) => ({
    ...row,
    side: sideOf(side),
    name: fullName({ lastName, firstName, middleName }),
    shortName: shortName({ lastName, firstName, middleName }),
    answer: answerOf(answer),
    manner: manner === null ? null : manner === 'paper' ? 'paper' : 'electronic',
  }));
}

/**
 * A proposal as the actor's own side sees it, with the actor's own answer and never the other's. A refused one looks
 * like a withdrawn one (BR-04). Throws NotFound for who is no member.
 */
export async function findProposal(ctx: Context, id: Id) {
  const me = personOf(ctx);
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as mine', (join) =>
      join.onRef('mine.mentorshipId', '=', 'mentorship.id').on('mine.personId', '=', me),
    )
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('person as proposer', 'proposer.id', 'mentorship.proposedBy')
    .leftJoin('consent', (join) =>
      join.onRef('consent.mentorshipId', '=', 'mentorship.id').on('consent.personId', '=', me),
    )
    .select(['mentorship.state', 'mentorship.legalBasis', 'mentorship.focus', 'mine.side', 'mentorship.kindCode'])
    .select(['mine.startedOn', 'mine.endedOn', membersOpposite(ctx).as('others')])
    .select(['proposer.lastName as byLast', 'proposer.firstName as byFirst', 'proposer.middleName as byMiddle'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind', 'orgUnit.name as unitName'])
    .select(['consent.answer', 'consent.answeredOn', within(ctx, 'mentorship.read').as('canRead')])
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.consent'))
    .orderBy('mine.startedOn', 'desc')
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  const stage = stageToMembers(mentorshipState(row.state));
  return {
    id,
    side: sideOf(row.side),
    other: namesOf(row.others),
    proposer: fullName({ lastName: row.byLast, firstName: row.byFirst, middleName: row.byMiddle }),
    unitName: row.unitName,
    form: row.form,
    kind: row.kind,
    isReverse: row.kindCode === REVERSE_KIND,
    legalBasis: legalBasis(row.legalBasis),
    focus: row.focus,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    stage,
    answer: answerOf(row.answer),
    answeredOn: row.answeredOn,
    canRead: Boolean(row.canRead) && stage !== 'unheld',
  };
}

/** A member whose paper answer the actor may record, and whether it is still awaited. Throws NotFound. */
export async function findMemberToRecord(ctx: Context, mentorshipId: Id, personId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember', 'mentorshipMember.mentorshipId', 'mentorship.id')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .leftJoin('consent', (join) =>
      join.onRef('consent.mentorshipId', '=', 'mentorship.id').onRef('consent.personId', '=', 'person.id'),
    )
    .select(['mentorship.state', 'mentorshipMember.side', 'consent.answer'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorship.id', '=', mentorshipId)
    .where('mentorshipMember.personId', '=', personId)
    .where(within(ctx, 'mentorship.recordConsent'))
    .executeTakeFirst();
  if (!row) throw new NotFound('member');
  return {
    name: fullName(row),
    side: sideOf(row.side),
    isAwaited: row.state === 'proposed' && row.answer === null,
  };
}

function sideOf(word: string): Side {
  return word === 'mentor' ? 'mentor' : 'mentee';
}

function answerOf(word: string | null): Answer | null {
  if (word === null) return null;
  return word === 'given' ? 'given' : 'declined';
}
