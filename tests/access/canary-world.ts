import type { Role } from '#app/access/roles.ts';
import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { makeInside } from '#app/demo/factories/contours.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { makeEmployment } from '#app/demo/factories/people.ts';
import { withdrawGrant } from '#app/features/accounts/grant.operations.server.ts';
import { invite } from '#app/features/accounts/invitation.operations.server.ts';
import { rebuildMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import { addRegionalDayOff } from '#app/features/working-days/working-day.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { checked, csv, HEADER, person } from '#tests/features/staff-lists/lists.ts';
import { as, buildWorld, grant, type World } from '#tests/support/world.ts';
import { type DeskObject, deskOf } from './canary-desk.ts';
import { type Canary, Marks, type Part, RELATIONS, type Relation } from './canary-marks.ts';
import { offersTo } from './canary-offers.ts';
import { buildOutward, type OutwardObject } from './canary-outward.ts';
import { buildSet, type CanarySet, canary, type SetObject } from './canary-set.ts';

/** Everyone who asks: each role at its unit, people whose rights are over, a person without roles, nobody. */
export const ACTORS = [
  'administrator',
  'auditor',
  'head',
  'curator',
  'mentor',
  'mentee',
  'psychologist',
  'hrOfficer',
  'municipalCoordinator',
  'methodologist',
  'tutor',
  'centreHead',
  'ministryOfficer',
  'federalOperator',
  'federalCentre',
  'partner',
  'guardian',
  'proposedMentee',
  'askedMentor',
  'teacher',
  'formerCurator',
  'closedHead',
  'nobody',
] as const;

/** One of those who ask. */
export type ActorName = (typeof ACTORS)[number];

/** Kinds of objects a page may be about. */
export type ObjectKind =
  | DeskObject
  | OutwardObject
  | SetObject
  | 'agreement'
  | 'municipalAgreement'
  | 'offer'
  | 'areaOffer'
  | 'unit'
  | 'teacher'
  | 'grant'
  | 'municipality'
  | 'region'
  | 'consolidatedList'
  | 'dayOff';

/** A school of the world with those who act in it. */
type School = Record<'unitId' | 'head' | 'curator' | 'hrOfficer', Id>;

/** The world with marks in every personal fact. */
export interface CanaryWorld {
  world: World;
  marks: Marks;
  /** Person by actor; null for nobody. */
  actors: Record<ActorName, Id | null>;
  sets: Record<Relation, CanarySet>;
  schools: Record<Relation, School>;
  objects: Record<Relation, Record<ObjectKind, Id>>;
}

/** Builds it: own, sibling and far school, and a school of another region. */
export async function buildCanaryWorld(db: Database): Promise<CanaryWorld> {
  const world = await buildWorld(db);
  const marks = new Marks();
  const hired = async (unitId: Id, relation: Relation, part: Part, role?: Role): Promise<Id> => {
    const made = await canary(world, marks, { unitId, relation, part });
    if (role) await grant(world, made.id, role, unitId);
    return made.id;
  };
  const centre = {
    centreHead: await hired(world.centre, 'far', 'centreHead', 'centreHead'),
    tutor: await hired(world.centre, 'far', 'tutor', 'tutor'),
    otherTutor: await hired(world.centre, 'far', 'otherTutor', 'tutor'),
  };
  const foreign = {
    centreHead: await hired(world.foreignCentre, 'foreign', 'centreHead', 'centreHead'),
    tutor: await hired(world.foreignCentre, 'foreign', 'otherTutor', 'tutor'),
  };
  const school = async (unitId: Id, relation: Relation): Promise<School> => ({
    unitId,
    head: await hired(unitId, relation, 'head', 'head'),
    curator: await hired(unitId, relation, 'curator', 'curator'),
    hrOfficer: await hired(unitId, relation, 'hrOfficer', 'hrOfficer'),
  });
  const own = await school(world.school, 'own');
  const schools: Record<Relation, School> = {
    own,
    colleague: own,
    sibling: await school(world.sibling, 'sibling'),
    far: await school(world.farSchool, 'far'),
    foreign: await school(world.foreignSchool, 'foreign'),
  };
  const setAt = (relation: Relation) => {
    const isForeign = relation === 'foreign';
    const tutor = relation === 'own' ? centre.tutor : isForeign ? foreign.tutor : centre.otherTutor;
    const centreId = isForeign ? world.foreignCentre : world.centre;
    const centreHead = isForeign ? foreign.centreHead : centre.centreHead;
    return buildSet(world, marks, { relation, ...schools[relation], centreId, centreHead, tutor });
  };
  const sets: Record<Relation, CanarySet> = {
    own: await setAt('own'),
    colleague: await setAt('colleague'),
    sibling: await setAt('sibling'),
    far: await setAt('far'),
    foreign: await setAt('foreign'),
  };
  const teachers: Record<Relation, Id> = {
    own: await hired(world.school, 'own', 'teacher'),
    colleague: await hired(world.school, 'colleague', 'teacher'),
    sibling: await hired(world.sibling, 'sibling', 'teacher'),
    far: await hired(world.farSchool, 'far', 'teacher'),
    foreign: await hired(world.foreignSchool, 'foreign', 'teacher'),
  };
  const official = (unitId: Id, role: Role) => hired(unitId, 'own', 'official', role);
  const closed = await makeUnit(world.system, {
    kind: 'school',
    parentId: world.municipality,
    name: 'Закрытая школа',
    startedOn: '2010-09-01',
  });
  const body = (kind: 'federal_methodical_center' | 'partner_organization', parentId: Id, name: string) =>
    makeUnit(world.system, { kind, parentId, name });
  const federalCentre = await body('federal_methodical_center', world.federation, 'Федеральный центр');
  const partner = await body('partner_organization', world.municipality, 'Партнёр');
  const closedHead = await official(closed.id, 'head');
  await db.updateTable('orgUnit').set({ endedOn: '2026-11-21' }).where('id', '=', closed.id).execute();
  const formerCurator = await hired(world.school, 'own', 'teacher');
  const held = await grant(world, formerCurator, 'curator', world.school);
  const colleague = { personId: teachers.colleague, unitId: world.school };
  await makeEmployment(await as(world, formerCurator), colleague);
  await withdrawGrant(world.system, held, { version: 1 });
  const actors: Record<ActorName, Id | null> = {
    administrator: await official(world.region, 'administrator'),
    auditor: await official(world.municipality, 'auditor'),
    head: own.head,
    curator: own.curator,
    mentor: sets.own.mentor.id,
    mentee: sets.own.mentee.id,
    psychologist: await official(world.school, 'psychologist'),
    hrOfficer: own.hrOfficer,
    municipalCoordinator: await official(world.municipality, 'municipalCoordinator'),
    methodologist: await official(world.region, 'methodologist'),
    tutor: centre.tutor,
    centreHead: centre.centreHead,
    ministryOfficer: await official(world.region, 'ministryOfficer'),
    federalOperator: await official(world.federation, 'federalOperator'),
    federalCentre: await official(federalCentre.id, 'federalCentre'),
    partner: await official(partner.id, 'partner'),
    guardian: await official(world.school, 'guardian'),
    proposedMentee: sets.own.proposedMentee.id,
    askedMentor: sets.own.spareMentor.id,
    teacher: teachers.own,
    formerCurator,
    closedHead,
    nobody: null,
  };
  const lists = await consolidatedLists(world, marks, actors.municipalCoordinator ?? '');
  const daysOff = new Map<Id, Id>();
  for (const unitId of [world.region, world.otherRegion]) daysOff.set(unitId, await dayOffOf(world, unitId));
  const outward = await buildOutward(world, sets, schools);
  const objects = {} as CanaryWorld['objects'];
  for (const { unitId, head } of new Set(Object.values(schools))) {
    await makeInside(await as(world, head), { unitId, code: 'curator' }, '2026-09-01');
  }
  for (const relation of RELATIONS) {
    const { centreHead } = relation === 'foreign' ? foreign : centre;
    const desk = await deskOf(world, relation, { marks, centreHead, set: sets[relation] });
    const others = await objectsAt(world, relation, { sets, schools, teachers, lists, daysOff, outward });
    objects[relation] = { ...others, ...desk };
  }
  for (const personId of Object.values(actors)) if (personId) await openAccount(db, personId);
  await rebuildMonitoring(world.system);
  return { world, marks, actors, sets, schools, objects };
}

/** An account without a password: enough for a session, and nothing is written later. */
async function openAccount(db: Database, personId: Id): Promise<void> {
  const account = { id: crypto.randomUUID(), personId, login: `${personId}@test.ru`, passwordHash: null };
  await db.insertInto('account').values(account).execute();
}

interface Places {
  sets: Record<Relation, CanarySet>;
  schools: Record<Relation, School>;
  teachers: Record<Relation, Id>;
  outward: Record<Relation, Record<OutwardObject, Id>>;
  /** Consolidated list by the municipality it is of. */
  lists: Map<Id, Id>;
  /** Day off by the region. */
  daysOff: Map<Id, Id>;
}

async function consolidatedLists(world: World, marks: Marks, ownCoordinator: Id): Promise<Map<Id, Id>> {
  const lists = new Map<Id, Id>();
  const municipalities: [Id, Relation][] = [
    [world.municipality, 'own'],
    [world.otherMunicipality, 'far'],
    [world.foreignMunicipality, 'foreign'],
  ];
  for (const [unitId, relation] of municipalities) {
    const about: Canary = { id: ownCoordinator, relation, part: 'official' };
    if (relation !== 'own') {
      about.id = (await canary(world, marks, { unitId, relation, part: 'official' })).id;
      await grant(world, about.id, 'municipalCoordinator', unitId);
    }
    const rows = [HEADER, person(marks.word('staffList', about), 'Неведомая школа')];
    const file = { ...csv(...rows), fileName: `${marks.word('fileName', about)}.csv` };
    lists.set(unitId, (await checked(world, await as(world, about.id), unitId, file)).id);
  }
  return lists;
}

async function dayOffOf(world: World, unitId: Id): Promise<Id> {
  const act = 'закон области';
  await addRegionalDayOff(world.system, { unitId, day: '2026-12-10', name: 'День области', act });
  const kept = world.db.selectFrom('calendarDay').select('id').where('regionId', '=', unitId);
  return (await kept.executeTakeFirstOrThrow()).id;
}

async function objectsAt(
  world: World,
  relation: Relation,
  { sets, schools, teachers, lists, daysOff, outward }: Places,
): Promise<Record<Exclude<ObjectKind, DeskObject>, Id>> {
  const { objects, mentee } = sets[relation];
  const role = await world.db
    .selectFrom('roleGrant')
    .select('id')
    .where('personId', '=', mentee.id)
    .where('role', '=', 'mentee')
    .executeTakeFirstOrThrow();
  const curator = await as(world, schools[relation].curator);
  const letter = { personId: teachers[relation], login: `${crypto.randomUUID()}@example.ru` };
  await invite(curator, letter, { origin: 'http://127.0.0.1', smtpUrl: null });
  const { unitId } = schools[relation];
  const unit = await world.db
    .selectFrom('orgUnit')
    .select('parentId')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
  const region = relation === 'foreign' ? world.otherRegion : world.region;
  const consolidatedList = lists.get(unit.parentId ?? '') ?? '';
  const municipality = unit.parentId ?? unitId;
  const agreed = { partnerName: 'Вуз', number: `С-${relation}`, endedOn: '2027-05-31' };
  return {
    ...objects,
    ...outward[relation],
    unit: unitId,
    municipality,
    agreement: (await makeAgreement(curator, unitId, agreed)).id,
    ...(await offersTo(world, unitId, municipality, relation)),
    municipalAgreement: (await makeAgreement(world.system, municipality, agreed)).id,
    region,
    dayOff: daysOff.get(region) ?? '',
    consolidatedList,
    teacher: teachers[relation],
    grant: role.id,
  };
}
