import type { Context } from '#app/core/context.server.ts';
import { personOf } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { declined, NAME_CASES, type NameCase } from './name-cases.ts';

/** A form of a name as the author of an act left it. */
export interface NameCorrection {
  personId: Id;
  nameCase: NameCase;
  fullName: string;
}

/** A form of a name as the text needs it now, for the correction page. */
export interface NameForm extends NameCorrection {
  nominative: string;
}

/** Keeps the forms that differ from what the rules give; people outside these mentorships are passed over. */
export async function keepCorrectedForms(
  tx: Context,
  mentorshipIds: readonly Id[],
  corrections: readonly NameCorrection[],
): Promise<void> {
  if (corrections.length === 0) return;
  const people = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', 'in', mentorshipIds)
    .execute();
  const stored = await tx.db
    .selectFrom('personNameForm')
    .select(['personId', 'grammaticalCase', 'fullName'])
    .where(
      'personId',
      'in',
      people.map(({ id }) => id),
    )
    .execute();
  for (const { personId, nameCase, fullName } of corrections) {
    const person = people.find(({ id }) => id === personId);
    const known = stored.find((row) => row.personId === personId && row.grammaticalCase === nameCase);
    if (!person || fullName === (known?.fullName ?? declined(person, nameCase))) continue;
    const kept = { fullName, correctedBy: personOf(tx), correctedAt: tx.now };
    await tx.db
      .insertInto('personNameForm')
      .values({ personId, grammaticalCase: nameCase, ...kept })
      .onConflict((conflict) => conflict.columns(['personId', 'grammaticalCase']).doUpdateSet(kept))
      .execute();
  }
}

/** Reads parallel fields of the form: 'personId:case' and the text typed for it. Unknown keys are dropped. */
export function correctionsFrom(keys: readonly string[], texts: readonly string[]): NameCorrection[] {
  return keys.flatMap((key, position) => {
    const [personId = '', word = ''] = key.split(':');
    const nameCase = NAME_CASES.find((one) => one === word);
    const fullName = texts[position];
    return nameCase && fullName ? [{ personId, nameCase, fullName }] : [];
  });
}
