import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { REVERSE_KIND } from '../mentorships/mentorship.ts';
import { fullName } from '../people/person-name.ts';
import { declined, type NameCase } from './name-cases.ts';
import type { NameForm } from './name-forms.server.ts';

/** Forms of names an order's text needs, as kept or as the rules give, for the correction page. */
export async function listNameForms(ctx: Context, actId: Id): Promise<NameForm[]> {
  const rows = await ctx.db
    .selectFrom('localAct')
    .innerJoin('localActMentorship', 'localActMentorship.actId', 'localAct.id')
    .innerJoin('mentorshipMember', 'mentorshipMember.mentorshipId', 'localActMentorship.mentorshipId')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .leftJoin('personNameForm', 'personNameForm.personId', 'person.id')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'mentorshipMember.side'])
    .select('mentorship.kindCode')
    .select(['personNameForm.grammaticalCase', 'personNameForm.fullName as kept'])
    .where('localAct.id', '=', actId)
    .where(within(ctx, 'act.edit'))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .execute();
  const forms = new Map<string, NameForm>();
  for (const row of rows) {
    const isAssigned = row.side === 'mentor' || row.kindCode === REVERSE_KIND;
    const nameCase: NameCase = isAssigned ? 'accusative' : 'instrumental';
    const key = `${row.id}:${nameCase}`;
    const known = forms.get(key) ?? {
      personId: row.id,
      nameCase,
      nominative: fullName(row),
      fullName: declined(row, nameCase),
    };
    if (row.grammaticalCase === nameCase && row.kept) known.fullName = row.kept;
    forms.set(key, known);
  }
  return [...forms.values()];
}
