import { sql } from 'kysely';
import { newId } from '#app/core/ids.ts';
import { markMonitoringDirtyAll } from '#app/features/journal/monitoring-mark.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { hire, type World } from '../../support/world.ts';

/** Facts for counting, written straight into the tables together with the marks that the operations make. */
export interface Pair {
  id: Id;
  unitId: Id;
  programmeId: Id;
  mentorId: Id;
  menteeIds: Id[];
}

/** A mentorship in force with an approved programme; without `order` and `consents` its papers are not full. */
export async function addPair(
  world: World,
  unitId: Id,
  mentor: { id: Id; unitId: Id },
  menteeIds: Id[],
  special: {
    from?: Day;
    to?: Day;
    basis?: string;
    consents?: boolean;
    order?: boolean;
    state?: 'active' | 'proposed';
  } = {},
): Promise<Pair> {
  const { from = '2026-09-01', to = '2027-05-31', basis = 'labor_351_8', state = 'active' } = special;
  const id = newId();
  const db = world.db;
  await sql`insert into mentorship (id, unit_id, form_code, kind_code, legal_basis, state, started_on, ended_on, proposed_by, activated_at)
    values (${id}, ${unitId}, 'teacher_teacher', 'one_to_one', ${basis}, ${state}, ${from}, ${to}, ${mentor.id},
      ${state === 'active' ? `${from}T08:00:00Z` : null})`.execute(db);
  const sides = [
    { person: mentor.id, unit: mentor.unitId, side: 'mentor' },
    ...menteeIds.map((person) => ({ person, unit: unitId, side: 'mentee' })),
  ];
  for (const { person, unit, side } of sides) {
    await sql`insert into mentorship_member (id, mentorship_id, person_id, unit_id, side, started_on, ended_on)
      values (${newId()}, ${id}, ${person}, ${unit}, ${side}, ${from}, ${to})`.execute(db);
    if (special.consents ?? true) {
      await sql`insert into consent (id, mentorship_id, person_id, unit_id, answer, manner, answered_on, recorded_by)
        values (${newId()}, ${id}, ${person}, ${unitId}, 'given', 'paper', ${from}, ${person})`.execute(db);
    }
  }
  if (special.order ?? true) await addOrder(world, unitId, id, mentor.id, menteeIds[0] ?? mentor.id);
  if (basis === 'labor_351_8') await addSupplement(world, unitId, id, mentor.id, from);
  const programmeId = newId();
  await sql`insert into programme (id, mentorship_id, unit_id, started_on, ended_on, state)
    values (${programmeId}, ${id}, ${unitId}, ${from}, ${to}, 'approved')`.execute(db);
  await markMonitoringDirtyAll(world.system, [unitId]);
  return { id, unitId, programmeId, mentorId: mentor.id, menteeIds };
}

async function addSupplement(world: World, unitId: Id, mentorshipId: Id, mentorId: Id, from: Day): Promise<void> {
  const termsId = newId();
  await sql`insert into mentorship_terms (id, mentorship_id, person_id, unit_id)
    values (${termsId}, ${mentorshipId}, ${mentorId}, ${unitId})`.execute(world.db);
  await sql`insert into contract_supplement (id, mentorship_id, person_id, unit_id, terms_id, terms_version, state,
      started_on, heading, template_code, template_version, "values", document, document_hash, retention_class, drawn_by,
      employee_signed_on, employer_signed_on, recorded_by, recorded_at)
    values (${newId()}, ${mentorshipId}, ${mentorId}, ${unitId}, ${termsId}, 1, 'signed', ${from}, 'О наставничестве',
      'supplement', 1, '{}', '{}', 'x', 'personnel', ${mentorId}, ${from}, ${from}, ${mentorId}, now())`.execute(
    world.db,
  );
}

let numbers = 0;

async function addOrder(world: World, unitId: Id, mentorshipId: Id, authorId: Id, headId: Id): Promise<void> {
  const id = newId();
  numbers += 1;
  await sql`insert into local_act (id, unit_id, kind, heading, state, template_code, template_version, "values", document,
      document_hash, number, registered_on, in_force_on, signature_kind, signature_kinds, author_id, approved_by, approved_at)
    values (${id}, ${unitId}, 'assignment_order', 'О закреплении', 'approved', 'assignment-order', 1, '{}', '{}', 'x',
      ${String(numbers)}, '2026-09-01', '2026-09-01', 'simple', '{simple}', ${authorId}, ${headId}, '2026-09-01T09:00:00Z')`.execute(
    world.db,
  );
  await sql`insert into local_act_mentorship (act_id, mentorship_id) values (${id}, ${mentorshipId})`.execute(world.db);
}

/** An item of the pair's plan. */
export async function addItem(world: World, pair: Pair, dueOn: Day, doneOn: Day | null, kind = 'meeting'): Promise<Id> {
  const id = newId();
  await sql`insert into plan_item (id, programme_id, unit_id, kind, topic, due_on, done_on)
    values (${id}, ${pair.programmeId}, ${pair.unitId}, ${kind}, 'Урок', ${dueOn}, ${doneOn})`.execute(world.db);
  await markMonitoringDirtyAll(world.system, [pair.unitId]);
  return id;
}

/** A route of a person with steps; a step with `closedOn` has a product and an attitude. */
export async function addRoute(
  world: World,
  person: { id: Id; unitId: Id },
  steps: { dueOn: Day; closedOn: Day | null; kind?: string }[],
): Promise<Id> {
  const id = newId();
  await sql`insert into educational_route (id, person_id, unit_id, centre_id, region_id, years, started_on, ended_on, state)
    values (${id}, ${person.id}, ${person.unitId}, ${world.centre}, ${world.region}, 4, '2025-09-01', '2029-08-31', 'active')`.execute(
    world.db,
  );
  for (const step of steps) {
    const left = step.closedOn ? 'Методическая разработка' : null;
    await sql`insert into route_step (id, route_id, unit_id, kind, title, started_on, due_on, closed_on, product, attitude)
      values (${newId()}, ${id}, ${person.unitId}, ${step.kind ?? 'course'}, 'Шаг', '2025-09-01', ${step.dueOn}, ${step.closedOn},
        ${left}, ${left})`.execute(world.db);
  }
  await markMonitoringDirtyAll(world.system, [person.unitId]);
  return id;
}

/** A paid money stimulus of a mentor, recorded by an organisation. */
export async function addPay(world: World, unitId: Id, personId: Id, startedOn: Day, endedOn: Day): Promise<void> {
  await sql`insert into stimulus (id, unit_id, person_id, is_money, kind, basis, amount_kopecks, started_on, ended_on, state,
      proposed_by, approved_by, paid_by, paid_on)
    values (${newId()}, ${unitId}, ${personId}, true, 'stimulating', 'Положение об оплате', 500000, ${startedOn}, ${endedOn},
      'paid', ${await clerk(world, unitId)}, ${await clerk(world, unitId)}, ${await clerk(world, unitId)}, ${endedOn})`.execute(
    world.db,
  );
  await markMonitoringDirtyAll(world.system, [unitId]);
}

/** An official without a teaching post. */
export function clerk(world: World, unitId: Id): Promise<Id> {
  return hire(world, unitId, { employment: null, category: 'none', teachingSince: null });
}
