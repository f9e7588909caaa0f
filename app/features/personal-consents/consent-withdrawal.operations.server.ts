import { sql } from 'kysely';
import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { ownPurpose } from '../consent-texts/consent-text.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { shortName } from '../people/person-name.ts';
import { classOfPurpose, destroyBy, ruleAgainstWithdrawing } from './personal-consent.ts';

/**
 * The person takes a consent back: it ends now, what was published by it is gone from every page read afterwards, and the
 * 30 days to destroy begin. Throws NotFound, Forbidden, StaleWrite; RuleBroken `consent-not-in-force`. Source: 152-FZ
 * articles 9 (2), 10.1 (12), 21 (5); BR-80, BR-82.
 */
export async function withdrawConsent(ctx: Context, id: Id, { version }: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const consent = await lockedConsent(tx, id);
    await assertCan(tx, 'personalConsent.withdraw', id);
    await end(tx, consent, tx.today, version, 'withdrawPersonalConsent');
  });
}

/**
 * Records a withdrawal that came on paper, from the day it came. Throws NotFound, Forbidden, StaleWrite; RuleBroken
 * `consent-not-in-force`, `withdrawn-in-future`, `withdrawn-before-given`.
 */
export async function recordWithdrawalPaper(
  ctx: Context,
  id: Id,
  { withdrawnOn, version }: { withdrawnOn: Day; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const consent = await lockedConsent(tx, id);
    await assertCan(tx, 'personalConsent.recordWithdrawal', id);
    await end(tx, consent, withdrawnOn, version, 'recordWithdrawalPaper');
  });
}

type Locked = Awaited<ReturnType<typeof lockedConsent>>;

/** The consent, locked: whoever publishes by it at the same moment holds it in share (`heldDissemination`). */
async function lockedConsent(tx: Context, id: Id) {
  const row = await tx.db
    .selectFrom('personalConsent')
    .innerJoin('person', 'person.id', 'personalConsent.personId')
    .select(['personalConsent.id', 'personalConsent.personId', 'personalConsent.unitId', 'personalConsent.regionId'])
    .select(['personalConsent.purpose', 'personalConsent.givenOn', 'personalConsent.endedOn'])
    .select([
      'personalConsent.version',
      'personalConsent.guardianId',
      'person.lastName',
      'person.firstName',
      'person.middleName',
    ])
    .where('personalConsent.id', '=', id)
    .forUpdate('personalConsent')
    .executeTakeFirst();
  if (!row) throw new NotFound('personalConsent');
  return row;
}

async function end(tx: Context, consent: Locked, withdrawnOn: Day, version: number, act: string): Promise<void> {
  const refusal = ruleAgainstWithdrawing(consent, withdrawnOn, tx.today);
  if (refusal) throw new RuleBroken(refusal, refusal === 'consent-not-in-force' ? undefined : 'withdrawnOn');
  if (consent.version !== version) throw new StaleWrite({ version: String(consent.version) });
  const { id, personId, unitId, regionId } = consent;
  const purpose = ownPurpose(consent.purpose);
  await tx.db
    .updateTable('personalConsent')
    .set({ endedOn: withdrawnOn, endKind: 'withdrawn', endedBy: personOf(tx), endedAt: tx.now, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const dueOn = destroyBy(withdrawnOn);
  // The guardian who signed consented to the own data too: they go when no other paper needs them.
  const classes = [classOfPurpose[purpose], ...(consent.guardianId ? ['guardian'] : [])];
  await tx.db
    .insertInto('erasureDue')
    .values(
      classes.map((dataClass) => ({
        ...{ id: newId(), personId, unitId, regionId, consentId: id, dataClass },
        ...{ startedOn: withdrawnOn, dueOn, createdAt: tx.now },
      })),
    )
    .execute();
  const line = { objectKind: 'personal_consent', objectId: id, unitId, regionId, personId };
  await journal(tx, { act, ...line, after: { purpose, endedOn: withdrawnOn, dueOn } });
  await tell(tx, consent);
}

/** Head and curators of the operator must act; for a transfer also who accompanies the person's route. */
async function tell(tx: Context, consent: Locked): Promise<void> {
  const { personId, unitId } = consent;
  const keepers = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('role', 'in', ['head', 'curator'])
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .orderBy('personId')
    .execute();
  const details = { person: shortName(consent) };
  const path = paths.personConsents(personId);
  const toKeepers = keepers.map((keeper) => ({
    personId: keeper.personId,
    kind: 'consent-withdrawn' as const,
    path,
    details,
    unitId,
  }));
  const toCentre = consent.purpose === 'centre_transfer' ? await tutorsOf(tx, personId) : [];
  const told = toCentre.map(({ tutorId, routeId }) => ({
    ...{ personId: tutorId, kind: 'transfer-withdrawn' as const, path: paths.route(routeId), details },
  }));
  await notifyAll(tx, [...toKeepers, ...told]);
}

async function tutorsOf(tx: Context, personId: Id): Promise<{ tutorId: Id; routeId: Id }[]> {
  const { rows } = await sql<{ tutorId: Id; routeId: Id }>`
    select held.person_id as tutor_id, route.id as route_id from educational_route route
    join lateral (
      select mine.person_id from route_tutor mine where mine.route_id = route.id
        and mine.started_on <= ${tx.today}::date and (mine.ended_on is null or mine.ended_on >= ${tx.today}::date)
      union
      select leads.person_id from role_grant leads where leads.unit_id = route.centre_id and leads.role = 'centreHead'
        and leads.started_on <= ${tx.today}::date and (leads.ended_on is null or leads.ended_on >= ${tx.today}::date)
    ) held on true
    where route.person_id = ${personId} and route.state = 'active'
    order by route.id, held.person_id
  `.execute(tx.db);
  return rows;
}
