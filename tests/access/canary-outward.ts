import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { openSurvey } from '#app/features/needs-surveys/needs-survey.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { as, TODAY, type World } from '#tests/support/world.ts';
import { RELATIONS, type Relation } from './canary-marks.ts';
import type { CanarySet } from './canary-set.ts';

/** Objects of the way outward: an offer that names the mentor of a relation, a mentor open to the request of a relation, a survey. */
export type OutwardObject = 'outwardOffer' | 'openMentor' | 'needsSurvey';

/** Whose request the mentor of a relation is offered to. */
const ASKED_BY: Record<Relation, Relation> = {
  own: 'sibling',
  colleague: 'far',
  sibling: 'own',
  far: 'foreign',
  foreign: 'colleague',
};
/** A mentor of which relation may be offered upon the request of a relation. */
const OPEN_TO: Record<Relation, Relation> = {
  own: 'sibling',
  colleague: 'sibling',
  sibling: 'own',
  far: 'foreign',
  foreign: 'far',
};

/** Opens the mentor of the school next door outside, makes the agreement, the offers and the surveys. */
export async function buildOutward(
  world: World,
  sets: Record<Relation, CanarySet>,
  schools: Record<Relation, { unitId: Id; curator: Id }>,
): Promise<Record<Relation, Record<OutwardObject, Id>>> {
  const opened = world.db.updateTable('mentorProfile').set({ isOpenOutside: true });
  await opened.where('personId', '=', sets.sibling.spareMentor.id).execute();
  const partner = { partnerUnitId: schools.sibling.unitId, partnerName: null, number: 'К-1' };
  const ownCurator = await as(world, schools.own.curator);
  const { id: agreementId } = await makeAgreement(ownCurator, schools.own.unitId, partner);
  const surveys = new Map<Id, Id>();
  const found = {} as Record<Relation, Record<OutwardObject, Id>>;
  for (const relation of RELATIONS) {
    const { unitId, curator } = schools[relation];
    const survey = { unitId, endedOn: '2026-12-06' };
    const needsSurvey = surveys.get(unitId) ?? (await openSurvey(await as(world, curator), survey, null)).id;
    surveys.set(unitId, needsSurvey);
    const outwardOffer = await offerOf(world, relation, { sets, schools, agreementId });
    found[relation] = { needsSurvey, outwardOffer, openMentor: sets[OPEN_TO[relation]].spareMentor.id };
  }
  return found;
}

async function offerOf(
  world: World,
  relation: Relation,
  place: {
    sets: Record<Relation, CanarySet>;
    schools: Record<Relation, { unitId: Id; curator: Id }>;
    agreementId: Id;
  },
): Promise<Id> {
  const { sets, schools, agreementId } = place;
  const asking = ASKED_BY[relation];
  const row = {
    id: crypto.randomUUID(),
    requestId: sets[asking].objects.lentRequest,
    unitId: schools[asking].unitId,
    regionId: null,
    mentorId: sets[relation].spareMentor.id,
    mentorUnitId: schools[relation].unitId,
    agreementId,
    format: 'in_person',
    remoteReason: null,
    offeredBy: schools[asking].curator,
    offeredOn: TODAY,
  };
  await world.db.insertInto('outwardOffer').values(row).execute();
  return row.id;
}
