import { addDays } from '#app/core/dates.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { Given } from '#app/features/local-acts/act-form.ts';
import { submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn } from './demo-time.ts';

type SystemKind = 'introduction_order' | 'regulation' | 'road_map' | 'curator_order';

/** How far the documents of the mentoring system have come at a school: all in force, the road map with the head, or only begun. */
const STAGES = ['whole', 'whole', 'waiting', 'begun'] as const;

/**
 * The documents a school starts its mentoring system with, in the weeks before the school year: regulation, order of
 * introduction, road map, order about the curator. Schools differ in how far they have come.
 */
export async function liveActs(db: Database, staff: DemoStaff, position: number, thisStart: Day): Promise<void> {
  const stage = STAGES[position % STAGES.length] ?? 'whole';
  const day = addDays(thisStart, 3);
  const minutes = { minutesOn: addDays(thisStart, -3), minutesNumber: '1' };
  const regulation = {
    ...minutes,
    unionOpinion: `протокол заседания профсоюзного комитета № ${position}`,
    site: `school-${position}.example`,
  };
  await approved(db, staff, { kind: 'regulation', day, values: regulation });
  await approved(db, staff, { kind: 'curator_order', day, values: {} });
  if (stage === 'begun') {
    await drafted(db, staff, { kind: 'introduction_order', day: addDays(day, 1), values: {} });
    return;
  }
  if (stage === 'waiting') {
    await approved(db, staff, { kind: 'introduction_order', day: addDays(day, 1), values: {} });
    await submitted(db, staff, { kind: 'road_map', day: addDays(day, 2), values: {} });
    return;
  }
  await approved(db, staff, { kind: 'road_map', day: addDays(day, 1), values: {} });
  await approved(db, staff, { kind: 'introduction_order', day: addDays(day, 2), values: {} });
}

interface Drawn {
  kind: SystemKind;
  day: Day;
  values: Given;
}

async function drafted(db: Database, staff: DemoStaff, { kind, day, values }: Drawn): Promise<Id> {
  const curator = await personOn(db, staff.curator, day);
  return (await draftAct(curator, { kind, unitId: staff.organisation.id, values })).id;
}

async function submitted(db: Database, staff: DemoStaff, drawn: Drawn): Promise<Id> {
  const id = await drafted(db, staff, drawn);
  await submitAct(await personOn(db, staff.curator, drawn.day), id, { version: 1 });
  return id;
}

async function approved(db: Database, staff: DemoStaff, drawn: Drawn): Promise<void> {
  const id = await submitted(db, staff, drawn);
  const { documentHash: hash } = await db
    .selectFrom('localAct')
    .select('documentHash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await approveAct(await personOn(db, staff.head, drawn.day), id, { hash, registeredOn: drawn.day });
}
