import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { makeBareProposal } from '#app/demo/factories/mentorships.ts';
import { recordDestruction } from '#app/features/erasures/erasure.operations.server.ts';
import { addGuardian } from '#app/features/guardians/guardian.operations.server.ts';
import { recordGuardianConsent } from '#app/features/guardians/guardian-consent.operations.server.ts';
import { withdrawConsent } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import { recordConsentPaper } from '#app/features/personal-consents/personal-consent.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { as, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

/** Kinds of consents a set holds. */
export type ConsentObject =
  | 'ownConsent'
  | 'paperConsent'
  | 'guardian'
  | 'minorPair'
  | 'minorPerson'
  | 'guardianConsent'
  | 'homeAgreement'
  | 'destructionAct';

/** What somebody signed, what the curator recorded from paper, two minors with a guardian, a question to the home organisation. */
export async function consentsOf(
  world: World,
  curator: Context,
  { unitId, headId }: { unitId: Id; headId: Id },
  ids: { personId: Id; mentorshipId: Id; mentorId: Id },
): Promise<Record<ConsentObject, Id>> {
  const { personId } = ids;
  const ownConsent = await makeConsent(await as(world, personId), 'data_processing');
  const paper = { givenOn: TODAY, guardianId: null, categories: ['name' as const], conditions: '' };
  const { id: paperConsent } = await recordConsentPaper(curator, { personId, purpose: 'dissemination' }, paper);
  const waiting = await minorOf(world, curator, unitId);
  const consented = await minorOf(world, curator, unitId);
  const given = { mentorshipId: consented.pair, personId: consented.minor };
  const consent = { guardianId: consented.guardian, consentedOn: TODAY };
  const { id: guardianConsent } = await recordGuardianConsent(curator, given, consent);
  const destructionAct = await destroyedAt(world, unitId, headId);
  return {
    ...{ ownConsent, paperConsent, guardian: waiting.guardian, minorPair: waiting.pair, minorPerson: waiting.minor },
    ...{ guardianConsent, homeAgreement: await askedHome(world, unitId, ids), destructionAct },
  };
}

/** Two people withdrew; the data of one are destroyed, those of the other are due. */
async function destroyedAt(world: World, unitId: Id, headId: Id): Promise<Id> {
  for (let person = 0; person < 2; person += 1) {
    const own = await as(world, await hire(world, unitId, { phone: '+79990001122' }));
    await withdrawConsent(own, await makeConsent(own, 'data_processing'), { version: 1 });
  }
  const due = world.db.selectFrom('erasureDue').select('id').where('unitId', '=', unitId).where('actId', 'is', null);
  const { id } = await due.orderBy('id').executeTakeFirstOrThrow();
  const act = { dueIds: [id], actedOn: TODAY, commission: 'Иванов И. И., заместитель директора' };
  const { id: made } = await recordDestruction(await as(world, headId), act);
  if (made === null) throw new Error('the canary act destroyed nothing');
  return made;
}

async function minorOf(world: World, curator: Context, unitId: Id): Promise<Record<'minor' | 'pair' | 'guardian', Id>> {
  const minor = await hireYoung(world, unitId, { birthOn: '2010-05-05' });
  const pair = { menteeId: minor, mentorId: await hire(world, unitId) };
  const terms = { legalBasis: 'volunteer', startedOn: '2026-10-01', endedOn: '2027-05-31' } as const;
  const facts = {
    fullName: 'Представителева Нина',
    rightDocument: 'Свидетельство о рождении',
    contact: '+79990000000',
  };
  return {
    ...{ minor, pair: (await makeBareProposal(curator, pair, terms)).id },
    guardian: (await addGuardian(curator, minor, facts)).id,
  };
}

// Where the unit is at once the home and the other organisation, who reads is still decided by the home alone.
async function askedHome(
  world: World,
  unitId: Id,
  { mentorshipId, mentorId }: { mentorshipId: Id; mentorId: Id },
): Promise<Id> {
  const id = newId();
  const row = { id, mentorshipId, personId: mentorId, unitId, regionId: null, state: 'asked' };
  await world.db.insertInto('homeAgreement').values(row).execute();
  return id;
}
