import { addDays } from '#app/core/dates.ts';
import { declineOffer } from '#app/features/contours/offer-answer.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn } from './demo-time.ts';
import type { DemoRegion } from './demo-units.ts';
import { contourWords } from './demo-words.ts';
import { makeAgreement } from './factories/agreements.ts';
import { makeAgreed, makeInside, makeOffer, makeOutside } from './factories/contours.ts';

const INSIDE = [
  'leadership',
  'regulation',
  'mentors',
  'programmes',
  'stimulation',
  'facilities',
  'monitoring',
] as const;
/** Components that are missing somewhere, and how often in a hundred. */
const SOMETIMES: readonly (readonly [string, number])[] = [
  ['road_map', 85],
  ['curator', 90],
  ['psychologist', 60],
  ['information', 70],
];

/** Places the components of an organisation: most inside, some with the region's bodies, a few nowhere. */
export async function liveContours(
  db: Database,
  staff: DemoStaff,
  region: DemoRegion,
  days: { lastStart: Day; thisStart: Day },
  chance: Chance,
): Promise<void> {
  const unitId = staff.organisation.id;
  const begun = addDays(days.lastStart, 14);
  const head = await personOn(db, staff.head, begun);
  for (const code of INSIDE) await makeInside(head, { unitId, code }, begun);
  for (const [code, often] of SOMETIMES) if (chance.happens(often)) await makeInside(head, { unitId, code }, begun);
  await makeOutside(head, { unitId, code: 'route_support' }, region.centre, begun);
  if (chance.happens(75)) await makeInside(head, { unitId, code: 'methodical_support' }, begun);
  await makeInside(head, { unitId, code: 'mentor_training' }, begun);
  const changed = addDays(days.thisStart, 9);
  const later = await personOn(db, staff.head, changed);
  await makeOutside(later, { unitId, code: 'mentor_training' }, region.institute, changed);
  if (chance.happens(50)) {
    const signed = { signedOn: changed, startedOn: changed, number: contourWords.number(chance.number(90)) };
    const partner = { partnerUnitId: region.partner, partnerName: null, subject: contourWords.subject };
    const { id } = await makeAgreement(later, unitId, { ...signed, ...partner });
    await makeAgreed(later, { unitId, code: 'external_contacts' }, id, changed);
  }
}

/** The municipality and the region offer what is missing; one head has declined, the rest still wait. */
export async function liveOffers(
  db: Database,
  place: { municipality: Id; coordinator: Id; region: DemoRegion; methodologist: Id; staffs: readonly DemoStaff[] },
  today: Day,
): Promise<void> {
  const offered = addDays(today, -6);
  const coordinator = await personOn(db, place.coordinator, offered);
  const { id } = await makeOffer(coordinator, {
    ...{ componentCode: 'psychologist', targetUnitId: place.municipality, providerUnitId: place.municipality },
    ground: contourWords.municipalGround,
  });
  const methodologist = await personOn(db, place.methodologist, offered);
  await makeOffer(methodologist, {
    ...{ componentCode: 'information', targetUnitId: place.region.id, providerUnitId: place.region.institute },
    ground: contourWords.regionalGround,
  });
  const declining = place.staffs[1];
  if (!declining) return;
  const head = await personOn(db, declining.head, addDays(offered, 2));
  await declineOffer(head, declining.organisation.id, id, { reason: contourWords.declined });
}
