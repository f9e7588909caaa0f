import { inject } from 'vitest';
import { hashPassword } from '#app/access/password.server.ts';
import { type Context, systemContext } from '#app/core/context.server.ts';
import { movableClock } from '#app/core/services.server.ts';
import { giveAccount, giveRole } from '#app/demo/demo-people.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { DEMO_PASSWORD } from '#app/demo/open-demonstration.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import type { NewPerson } from '#app/features/people/person.ts';
import { type Database, openDatabase } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { demoLogin } from './visitor.ts';

/** A colleague with an account. */
export interface JourneyPerson {
  id: Id;
  login: string;
}

/** A school of a journey's own: journeys share one demonstration region and must not use up each other's people. */
export interface JourneySchool {
  id: Id;
  system: Context;
  curator: JourneyPerson;
  head: JourneyPerson;
  /** Hires somebody with an account; a young one is in the first year of work. */
  hire(lastName: string, overrides?: Partial<NewPerson> & { isYoung?: boolean }): Promise<JourneyPerson>;
}

/** The database of the demonstration region under test. */
export function journeyDatabase(): Database {
  return openDatabase({ url: inject('siteDatabaseUrl'), max: 2 });
}

/** The organisation where an account of the demonstration region works. */
export async function unitOfDemo(db: Database, role: string): Promise<{ id: Id; parentId: Id }> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['orgUnit.id', 'orgUnit.parentId'])
    .where('account.login', '=', demoLogin(role))
    .executeTakeFirstOrThrow();
  return { id: row.id, parentId: row.parentId ?? row.id };
}

/** Opens a school with a head and a curator in the municipality of the demonstration's curator. */
export async function openJourneySchool(db: Database, name: string, startedOn = '2020-09-01'): Promise<JourneySchool> {
  const system = systemContext('tests', { db, clock: movableClock(0) });
  const { parentId } = await unitOfDemo(db, 'curator');
  const { id } = await makeUnit(system, { kind: 'school', parentId, name, startedOn });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const hire: JourneySchool['hire'] = async (lastName, { isYoung = false, ...overrides } = {}) => {
    const person = await addPerson(system, {
      ...{ unitId: id, lastName, firstName: 'Анна', middleName: 'Петровна', email: null, phone: null },
      birthOn: isYoung ? '2002-04-12' : '1980-04-12',
      category: isYoung ? 'none' : 'highest',
      teachingSince: isYoung ? '2026-09-01' : '2004-09-01',
      employment: { postCode: 'teacher', subject: 'физика', startedOn: isYoung ? '2026-09-01' : startedOn },
      ...overrides,
    });
    const login = `${person.id}@demo.ryadom`;
    await giveAccount(system, person.id, login, passwordHash);
    return { id: person.id, login };
  };
  const office = (postCode: string) => ({ employment: { postCode, subject: null, startedOn } });
  const curator = await hire('Завучева', office('deputy_head'));
  const head = await hire('Директорова', office('head'));
  await giveRole(system, curator.id, 'curator', id, '2026-09-01');
  await giveRole(system, head.id, 'head', id, '2026-09-01');
  return { id, system, curator, head, hire };
}
