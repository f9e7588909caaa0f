import { hashPassword } from '#app/access/password.server.ts';
import { roleNames } from '#app/access/roles.text.ts';
import type { Role } from '#app/access/roles.ts';
import { addDays, addYears, dayOf, HOME_ZONE, schoolYearStart } from '#app/core/dates.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { rebuildMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { liveActs } from './demo-acts.ts';
import { liveConsents } from './demo-consents.ts';
import { liveContours, liveOffers } from './demo-contours.ts';
import { type DeskPeople, liveDesk } from './demo-desk.ts';
import { type DemoMentorship, liveThrough } from './demo-mentorships.ts';
import { type DemoStaff, giveAccount, giveRole, hireStaff, recordPerson } from './demo-people.ts';
import { liveProfiles } from './demo-profiles.ts';
import { keepInstruments } from './demo-route-life.ts';
import { liveRoute, routeStart } from './demo-routes.ts';
import { liveScenarios } from './demo-scenarios.ts';
import { systemOn } from './demo-time.ts';
import { buildTree, type DemoTree } from './demo-units.ts';

/** Password of every account of the demonstration region. */
export const DEMO_PASSWORD = 'ryadom-demo-2026';

const SEED = 20_261_122;
const ROUTES_PER_STAFF = 3;
const STORY_DAYS = 30;

/**
 * Fills an empty database with the demonstration region, lived through the real operations in one transaction: all of
 * it or nothing. Two regions, thirteen organisations, two school years. Same data every time for the same day.
 */
export async function openDemonstration(services: Pick<AppServices, 'db' | 'clock'>): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const today = dayOf(services.clock.now(), HOME_ZONE);
  await services.db.transaction().execute(async (db) => {
    const accounts = await liveRegion(db, today, passwordHash);
    const value = JSON.stringify({ offsetDays: 0, password: DEMO_PASSWORD, accounts });
    await db.insertInto('setting').values({ key: 'demo', value }).execute();
  });
  await rebuildMonitoring({ ...systemOn(services.db, today), now: services.clock.now() });
}

interface PrintedAccount {
  who: string;
  login: string;
}

async function liveRegion(db: Database, today: Day, passwordHash: string): Promise<PrintedAccount[]> {
  const chance = chanceFrom(SEED);
  // In the first weeks of September the story still ends in the school year before: there is not enough to tell yet.
  const thisStart = `${schoolYearStart(addDays(today, -STORY_DAYS))}-09-01`;
  const lastStart = addYears(thisStart, -1);
  const beginning = addYears(thisStart, -5);
  const system = systemOn(db, addYears(thisStart, -2));
  const tree = await buildTree(system);
  const staffs: DemoStaff[] = [];
  const mentorships: DemoMentorship[] = [];
  const officials = await appointOfficials(db, tree, chance, beginning);
  for (const centre of officials.centres) await keepInstruments(db, centre, addDays(beginning, 1));
  for (const [position, region] of tree.regions.entries()) {
    for (const organisation of region.municipalities.flatMap(({ organisations }) => organisations)) {
      const staff = await hireStaff(systemOn(db, today), organisation, chance, thisStart);
      staffs.push(staff);
      await liveActs(db, staff, staffs.length, thisStart);
      const lived = await liveThrough(db, staff, { lastStart, thisStart, today }, chance);
      mentorships.push(...lived);
      await liveProfiles(db, staff, staffs.length, today);
      await liveConsents(db, staff, today);
      const centre = officials.centres[position];
      if (centre) await liveRoutes(db, staff, centre, { thisStart, today }, chance);
      await liveContours(db, staff, region, { lastStart, thisStart }, chanceFrom(SEED + staffs.length));
    }
  }
  await offerComponents(db, tree, officials, staffs, today);
  if (staffs[0]) await liveScenarios(db, staffs[0], today);
  await liveDesk(db, deskPeople(tree, officials), staffs, today);
  return openAccounts(
    db,
    tree,
    { staff: staffs[0], mentorship: mentorships.at(2), officials },
    passwordHash,
    thisStart,
  );
}

function deskPeople(tree: DemoTree, officials: Officials): DeskPeople {
  const operator = officials.byRole.find(([held]) => held === 'federalOperator')?.[1];
  if (!operator) throw new Error('the demonstration has a federal operator');
  const regions = tree.regions.flatMap(({ id }, place) => {
    const centre = officials.centres[place];
    const [tutor] = centre?.tutors ?? [];
    return centre && tutor ? [{ id, head: centre.head, tutor }] : [];
  });
  return { federation: tree.federation, operator, regions };
}

