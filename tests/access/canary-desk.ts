import { makeOfferEntry } from '#app/demo/factories/offers.ts';
import { uploadOffers } from '#app/features/offers/offer-import.operations.server.ts';
import { proposeToGroup } from '#app/features/route-desk/group.operations.server.ts';
import { remarkOnStep } from '#app/features/route-desk/remark.operations.server.ts';
import { askToMove } from '#app/features/route-transfers/move.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testServices } from '#tests/support/site.ts';
import { as, TODAY, type World } from '#tests/support/world.ts';
import type { Marks, Relation } from './canary-marks.ts';
import { type CanarySet, canary } from './canary-set.ts';

/** Objects of the register of offers, the desk and the moves. */
export type DeskObject =
  | 'learningOffer'
  | 'endedOffer'
  | 'offerImport'
  | 'groupPlan'
  | 'proposal'
  | 'closedStep'
  | 'personMove'
  | 'ownMove'
  | 'routeTransfer';

const PLAN = {
  area: 'methodical',
  startsOn: '2026-12-01',
  dueOn: '2027-02-01',
  expectedProduct: 'Разработка',
} as const;
const HEADER = 'Вид;Название;Организация;Вид организации;Области';

/** Whose objects they are. */
interface DeskPlace {
  marks: Marks;
  centreHead: Id;
  set: Pick<CanarySet, 'mentee' | 'objects'>;
}

/** What stands for a relation: entries of the register of its region. */
export async function deskOf(
  world: World,
  relation: Relation,
  { marks, centreHead, set }: DeskPlace,
): Promise<Record<DeskObject, Id>> {
  const ctx = await as(world, centreHead);
  const region = relation === 'foreign' ? world.otherRegion : world.region;
  const made = async (suffix: string) => (await makeOfferEntry(ctx, region, { number: `${relation}-${suffix}` })).id;
  const row = `событие;Ярмарка ${relation};Центр;государственная;ИКТ`;
  const file = { fileName: 'offers.csv', bytes: Buffer.from(`${HEADER}\n${row}`) };
  const learningOffer = await made('1');
  const { route } = set.objects;
  const held = world.db.selectFrom('routeTutor').select('personId').where('routeId', '=', route);
  const tutor = await as(world, (await held.executeTakeFirstOrThrow()).personId);
  const plan = await proposeToGroup(tutor, { offerId: await made('3'), routeIds: [route], ...PLAN });
  // Another plan, of which the owner has seen nothing: it can still be taken back.
  const unseen = await proposeToGroup(tutor, { offerId: await made('4'), routeIds: [route], ...PLAN });
  const proposed = world.db.selectFrom('routeProposal').select('id').where('planId', '=', plan.id);
  const closed = world.db.selectFrom('routeStep').select('id').where('routeId', '=', route);
  const { id: closedStep } = await closed.where('closedOn', 'is not', null).executeTakeFirstOrThrow();
  const words = { text: marks.word('routeWords', set.mentee), isAgreed: false, isSupplement: false };
  await remarkOnStep(tutor, set.objects.step, { ...words, isAboutPlan: false });
  const plainWords = { ...words, text: marks.word('routePlan', set.mentee) };
  await remarkOnStep(tutor, set.objects.step, { ...plainWords, isAboutPlan: true });
  return {
    ...(await movesOf(world, relation, { marks, set })),
    ...{ learningOffer, groupPlan: unseen.id, closedStep },
    proposal: (await proposed.executeTakeFirstOrThrow()).id,
    endedOffer: await made('2'),
    offerImport: (await uploadOffers(ctx, testServices(world.db), { unitId: region, ...file })).id,
  };
}

/** Somebody who says he moves to the school, the mentee who says he leaves it, and a route that may follow. */
async function movesOf(world: World, relation: Relation, { marks, set }: Pick<DeskPlace, 'marks' | 'set'>) {
  const isForeign = relation === 'foreign';
  const work = { postCode: 'teacher', subject: null, startsOn: TODAY, takesRoute: false };
  const route = await world.db
    .selectFrom('educationalRoute')
    .select(['unitId', 'regionId', 'centreId'])
    .where('id', '=', set.objects.route)
    .executeTakeFirstOrThrow();
  const comer = await canary(world, marks, { unitId: route.centreId, relation, part: 'teacher' });
  const coming = await askToMove(await as(world, comer.id), { unitId: route.unitId, ...work });
  const away = { unitId: isForeign ? world.farSchool : world.foreignSchool, ...work };
  const leaving = await askToMove(await as(world, set.mentee.id), away);
  // He has come from elsewhere and not said yet whether the route follows him home.
  const fromUnitId = isForeign ? world.foreignMunicipality : relation === 'far' ? world.sibling : world.farSchool;
  const from = { fromUnitId, fromRegionId: route.regionId, fromCentreId: route.centreId };
  const to = { unitId: route.unitId, regionId: route.regionId, centreId: route.centreId };
  const about = { routeId: set.objects.route, personId: set.mentee.id, proposedOn: TODAY };
  const routeTransfer = crypto.randomUUID();
  await world.db
    .insertInto('routeTransfer')
    .values({ id: routeTransfer, ...about, ...to, ...from })
    .execute();
  return { personMove: coming.id, ownMove: leaving.id, routeTransfer };
}
