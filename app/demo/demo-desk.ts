import { addDays } from '#app/core/dates.ts';
import { addOffer } from '#app/features/offers/offer.operations.server.ts';
import type { OfferEntry } from '#app/features/offers/offer.ts';
import { proposeToGroup } from '#app/features/route-desk/group.operations.server.ts';
import { remarkOnStep } from '#app/features/route-desk/remark.operations.server.ts';
import { reviewProduct } from '#app/features/route-desk/review.operations.server.ts';
import { answerMove, askToMove } from '#app/features/route-transfers/move.operations.server.ts';
import { pauseRoute } from '#app/features/route-transfers/pause.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { federalOffers, regionalOffers, talkWords } from './demo-desk-words.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn } from './demo-time.ts';

/** Who keeps registers and accompanies routes in the demonstration. */
export interface DeskPeople {
  federation: Id;
  operator: Id;
  regions: readonly { id: Id; head: Id; tutor: Id }[];
}

/** Fills the registers of offers, and leaves at the desk and among moves something of every kind to look at. */
export async function liveDesk(
  db: Database,
  people: DeskPeople,
  staffs: readonly DemoStaff[],
  today: Day,
): Promise<void> {
  const operator = await personOn(db, people.operator, today);
  for (const [index, seed] of federalOffers.entries()) {
    await addOffer(operator, entryOf(seed, `Ф-${1001 + index}`, addDays(today, 20 + index * 9), people.federation));
  }
  for (const [place, { id, head }] of people.regions.entries()) {
    const keeper = await personOn(db, head, today);
    const own = place === 0 ? regionalOffers : regionalOffers.slice(0, 8);
    for (const [index, seed] of own.entries()) {
      await addOffer(keeper, entryOf(seed, `Р-${201 + index}`, addDays(today, 10 + index * 7), id));
    }
  }
  const [region] = people.regions;
  if (region) await liveTalk(db, region, today);
  await liveMoves(db, staffs, today);
}

function entryOf(seed: Partial<OfferEntry> & Pick<OfferEntry, 'kind'>, number: string, startsOn: Day, unitId: Id) {
  const isDated = seed.kind === 'programme' || seed.kind === 'event';
  const dates = { startsOn: isDated ? startsOn : null, endsOn: isDated ? addDays(startsOn, 40) : null };
  const empty = { hours: null, places: null, place: '', link: null, about: '', isShared: false };
  const words = { title: '', providerName: '', providerKind: 'state' as const, areas: [] };
  return { ...empty, ...words, ...dates, ...seed, number: seed.kind === 'programme' ? number : null, unitId };
}

/** A product asked to be added to, a talk about a plan, and one offer proposed to several routes. */
async function liveTalk(db: Database, { tutor }: { tutor: Id }, today: Day): Promise<void> {
  const ctx = await personOn(db, tutor, today);
  const steps = await db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('routeTutor', 'routeTutor.routeId', 'educationalRoute.id')
    .select(['routeStep.id', 'routeStep.routeId', 'routeStep.version', 'routeStep.reviewState', 'routeStep.closedOn'])
    .where('routeTutor.personId', '=', tutor)
    .where('educationalRoute.state', '=', 'active')
    .orderBy('routeStep.id')
    .execute();
  const waiting = steps.find(({ reviewState }) => reviewState === 'waits');
  const { version = 1 } = waiting ?? {};
  if (waiting) await reviewProduct(ctx, waiting.id, { decision: 'more', note: talkWords.more, version });
  const open = steps.find(({ closedOn }) => closedOn === null);
  const plain = { isAboutPlan: true, isAgreed: false, isSupplement: false };
  if (open) await remarkOnStep(ctx, open.id, { ...plain, text: talkWords.tutor });
  const offer = await db
    .selectFrom('learningOffer')
    .innerJoin('learningOfferArea', 'learningOfferArea.offerId', 'learningOffer.id')
    .innerJoin('routeDeficit', 'routeDeficit.areaCode', 'learningOfferArea.areaCode')
    .select(['learningOffer.id', 'learningOffer.startsOn', 'learningOffer.endsOn', 'learningOfferArea.areaCode'])
    .where('learningOffer.regionId', 'is', null)
    .where('learningOffer.startsOn', 'is not', null)
    .where('routeDeficit.closedOn', 'is', null)
    .where('learningOfferArea.areaCode', '=', 'subject')
    .orderBy('learningOffer.id')
    .executeTakeFirst();
  const routeIds = [...new Set(steps.map(({ routeId }) => routeId))].slice(-6);
  const fitting = await db
    .selectFrom('routeDeficit')
    .select('routeId')
    .where('routeId', 'in', routeIds)
    .where('areaCode', '=', 'subject')
    .where('closedOn', 'is', null)
    .execute();
  if (!offer?.startsOn || !offer.endsOn || fitting.length === 0) return;
  const plan = { area: 'subject', startsOn: offer.startsOn, dueOn: offer.endsOn } as const;
  await proposeToGroup(ctx, { offerId: offer.id, ...plan, expectedProduct: talkWords.product, routeIds });
}

/** A teacher who says he moves to the first school, one whose route waits for his word, and one on leave. */
async function liveMoves(db: Database, staffs: readonly DemoStaff[], today: Day): Promise<void> {
  const [first, second, third, fourth] = staffs;
  const work = { postCode: 'teacher', subject: 'физика', startsOn: addDays(today, -2), takesRoute: true };
  const mover = second && (await ownerOf(db, second));
  if (first && mover)
    await askToMove(await personOn(db, mover.personId, today), { unitId: first.organisation.id, ...work });
  const moved = third && (await ownerOf(db, third));
  if (second && moved) {
    const asking = await personOn(db, moved.personId, today);
    const move = await askToMove(asking, { unitId: second.organisation.id, ...work, takesRoute: false });
    await answerMove(await personOn(db, second.curator, today), move.id, { answer: 'accepted', version: 1 });
  }
  const resting = fourth && (await ownerOf(db, fourth));
  if (resting) {
    const rest = { reason: 'parental', startedOn: addDays(today, -20), expectedUntil: addDays(today, 400) } as const;
    if (resting.startedOn <= rest.startedOn)
      await pauseRoute(await personOn(db, resting.personId, today), resting.id, rest);
  }
}

/** The last of the routes of an organisation. */
function ownerOf(db: Database, { organisation }: DemoStaff) {
  return db
    .selectFrom('educationalRoute')
    .select(['id', 'personId', 'startedOn'])
    .where('unitId', '=', organisation.id)
    .where('state', '=', 'active')
    .orderBy('startedOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}
