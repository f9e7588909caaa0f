import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { makeBundle, makeWaitingBundles } from '#app/demo/factories/bundles.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { standardBody } from '#app/features/local-acts/act-templates.server.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { keepVariant } from '#app/features/local-acts/template-variant.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { as, TODAY, type World } from '#tests/support/world.ts';
import type { SetPlace } from './canary-set.ts';

/** An order approved, one under review, one being drawn up, and documents of other kinds. */
export async function actsOf(
  world: World,
  place: SetPlace & { reviewer: Id },
  curator: Context,
  ids: { active: Id; drafted: Id; reviewed: Id },
) {
  const order = { unitId: place.unitId, programmeDueOn: '2026-12-20', control: 'author' } as const;
  const draft = async (mentorshipId: Id) => (await draftOrder(curator, { ...order, mentorshipIds: [mentorshipId] })).id;
  const head = await as(world, place.head);
  const approve = async (mentorshipId: Id) => {
    const id = await draft(mentorshipId);
    await submitAct(curator, id, { version: 1 });
    const { documentHash: hash } = await world.db
      .selectFrom('localAct')
      .select('documentHash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await approveAct(head, id, { hash, registeredOn: TODAY });
    return id;
  };
  const approvedAct = await approve(ids.active);
  const { checkCode } = await world.db
    .selectFrom('localAct')
    .select('checkCode')
    .where('id', '=', approvedAct)
    .executeTakeFirstOrThrow();
  const reviewAct = await draft(ids.reviewed);
  await submitAct(curator, reviewAct, { version: 1 });
  await askAbout(world, place, reviewAct);
  const ofYear = { mentorshipId: null, year: 2026, unitId: place.unitId } as const;
  const { id: bundle } = await makeBundle(curator, ofYear);
  await makeWaitingBundles(world.system);
  const { id: waitingBundle } = await makeBundle(curator, ofYear);
  // Held as if a job were at it, so that the next set's bundles do not take it along.
  const held = { state: 'working', busyUntil: '2099-01-01T00:00:00Z' };
  await world.db.updateTable('paperBundle').set(held).where('id', '=', waitingBundle).execute();
  const fields = { kind: 'curator_order', unitId: place.unitId, values: { curator: place.curator } } as const;
  const { id: drawnAct } = await draftAct(curator, fields);
  await keepOwnTemplate(world, place, curator);
  const others = await otherKinds(world, place, reviewAct);
  return {
    bundle,
    waitingBundle,
    approvedAct,
    checkCode,
    reviewAct,
    drawnAct,
    draftAct: await draft(ids.drafted),
    ...others,
  };
}

/** A text of its own of the road map, once a school: two sets may share one. */
async function keepOwnTemplate(world: World, { unitId }: SetPlace, curator: Context): Promise<void> {
  const kept = world.db.selectFrom('actTemplateVariant').select('id').where('unitId', '=', unitId);
  if (await kept.executeTakeFirst()) return;
  const own = { kind: 'road_map', heading: 'План на {{yearsWords}}', body: standardBody('road_map') } as const;
  await keepVariant(curator, unitId, { ...own, version: 0 });
}

/** A regulation being drawn up and a road map in force, with the words of an act that is there already. */
async function otherKinds(world: World, { head }: SetPlace, actId: Id) {
  const { values, document, ...act } = await world.db
    .selectFrom('localAct')
    .select(['unitId', 'regionId', 'heading', 'templateCode', 'templateVersion', 'documentHash', 'authorId'])
    .select(['values', 'document', 'createdAt'])
    .where('id', '=', actId)
    .executeTakeFirstOrThrow();
  const same = { ...act, values: JSON.stringify(values), document: JSON.stringify(document) };
  const [draftRegulation, roadMap, introOrder] = [newId(), newId(), newId()];
  const given = { number: '1-ЛА', registeredOn: TODAY, inForceOn: TODAY, approvedBy: head, approvedAt: act.createdAt };
  const signed = { signatureKind: 'paper', signatureKinds: ['paper'] };
  const approved = { ...same, state: 'approved', ...given, ...signed };
  // A road map tells nothing of anybody's work; names it may hold, and on the public page they are withheld.
  const ofSchool = JSON.stringify(document).replaceAll(/приметно[а-я]+/gi, 'помощь');
  await world.db
    .insertInto('localAct')
    .values([
      {
        ...approved,
        id: roadMap,
        kind: 'road_map',
        document: ofSchool,
        documentHash: documentHash(JSON.parse(ofSchool)),
      },
      { ...approved, id: introOrder, kind: 'introduction_order', number: '99-Н' },
    ])
    .execute();
  await world.db
    .insertInto('localAct')
    .values({ ...same, id: draftRegulation, kind: 'regulation', state: 'draft' })
    .execute();
  const published = { publishedBy: head, publishedAt: act.createdAt };
  await world.db
    .insertInto('actPublication')
    .values({ id: newId(), actId: roadMap, unitId: act.unitId, regionId: act.regionId, ...published })
    .execute();
  const actFile = newId();
  const scan = { kind: 'scan', format: 'pdf', fileHash: '0'.repeat(64), bytes: Buffer.from('%PDF-1.4') };
  await world.db
    .insertInto('actFile')
    .values({ id: actFile, actId: roadMap, unitId: act.unitId, regionId: act.regionId, ...scan, addedBy: head })
    .execute();
  return { draftRegulation, roadMap, introOrder, actFile };
}

/** Somebody is asked about the text under review; written here, for accounts are opened after the sets. */
async function askAbout(world: World, { reviewer, curator }: { reviewer: Id; curator: Id }, actId: Id): Promise<void> {
  const act = world.db.selectFrom('localAct').select(['unitId', 'regionId', 'documentHash']).where('id', '=', actId);
  const row = { id: newId(), actId, personId: reviewer, askedBy: curator, ...(await act.executeTakeFirstOrThrow()) };
  await world.db.insertInto('actReview').values(row).execute();
  // Its term has passed, so that the head may decide without the answer.
  await world.db.updateTable('localAct').set({ reviewDueOn: '2026-11-21' }).where('id', '=', actId).execute();
}
