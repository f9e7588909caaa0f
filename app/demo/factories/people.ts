import type { Context } from '#app/core/context.server.ts';
import { addEmployment } from '#app/features/people/person-card.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** Adds the post of a methodist, held since 2020, to a person at the unit, unless said otherwise. */
export async function makeEmployment(
  ctx: Context,
  given: { personId: Id; unitId: Id } & Partial<Parameters<typeof addEmployment>[2]>,
): Promise<Id> {
  const { personId, ...employment } = given;
  return (
    await addEmployment(ctx, personId, { postCode: 'methodist', subject: null, startedOn: '2020-09-01', ...employment })
  ).id;
}
