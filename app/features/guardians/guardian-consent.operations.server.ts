import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { beginWhenPapered } from '../mentorships/consent-record.server.ts';
import { findMemberOrInvited } from '../mentorships/invited.server.ts';
import { lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import { isMinor } from '../mentorships/mentorship-standing.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { destroyBy } from '../personal-consents/personal-consent.ts';
import { ruleAgainstGuardianConsent, ruleAgainstGuardianWithdrawal } from './guardian.ts';

/**
 * Records the guardian's consent to the part of a minor, or of one invited, in a mentorship, from paper. Throws
 * NotFound, Forbidden; RuleBroken with a code of `GuardianRule`. Source: BR-83, DT-31.
 */
export async function recordGuardianConsent(
  ctx: Context,
  of: { mentorshipId: Id; personId: Id },
  paper: { guardianId: Id; consentedOn: Day },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, of.mentorshipId);
    await assertCan(tx, 'mentorship.recordConsent', of.mentorshipId);
    if (!(await findMemberOrInvited(tx, mentorship, of.personId))) throw new NotFound('member');
    const guardian = await guardianOf(tx, of.personId, paper.guardianId);
    const { birthOn } = await tx.db
      .selectFrom('person')
      .select('birthOn')
      .where('id', '=', of.personId)
      .executeTakeFirstOrThrow();
    const day = mentorship.startedOn > tx.today ? mentorship.startedOn : tx.today;
    const facts = { isMinor: isMinor(birthOn, day), mentorshipState: mentorship.state };
    const refusal = ruleAgainstGuardianConsent(facts, paper.consentedOn, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const { unitId, regionId } = mentorship;
    const id = newId();
    await tx.db
      .insertInto('guardianConsent')
      .values({
        ...{ id, ...of, unitId, regionId, ...paper, guardianName: guardian.fullName },
        ...{ recordedBy: personOf(tx), createdAt: tx.now },
      })
      .execute();
    const line = { objectKind: 'guardian_consent', objectId: id, unitId, regionId, personId: of.personId };
    await journal(tx, { act: 'recordGuardianConsent', ...line, after: { consentedOn: paper.consentedOn } });
    await beginWhenPapered(tx, mentorship);
    return { id };
  });
}

async function guardianOf(tx: Context, personId: Id, guardianId: Id): Promise<{ fullName: string }> {
  const row = await tx.db
    .selectFrom('guardian')
    .select('fullName')
    .where('id', '=', guardianId)
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!row) throw new RuleBroken('guardian-of-another', 'guardianId');
  return row;
}

/**
 * Records that the guardian took the consent back: no order names the mentorship any more, and where it runs head and
 * curators are told to end it. The guardian's data are due for destruction in 30 days. Throws NotFound, StaleWrite;
 * RuleBroken with a code of `GuardianRule`.
 */
export async function withdrawGuardianConsent(
  ctx: Context,
  id: Id,
  { withdrawnOn, version }: { withdrawnOn: Day; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { mentorshipId } = await find(tx, id).executeTakeFirstOrThrow(() => new NotFound('guardianConsent'));
    // An order being approved holds the mentorship: it sees the consent, or sees it withdrawn.
    const mentorship = await lockedMentorship(tx, mentorshipId);
    const consent = await find(tx, id).forUpdate().executeTakeFirstOrThrow();
    await assertCan(tx, 'guardianConsent.withdraw', id);
    const refusal = ruleAgainstGuardianWithdrawal(consent, withdrawnOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, refusal === 'guardian-consent-withdrawn' ? undefined : 'withdrawnOn');
    if (consent.version !== version) throw new StaleWrite({ version: String(consent.version) });
    await tx.db
      .updateTable('guardianConsent')
      .set({ withdrawnOn, withdrawnBy: personOf(tx), version: version + 1 })
      .where('id', '=', id)
      .execute();
    const { personId, unitId, regionId } = consent;
    const dueOn = destroyBy(withdrawnOn);
    await tx.db
      .insertInto('erasureDue')
      .values({
        ...{ id: newId(), personId, unitId, regionId, guardianConsentId: id, dataClass: 'guardian' },
        ...{ startedOn: withdrawnOn, dueOn, createdAt: tx.now },
      })
      .execute();
    const line = { objectKind: 'guardian_consent', objectId: id, unitId, regionId, personId };
    await journal(tx, { act: 'withdrawGuardianConsent', ...line, after: { withdrawnOn, dueOn } });
    const { members, state } = mentorship;
    const person = members.find((member) => member.personId === personId)?.name ?? '';
    const kind = state === 'active' ? ('guardian-withdrew-active' as const) : ('guardian-withdrew' as const);
    await tell(tx, unitId, { kind, path: paths.mentorship(mentorshipId), details: { person } });
  });
}

function find(tx: Context, id: Id) {
  return tx.db
    .selectFrom('guardianConsent')
    .select(['mentorshipId', 'personId', 'unitId', 'regionId', 'consentedOn', 'withdrawnOn', 'version'])
    .where('id', '=', id);
}

async function tell(
  tx: Context,
  unitId: Id,
  news: { kind: 'guardian-withdrew' | 'guardian-withdrew-active'; path: string; details: { person: string } },
): Promise<void> {
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
  await notifyAll(
    tx,
    keepers.map(({ personId }) => ({ personId, unitId, ...news })),
  );
}
