import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { shortName } from '../people/person-name.ts';
import { stimulusKindNames } from './stimulus.text.ts';
import {
  type AwardKind,
  type MoneyKind,
  ruleAgainstApproving,
  ruleAgainstPaying,
  ruleAgainstProposing,
  ruleAgainstTerms,
  type StimulusKind,
  stimulusKind,
} from './stimulus.ts';

/** A payment the curator proposes; the amount is whole kopecks for the whole period, both days inclusive. */
export interface MoneyProposal {
  memberId: Id;
  kind: MoneyKind;
  basis: string;
  amountKopecks: number;
  startedOn: Day;
  endedOn: Day;
}

/** A recognition without money the curator proposes. */
export interface AwardProposal {
  memberId: Id;
  kind: AwardKind;
  basis: string;
  startedOn: Day;
}

/**
 * Proposes a payment to the mentor of a mentorship. Throws NotFound, RuleBroken `money-needs-amount-and-period`,
 * `money-too-large`, `stimulus-period-in-order`, `stimulus-basis-length`, `stimulus-mentorship-not-in-force`,
 * `stimulus-for-oneself`. Source: 002-28, BR-05.
 */
export async function proposeMoney(
  ctx: Context,
  input: MoneyProposal,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return propose(ctx, input, onceKey, () => {
    const refusal = ruleAgainstTerms(input);
    if (refusal) throw new RuleBroken(refusal, refusal === 'stimulus-period-in-order' ? 'endedOn' : 'amountKopecks');
    const { amountKopecks, endedOn } = input;
    return { isMoney: true, amountKopecks, endedOn };
  });
}

/** Proposes a recognition without money. Throws as `proposeMoney` where it applies. Source: 002-29, BR-97. */
export async function proposeAward(
  ctx: Context,
  input: AwardProposal,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return propose(ctx, input, onceKey, () => ({ isMoney: false, amountKopecks: null, endedOn: null }));
}

async function propose(
  ctx: Context,
  input: { memberId: Id; kind: StimulusKind; basis: string; startedOn: Day },
  onceKey: string | null,
  terms: () => { isMoney: boolean; amountKopecks: number | null; endedOn: Day | null },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const mentor = await findMentor(tx, input.memberId);
    await assertCanAt(tx, 'stimulus.propose', mentor.unitId);
    return once(tx, onceKey, input, async () => {
      const { basis, kind, startedOn } = input;
      const proposedBy = personOf(tx);
      const facts = { recipientId: mentor.personId, mentorshipState: mentor.mentorshipState, basis };
      const refusal = ruleAgainstProposing(facts, proposedBy);
      if (refusal) throw new RuleBroken(refusal, refusal === 'stimulus-basis-length' ? 'basis' : 'memberId');
      const { unitId, regionId, personId, mentorshipId } = mentor;
      const id = newId();
      await tx.db
        .insertInto('stimulus')
        .values({
          id,
          unitId,
          regionId,
          personId,
          mentorshipId,
          kind,
          basis,
          startedOn,
          state: 'proposed',
          proposedBy,
          createdAt: tx.now,
          ...terms(),
        })
        .execute();
      await journalStimulus(tx, 'proposeStimulus', { id, unitId, regionId, personId }, null, 'proposed', { kind });
      await tellHeads(tx, unitId, id, shortName(mentor));
      return { id };
    });
  });
}

/**
 * Approves a proposed record. Throws NotFound, Forbidden, StaleWrite, RuleBroken `stimulus-not-proposed`,
 * `stimulus-for-oneself`, `stimulus-same-person-twice`. Tells the recipient.
 */
export async function approveStimulus(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const record = await lockedStimulus(tx, id);
    await assertCan(tx, 'stimulus.approve', id);
    const approvedBy = personOf(tx);
    const refusal = ruleAgainstApproving(record, approvedBy);
    if (refusal) throw new RuleBroken(refusal);
    assertFresh(record, input.version);
    await tx.db
      .updateTable('stimulus')
      .set({ state: 'approved', approvedBy, version: record.version + 1 })
      .where('id', '=', id)
      .execute();
    await journalStimulus(tx, 'approveStimulus', record, record.state, 'approved', {});
    const details = { kind: stimulusKindNames[stimulusKind(record.kind)] };
    await notify(tx, { personId: record.personId, kind: 'stimulus-approved', path: paths.stimulus(id), details });
    await markMonitoringDirty(tx, record.unitId);
  });
}

/**
 * Marks approved money as paid on a day that has come. Throws NotFound, Forbidden, StaleWrite, RuleBroken
 * `award-is-not-paid`, `stimulus-not-approved`, `stimulus-for-oneself`, `stimulus-same-person-twice`, `paid-in-future`.
 */
export async function payStimulus(ctx: Context, id: Id, input: { paidOn: Day; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const record = await lockedStimulus(tx, id);
    await assertCan(tx, 'stimulus.pay', id);
    const paidBy = personOf(tx);
    const refusal = ruleAgainstPaying(record, paidBy, input.paidOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, refusal === 'paid-in-future' ? 'paidOn' : undefined);
    assertFresh(record, input.version);
    await tx.db
      .updateTable('stimulus')
      .set({ state: 'paid', paidBy, paidOn: input.paidOn, version: record.version + 1 })
      .where('id', '=', id)
      .execute();
    await journalStimulus(tx, 'payStimulus', record, record.state, 'paid', { paidOn: input.paidOn });
    await markMonitoringDirty(tx, record.unitId);
  });
}

async function findMentor(tx: Context, memberId: Id) {
  const mentor = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorship.unitId', 'mentorship.regionId', 'mentorship.state as mentorshipState'])
    .select(['mentorshipMember.mentorshipId', 'mentorshipMember.personId'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.id', '=', memberId)
    .where('mentorshipMember.side', '=', 'mentor')
    .forShare('mentorship')
    .executeTakeFirst();
  if (!mentor) throw new NotFound('mentor');
  return mentor;
}

async function lockedStimulus(tx: Context, id: Id) {
  const row = await tx.db
    .selectFrom('stimulus')
    .select(['id', 'unitId', 'regionId', 'personId', 'isMoney', 'kind', 'state', 'proposedBy', 'approvedBy', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('stimulus');
  return row;
}

async function tellHeads(tx: Context, unitId: Id, id: Id, person: string): Promise<void> {
  const heads = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('role', '=', 'head')
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .execute();
  const notice = { kind: 'stimulus-to-approve' as const, path: paths.stimulusApprove(id), details: { person } };
  await notifyAll(
    tx,
    heads.map(({ personId }) => ({ personId, unitId, ...notice })),
  );
}

async function journalStimulus(
  tx: Context,
  act: string,
  record: { id: Id; unitId: Id; regionId: Id | null; personId: Id },
  before: string | null,
  after: string,
  facts: Record<string, unknown>,
): Promise<void> {
  const { id: objectId, unitId, regionId, personId } = record;
  const change = { before: before === null ? undefined : { state: before }, after: { state: after, ...facts } };
  await journal(tx, { act, objectKind: 'stimulus', objectId, unitId, regionId, personId, ...change });
}

function assertFresh(record: { version: number }, version: number): void {
  if (record.version !== version) throw new StaleWrite({ version: String(record.version) });
}
