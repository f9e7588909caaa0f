import { hashPassword } from '#app/access/password.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, systemContext } from '#app/core/context.server.ts';
import { dayOf, schoolYearStart } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { openAccountHashed } from '#app/features/accounts/account.operations.server.ts';
import { normalLogin, normalPassword, ruleAgainstPassword } from '#app/features/accounts/account.ts';
import { findOptionalDemonstration } from '#app/features/accounts/demonstration.queries.server.ts';
import { grantRole } from '#app/features/accounts/grant.operations.server.ts';
import { ruleAgainstLogin } from '#app/features/accounts/invitation.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import type { UnitKind } from '#app/features/org-units/unit.ts';
import { insertPerson } from '#app/features/people/person.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { assertInstallationManager } from './installation.queries.server.ts';
import { firstRunText } from './installation.text.ts';
import { FARTHEST_DAYS, type SetUp } from './installation.ts';

/**
 * Sets an empty installation up: the first branch of the tree and an administrator at the region. Two at once: the one
 * federation a database may hold lets only one through. Throws NotFound when anybody has an account already; RuleBroken
 * `installation-not-empty`, `invite-login-wrong` and the rules of passwords.
 */
export async function setUpInstallation(
  services: Pick<AppServices, 'db' | 'clock'>,
  input: SetUp,
): Promise<{ id: Id; personId: Id }> {
  const login = normalLogin(input.login);
  const wrongLogin = ruleAgainstLogin(login);
  if (wrongLogin) throw new RuleBroken(wrongLogin, 'login');
  const refusal = ruleAgainstPassword(input.password, input.repeat, login);
  if (refusal) throw new RuleBroken(refusal, refusal === 'password-not-repeated' ? 'repeat' : 'password');
  const passwordHash = await hashPassword(normalPassword(input.password));
  return transact(systemContext('installation', services), async (tx) => {
    await refuseUnlessEmpty(tx);
    const regionId = await plantFirstBranch(tx, input);
    const { lastName, firstName, middleName } = input;
    const official = { birthOn: null, email: null, phone: null, category: 'none', teachingSince: null } as const;
    const name = { lastName, firstName, middleName };
    const { id: personId } = await insertPerson(tx, { unitId: regionId, ...name, ...official, employment: null });
    const startedOn = dayOf(tx.now, input.timeZone);
    await grantRole(tx, { personId, role: 'administrator', unitId: regionId, startedOn, endedOn: null });
    const account = await openAccountHashed(tx, { personId, login, passwordHash });
    return { id: account.id, personId };
  });
}

async function refuseUnlessEmpty(tx: Context): Promise<void> {
  const account = await tx.db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (account) throw new NotFound('first run');
  const unit = await tx.db.selectFrom('orgUnit').select('id').limit(1).executeTakeFirst();
  if (unit) throw new RuleBroken('installation-not-empty');
}

async function plantFirstBranch(tx: Context, input: SetUp): Promise<Id> {
  const { timeZone } = input;
  // Units have existed for long; the installation knows them since the school year began.
  const startedOn: Day = `${schoolYearStart(tx.today)}-09-01`;
  const plant = async (kind: UnitKind, parentId: Id | null, name: string, shortName = name) =>
    (await addUnit(tx, { parentId, kind, name, shortName, startedOn, timeZone })).id;
  const root = await plant('federation', null, firstRunText.federation, firstRunText.federationShort);
  const regionId = await plant('region', root, input.regionName);
  const municipalityId = await plant('municipality', regionId, input.municipalityName);
  await plant(input.organisationKind, municipalityId, input.organisationName);
  return regionId;
}

/**
 * Moves the demonstration clock by whole days, for everybody; the setting keeps it over a restart. Throws NotFound outside
 * a demonstration region and for those who are not administrators; RuleBroken `clock-too-far`.
 */
export async function moveClock(
  ctx: Context,
  services: Pick<AppServices, 'db' | 'clock'>,
  days: number,
): Promise<void> {
  const offsetDays = await transact(ctx, async (tx) => {
    assertInstallationManager(tx);
    await tx.db.selectFrom('setting').select('key').where('key', '=', 'demo').forUpdate().execute();
    const found = await findOptionalDemonstration(tx.db);
    if (!found) throw new NotFound('demonstration');
    const moved = found.offsetDays + days;
    if (Math.abs(moved) > FARTHEST_DAYS) throw new RuleBroken('clock-too-far', 'days');
    const value = JSON.stringify({ ...found, offsetDays: moved });
    await tx.db.updateTable('setting').set({ value }).where('key', '=', 'demo').execute();
    await journal(tx, {
      act: 'moveClock',
      objectKind: 'setting',
      objectId: newId(),
      unitId: null,
      regionId: null,
      before: { offsetDays: found.offsetDays },
      after: { offsetDays: moved },
    });
    return moved;
  });
  services.clock.offsetDays = offsetDays;
}
