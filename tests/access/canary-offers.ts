import { makeOffer } from '#app/demo/factories/contours.ts';
import type { Id } from '#db/schema.ts';
import { as, type World } from '#tests/support/world.ts';
import type { Relation } from './canary-marks.ts';

/** Offers of the municipality to the school and to all below; what is offered differs where the place is the same. */
export async function offersTo(
  world: World,
  unitId: Id,
  municipality: Id,
  relation: Relation,
): Promise<{ offer: Id; areaOffer: Id }> {
  const coordinator = await world.db
    .selectFrom('roleGrant')
    .select('personId')
    .where('unitId', '=', municipality)
    .where('role', '=', 'municipalCoordinator')
    .executeTakeFirstOrThrow();
  const toAll = relation === 'colleague' ? 'stimulation' : relation === 'sibling' ? 'facilities' : 'monitoring';
  const ctx = await as(world, coordinator.personId);
  const made = async (targetUnitId: Id, providerUnitId: Id, componentCode: string) =>
    (await makeOffer(ctx, { componentCode, targetUnitId, providerUnitId })).id;
  return {
    offer: await made(unitId, municipality, relation === 'colleague' ? 'mentor_training' : 'psychologist'),
    areaOffer: await made(municipality, unitId, toAll),
  };
}
