import type { Role } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, addYears } from '#app/core/dates.ts';
import { openAccountHashed } from '#app/features/accounts/account.operations.server.ts';
import { grantRole } from '#app/features/accounts/grant.operations.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import type { Category, NewPerson } from '#app/features/people/person.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoOrganisation } from './demo-units.ts';
import { collegeSubjects, firstNames, middleNames, subjects, surnames } from './demo-words.ts';

/** A teacher of the demonstration with what matching looks at. */
export interface DemoTeacher {
  id: Id;
  subject: string;
  hiredOn: Day;
}

/** Who works in an organisation. */
export interface DemoStaff {
  organisation: DemoOrganisation;
  head: Id;
  curator: Id;
  hrOfficer: Id;
  psychologist: Id;
  experienced: DemoTeacher[];
  young: DemoTeacher[];
}

const EXPERIENCED = 18;
const YOUNG = 5;

/** Hires the staff of an organisation: head, curator, HR officer, psychologist, experienced and young teachers. */
export async function hireStaff(
  system: Context,
  organisation: DemoOrganisation,
  chance: Chance,
  yearStart: Day,
): Promise<DemoStaff> {
  const unitId = organisation.id;
  const work = (postCode: string, subject: string | null, startedOn: Day) => ({ postCode, subject, startedOn });
  const hire = (overrides: Partial<NewPerson>) => recordPerson(system, unitId, chance, overrides);
  const long = () => addDays(addYears(yearStart, -3 - chance.number(9)), -chance.number(30));
  const post = organisation.kind === 'college' ? 'lecturer' : 'teacher';
  const taught = organisation.kind === 'college' ? collegeSubjects : subjects;
  const head = await hire({ employment: work('head', null, long()), category: 'highest' });
  const curator = await hire({ employment: work('deputy_head', null, long()), category: 'highest' });
  const psychologist = await hire({ employment: work('school_psychologist', null, long()), category: 'first' });
  const hrOfficer = await hire({ employment: null, category: 'none', teachingSince: null });
  const experienced: DemoTeacher[] = [];
  for (let count = 0; count < EXPERIENCED; count += 1) {
    const subject = taught[count % taught.length] ?? '';
    const hiredOn = long();
    const category: Category = count % 9 === 0 ? 'mentor_teacher' : chance.of(['highest', 'highest', 'first']);
    const categoryFrom = addDays(addYears(yearStart, -2 - (count % 3)), 100);
    const id = await hire({
      employment: work(post, subject, hiredOn),
      category,
      categoryFrom,
      // Those given before September 2023 had a term of five years; here none ends within the school year.
      categoryUntil: categoryFrom < '2023-09-01' ? addDays(addYears(categoryFrom, 5), -1) : null,
      teachingSince: addYears(hiredOn, -4 - chance.number(6)),
    });
    experienced.push({ id, subject, hiredOn });
  }
  const young: DemoTeacher[] = [];
  for (let count = 0; count < YOUNG; count += 1) {
    const subject = chance.of(taught);
    const hiredOn = count < 2 ? addYears(yearStart, -1) : addDays(yearStart, chance.number(6));
    const birthOn = addDays(addYears(hiredOn, -23), -chance.number(300));
    const id = await hire({
      employment: work(post, subject, hiredOn),
      category: 'none',
      teachingSince: hiredOn,
      birthOn,
    });
    young.push({ id, subject, hiredOn });
  }
  for (const [personId, role] of [
    [head, 'head'],
    [curator, 'curator'],
    [hrOfficer, 'hrOfficer'],
    [psychologist, 'psychologist'],
  ] as const) {
    await giveRole(system, personId, role, unitId, addYears(yearStart, -2));
  }
  return { organisation, head, curator, hrOfficer, psychologist, experienced, young };
}

/** Records an invented person at a unit. */
export async function recordPerson(
  system: Context,
  unitId: Id,
  chance: Chance,
  overrides: Partial<NewPerson>,
): Promise<Id> {
  const gender = chance.happens(70) ? 'woman' : 'man';
  const [masculine, feminine] = chance.of(surnames);
  const { id } = await addPerson(system, {
    unitId,
    lastName: gender === 'man' ? masculine : feminine,
    firstName: chance.of(firstNames[gender]),
    middleName: chance.of(middleNames[gender]),
    birthOn: addDays('1966-01-10', chance.number(9000)),
    email: null,
    phone: `+7900${String(1_000_000 + chance.number(8_999_999))}`,
    category: 'first',
    teachingSince: addDays('2004-09-01', chance.number(3000)),
    employment: null,
    ...overrides,
  });
  return id;
}

/** Grants a role from a past day on. */
export async function giveRole(system: Context, personId: Id, role: Role, unitId: Id, startedOn: Day): Promise<void> {
  await grantRole(system, { personId, role, unitId, startedOn, endedOn: null });
}

/** Opens an account that the demonstration prints. */
export async function giveAccount(system: Context, personId: Id, login: string, passwordHash: string): Promise<void> {
  await openAccountHashed(system, { personId, login, passwordHash });
}
