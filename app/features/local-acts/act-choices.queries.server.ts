import { unitsWhere } from '#app/access/can.server.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { membersOn, menteeKey, shortNamesOf } from '../mentorships/mentorship-sides.server.ts';
import { fullName } from '../people/person-name.ts';
import type { ActField } from './act-fields.ts';
import { listColleagues } from './colleagues.queries.server.ts';
import { actText } from './local-act.text.ts';
import { postWords } from './order-values.server.ts';

/** What can be chosen in the fields of a document. */
export interface FieldChoices {
  people: { id: Id; text: string }[];
  mentorships: { id: Id; text: string }[];
}

/** Organisations where the actor draws documents up, by name. */
export async function listDrawingUnits(ctx: Context): Promise<{ id: Id; name: string }[]> {
  const ids = await unitsWhere(ctx, 'act.edit');
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName as name'])
    .where('id', 'in', ids)
    .orderBy('shortName')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** People and mentorships of a unit, each only when a field asks for them. */
export async function listChoices(ctx: Context, unitId: Id, fields: readonly ActField[]): Promise<FieldChoices> {
  const asks = (kind: ActField['kind']) => fields.some((field) => field.kind === kind);
  const [people, mentorships] = await Promise.all([
    asks('person') ? listColleagues(ctx, unitId) : [],
    asks('mentorship') ? listHeld(ctx, unitId) : [],
  ]);
  return {
    people: people.map((one) => ({
      id: one.personId,
      text: `${fullName(one)} (${postWords({ mentorshipId: '', side: '', ...one })})`,
    })),
    mentorships: mentorships.map(({ id, mentors, mentees }) => ({
      id,
      text: actText.pairOption(shortNamesOf(mentors), shortNamesOf(mentees)),
    })),
  };
}

async function listHeld(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .where('mentorship.unitId', '=', unitId)
    .where('mentorship.activatedAt', 'is not', null)
    .where(within(ctx, 'mentorship.read'))
    .orderBy(menteeKey)
    .orderBy('mentorship.id')
    .limit(300)
    .execute();
}
