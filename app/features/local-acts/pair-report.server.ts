import type { Context } from '#app/core/context.server.ts';
import { formatDayLong } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { fullName } from '../people/person-name.ts';
import { type Side, signedName } from './order-values.server.ts';
import type { TemplateValues } from './template-document.ts';

/** What the records know of a mentorship for its final report: who, when, goals, what of the plan is done. Source: DT-21. */
export async function pairReport(tx: Context, mentorshipId: Id, sides: readonly Side[]): Promise<TemplateValues> {
  const mentorship = await tx.db
    .selectFrom('mentorship')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .select(['mentorship.startedOn', 'mentorship.endedOn', 'mentorship.finishedOn'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind'])
    .where('mentorship.id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  const goals = await tx.db
    .selectFrom('programmeGoal')
    .innerJoin('programme', 'programme.id', 'programmeGoal.programmeId')
    .select(['programmeGoal.aim', 'programmeGoal.indicator', 'programmeGoal.startValue', 'programmeGoal.targetValue'])
    .where('programme.mentorshipId', '=', mentorshipId)
    .orderBy('programmeGoal.position')
    .orderBy('programmeGoal.id')
    .limit(50)
    .execute();
  const items = await tx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .select(['planItem.topic', 'planItem.doneOn', 'planItem.resultNote'])
    .where('programme.mentorshipId', '=', mentorshipId)
    .orderBy('planItem.dueOn')
    .orderBy('planItem.id')
    .limit(200)
    .execute();
  const mentors = sides.filter(({ side }) => side === 'mentor');
  const mentees = sides.filter(({ side }) => side === 'mentee');
  return {
    mentors: mentors.map(fullName).join(', '),
    mentees: mentees.map(fullName).join(', '),
    form: mentorship.form,
    kind: mentorship.kind,
    startedOn: formatDayLong(mentorship.startedOn),
    endedOn: formatDayLong(mentorship.finishedOn ?? mentorship.endedOn),
    itemsAll: String(items.length),
    itemsDone: String(items.filter(({ doneOn }) => doneOn !== null).length),
    goals: goals.map(({ aim, ...goal }) => ({ goal: aim, ...goal })),
    doneItems: items.flatMap(({ topic, doneOn, resultNote }) =>
      doneOn ? [{ doneOn: formatDayLong(doneOn), topic, outcome: resultNote || '—' }] : [],
    ),
    mentorSigns: mentors.map((side) => ({ signed: signedName(side) })),
    menteeSigns: mentees.map((side) => ({ signed: signedName(side) })),
  };
}
