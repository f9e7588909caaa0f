import type { Context } from '#app/core/context.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import type { NewPerson } from '#app/features/people/person.ts';
import { addEmployment } from '#app/features/people/person-card.operations.server.ts';
import type { Id } from '#db/schema.ts';

let made = 0;

/** A word of Russian letters that differs from call to call, for names. */
function nextWord(): string {
  made += 1;
  return String(made).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)] ?? '');
}

/** Records a teacher of mathematics with long service at the unit, unless said otherwise. */
export async function makePerson(ctx: Context, given: Partial<NewPerson> & { unitId: Id }): Promise<Id> {
  const person: NewPerson = {
    lastName: `Петров${nextWord()}`,
    firstName: 'Алексей',
    middleName: 'Игоревич',
    birthOn: '1980-05-17',
    email: null,
    phone: null,
    category: 'first',
    teachingSince: '2004-09-01',
    employment: { postCode: 'teacher', subject: 'математика', startedOn: '2015-09-01' },
    ...given,
  };
  return (await addPerson(ctx, person)).id;
}

/** Adds a second post to a person at the unit. */
export async function makeEmployment(
  ctx: Context,
  given: { personId: Id; unitId: Id } & Partial<Parameters<typeof addEmployment>[2]>,
): Promise<Id> {
  const { personId, ...employment } = given;
  return (
    await addEmployment(ctx, personId, { postCode: 'methodist', subject: null, startedOn: '2020-09-01', ...employment })
  ).id;
}