async function offerComponents(
  db: Database,
  tree: DemoTree,
  officials: Officials,
  staffs: readonly DemoStaff[],
  today: Day,
): Promise<void> {
  const [region] = tree.regions;
  const [city] = region?.municipalities ?? [];
  const official = (role: Role) => officials.byRole.find(([held]) => held === role)?.[1];
  const [coordinator, methodologist] = [official('municipalCoordinator'), official('methodologist')];
  if (!region || !city || !coordinator || !methodologist) throw new Error('the demonstration has a first municipality');
  await liveOffers(db, { municipality: city.id, coordinator, region, methodologist, staffs }, today);
}

interface Officials {
  byRole: [Role, Id][];
  centres: { id: Id; head: Id; tutors: Id[] }[];
}

async function appointOfficials(db: Database, tree: DemoTree, chance: Chance, since: Day): Promise<Officials> {
  const system = systemOn(db, addDays(since, 1));
  const [region] = tree.regions;
  if (!region) throw new Error('the demonstration has a first region');
  const appoint = async (role: Role, unitId: Id): Promise<Id> => {
    const id = await recordPerson(system, unitId, chance, { category: 'none', teachingSince: null });
    await giveRole(system, id, role, unitId, since);
    return id;
  };
  const [city] = region.municipalities;
  const [school] = city?.organisations ?? [];
  if (!city || !school) throw new Error('the demonstration has a first school');
  const places: [Role, Id][] = [
    ['administrator', region.id],
    ['auditor', region.id],
    ['municipalCoordinator', city.id],
    ['methodologist', region.id],
    ['ministryOfficer', region.id],
    ['federalOperator', tree.federation],
    ['federalCentre', tree.federalCentre],
    ['partner', region.partner],
    ['guardian', school.id],
  ];
  const byRole: [Role, Id][] = [];
  for (const [role, unitId] of places) byRole.push([role, await appoint(role, unitId)]);
  const centres: Officials['centres'] = [];
  for (const { centre } of tree.regions) {
    const head = await appoint('centreHead', centre);
    centres.push({ id: centre, head, tutors: [await appoint('tutor', centre), await appoint('tutor', centre)] });
  }
  return { byRole, centres };
}

async function liveRoutes(
  db: Database,
  staff: DemoStaff,
  centre: Officials['centres'][number],
  days: { thisStart: Day; today: Day },
  chance: Chance,
): Promise<void> {
  const owners = [...staff.young.slice(0, 1), ...staff.experienced.slice(6, 5 + ROUTES_PER_STAFF)];
  for (const [position, owner] of owners.entries()) {
    const startedOn = routeStart(days.thisStart, position === 0 ? 0 : 1 + chance.number(2));
    const route = {
      personId: owner.id,
      centreId: centre.id,
      centreHead: centre.head,
      tutorId: chance.of(centre.tutors),
    };
    await liveRoute(
      db,
      { ...route, startedOn: startedOn < owner.hiredOn ? owner.hiredOn : startedOn, today: days.today },
      chance,
    );
  }
}

async function openAccounts(
  db: Database,
  tree: DemoTree,
  named: { staff: DemoStaff | undefined; mentorship: DemoMentorship | undefined; officials: Officials },
  passwordHash: string,
  since: Day,
): Promise<PrintedAccount[]> {
  const { staff, mentorship, officials } = named;
  const [centre] = officials.centres;
  const [tutor] = centre?.tutors ?? [];
  if (!staff || !mentorship || !centre || !tutor) throw new Error('the demonstration has somebody for every role');
  const people: [Role, Id][] = [
    ['curator', staff.curator],
    ['head', staff.head],
    ['mentor', mentorship.mentorId],
    ['mentee', mentorship.menteeId],
    ['psychologist', staff.psychologist],
    ['hrOfficer', staff.hrOfficer],
    ['tutor', tutor],
    ['centreHead', centre.head],
    ...officials.byRole,
  ];
  const system = systemOn(db, since);
  const printed: PrintedAccount[] = [];
  for (const [role, personId] of people) {
    const login = `${role.toLowerCase()}@demo.ryadom`;
    await giveAccount(system, personId, login, passwordHash);
    printed.push({ who: roleNames[role], login });
  }
  await giveRole(system, officials.byRole[0]?.[1] ?? staff.head, 'administrator', tree.federation, since);
  return printed;
}
