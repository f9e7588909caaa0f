import { makeOfferEntry } from '#app/demo/factories/offers.ts';
import { uploadOffers } from '#app/features/offers/offer-import.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testServices } from '#tests/support/site.ts';
import { as, type World } from '#tests/support/world.ts';
import type { Relation } from './canary-marks.ts';
import type { CanarySet } from './canary-set.ts';

/** Objects of the register of offers, the desk and the moves. */
export type DeskObject = 'learningOffer' | 'endedOffer' | 'offerImport';

const HEADER = 'Вид;Название;Организация;Вид организации;Области';

/** Whose objects they are. */
interface DeskPlace {
  centreHead: Id;
  set: CanarySet;
}

/** What stands for a relation: entries of the register of its region. */
export async function deskOf(
  world: World,
  relation: Relation,
  { centreHead }: DeskPlace,
): Promise<Record<DeskObject, Id>> {
  const ctx = await as(world, centreHead);
  const region = relation === 'foreign' ? world.otherRegion : world.region;
  const made = async (suffix: string) => (await makeOfferEntry(ctx, region, { number: `${relation}-${suffix}` })).id;
  const row = `событие;Ярмарка ${relation};Центр;государственная;ИКТ`;
  const file = { fileName: 'offers.csv', bytes: Buffer.from(`${HEADER}\n${row}`) };
  return {
    learningOffer: await made('1'),
    endedOffer: await made('2'),
    offerImport: (await uploadOffers(ctx, testServices(world.db), { unitId: region, ...file })).id,
  };
}
