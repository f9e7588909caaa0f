import { grantsInForce } from '#app/access/find-actor.server.ts';
import type { Role } from '#app/access/roles.ts';
import { type Context, systemContext } from '#app/core/context.server.ts';
import { HOME_ZONE } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { grantRole } from '#app/features/accounts/grant.operations.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import { addPerson } from '#app/features/people/person.operations.server.ts';
import type { NewPerson } from '#app/features/people/person.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id, Moment } from '#db/schema.ts';

/** The day tests live on, at ten in the morning in Moscow. */
export const TODAY: Day = '2026-11-22';
export const NOW: Moment = '2026-11-22T07:00:00.000Z';

/** Units every test starts from: two regions so that the foreign one is really foreign. */
export interface World {
  db: Database;
  /** The installation's own context. */
  system: Context;
  federation: Id;
  region: Id;
  ministry: Id;
  centre: Id;
  municipality: Id;
  school: Id;
  sibling: Id;
  otherMunicipality: Id;
  farSchool: Id;
  otherRegion: Id;
  foreignCentre: Id;
  foreignMunicipality: Id;
  foreignSchool: Id;
}

/** Builds the units through the real operations. */
export async function buildWorld(db: Database): Promise<World> {
  const system: Context = { ...systemContext('tests', { db, clock: { now: () => NOW, offsetDays: 0 } }), today: TODAY };
  const unit = async (kind: string, name: string, parentId: Id | null): Promise<Id> =>
    (
      await addUnit(system, { parentId, kind, name, shortName: name, startedOn: '2010-09-01' } as Parameters<
        typeof addUnit
      >[1])
    ).id;
  const federation = await unit('federation', 'Российская Федерация', null);
  const region = await unit('region', 'Верхневолжская область', federation);
  const municipality = await unit('municipality', 'Заречный округ', region);
  const otherMunicipality = await unit('municipality', 'Лесной район', region);
  const otherRegion = await unit('region', 'Приморский край', federation);
  const foreignMunicipality = await unit('municipality', 'Чужой район', otherRegion);
  return {
    db,
    system,
    federation,
    region,
    municipality,
    otherMunicipality,
    otherRegion,
    foreignMunicipality,
    ministry: await unit('regional_ministry', 'Министерство образования', region),
    centre: await unit('professional_growth_center', 'ЦНППМ Верхневолжской области', region),
    school: await unit('school', 'Гимназия № 2', municipality),
    sibling: await unit('school', 'Школа № 5', municipality),
    farSchool: await unit('school', 'Лесная школа', otherMunicipality),
    foreignCentre: await unit('professional_growth_center', 'ЦНППМ Приморского края', otherRegion),
    foreignSchool: await unit('school', 'Чужая школа', foreignMunicipality),
  };
}

let named = 0;

/** Hires a teacher (mathematics, experienced unless said otherwise) at a unit. */
export async function hire(world: World, unitId: Id, overrides: Partial<NewPerson> = {}): Promise<Id> {
  named += 1;
  const letters = String(named).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)] ?? '');
  const person: NewPerson = {
    unitId,
    lastName: `Иванов${letters}`,
    firstName: 'Пётр',
    middleName: 'Сергеевич',
    birthOn: '1980-05-17',
    email: null,
    phone: null,
    category: 'highest',
    teachingSince: '2004-09-01',
    employment: { postCode: 'teacher', subject: 'математика', startedOn: '2015-09-01' },
    ...overrides,
  };
  return (await addPerson(world.system, person)).id;
}

/** Hires a young teacher in the first year of work. */
export function hireYoung(world: World, unitId: Id, overrides: Partial<NewPerson> = {}): Promise<Id> {
  return hire(world, unitId, {
    birthOn: '2003-04-12',
    category: 'none',
    teachingSince: '2026-09-01',
    employment: { postCode: 'teacher', subject: 'математика', startedOn: '2026-09-01' },
    ...overrides,
  });
}

/** Grants a role for the whole time of the tests. */
export async function grant(world: World, personId: Id, role: Role, unitId: Id): Promise<Id> {
  return (await grantRole(world.system, { personId, role, unitId, startedOn: '2020-09-01', endedOn: null })).id;
}

/** The context of a person as a request would find it: grants in force now. */
export async function as(world: World, personId: Id): Promise<Context> {
  const { grants } = await grantsInForce(world.db, personId, NOW, false);
  const actor = { kind: 'person', personId, accountId: newId(), grants } as const;
  return { db: world.db, now: NOW, today: TODAY, timeZone: HOME_ZONE, actor };
}

/** A person with one role at a unit, and the context of that person. */
export async function actorWith(world: World, role: Role, unitId: Id): Promise<Context & { personId: Id }> {
  const isTeacher = ['curator', 'head', 'mentor', 'mentee', 'psychologist', 'hrOfficer'].includes(role);
  const personId = await hire(
    world,
    unitId,
    isTeacher ? {} : { employment: null, category: 'none', teachingSince: null },
  );
  await grant(world, personId, role, unitId);
  return { ...(await as(world, personId)), personId };
}
