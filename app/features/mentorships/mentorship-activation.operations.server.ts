import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { journalAll } from '../journal/journal.operations.server.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { findProfileFacts } from '../mentor-profiles/profile-facts.server.ts';
import { rulesOfOverload, usualAllowance } from '../mentor-profiles/workload.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { holdPeople, type LockedMentorship, lockedMentorships } from './locked-mentorship.server.ts';
import { hoursTakenOf, placesTaken } from './mentor-places.server.ts';
import { refuseLacking } from './mentorship-lacks.server.ts';
import { journalPlace, noticesToSides } from './mentorship-line.ts';
import { findPaperFacts } from './mentorship-papers.queries.server.ts';
import { missingBeforeOrder } from './mentorship-papers.ts';
import { openRolesOf } from './mentorship-roles.server.ts';
import { ruleAgainstActivating } from './mentorship-rules.ts';

/**
 * Makes mentorships active in the transaction that approves their order: each must have every consent, none later than
 * the order's date (BR-02), terms, a signed supplement and an approved programme (M-04, BR-01, BR-05), and its mentor a
 * place within the limit as it is now. Opens the roles of both sides. Throws RuleBroken `mentorship-not-consented`,
 * `consent-after-order`, `no-capacity`, `no-hours` or a `PaperRule`. The caller has asked about rights.
 */
export async function activateMentorships(
  tx: Context,
  ids: readonly Id[],
  order: { orderId: Id; registeredOn: Day },
): Promise<void> {
  const mentorships = await lockedMentorships(tx, ids);
  if (mentorships.length === 0 || mentorships.length !== new Set(ids).size)
    throw new RuleBroken('mentorship-not-consented');
  await refuseWithoutConsents(tx, mentorships, order.registeredOn);
  await refuseWithoutPapers(tx, ids);
  await begin(tx, mentorships, order);
}

/**
 * Makes a mentorship of a kind without a long assignment active once its last consent is there (BR-09). Throws
 * RuleBroken `no-capacity`.
 */
export async function beginByConsents(tx: Context, mentorship: LockedMentorship): Promise<void> {
  await begin(tx, [mentorship], null);
}

async function begin(
  tx: Context,
  mentorships: readonly LockedMentorship[],
  order: { orderId: Id; registeredOn: Day } | null,
): Promise<void> {
  const ids = mentorships.map(({ id }) => id);
  await refuseLacking(tx, ids);
  const members = mentorships.flatMap((mentorship) => mentorship.members);
  const personIds = members.map(({ personId }) => personId);
  await holdPeople(tx, personIds);
  await tx.db
    .updateTable('mentorship')
    .set((eb) => ({ state: 'active', activatedAt: tx.now, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  await refuseBeyondCapacity(tx, mentorships);
  await openRolesOf(tx, mentorships, order?.orderId ?? null);
  const act = order ? 'activateMentorship' : 'beginMentorship';
  const after = order ? { ...order } : { state: 'active' };
  const lines = mentorships.map((one) => ({ act, ...journalPlace(one), after }));
  await journalAll(tx, lines);
  const kind = order ? 'mentorship-active' : 'mentorship-begun';
  const notices = mentorships.flatMap((mentorship) => noticesToSides(mentorship, kind));
  await notifyAll(tx, notices);
  const unitIds = [...mentorships, ...members].map(({ unitId }) => unitId);
  await markMonitoringDirtyAll(tx, unitIds);
}

async function refuseWithoutConsents(
  tx: Context,
  mentorships: readonly LockedMentorship[],
  registeredOn: Day,
): Promise<void> {
  const ids = mentorships.map(({ id }) => id);
  const answers = await tx.db
    .selectFrom('consent')
    .select(['mentorshipId', 'personId', 'answer', 'answeredOn'])
    .where('mentorshipId', 'in', ids)
    .execute();
  for (const { id, state, members } of mentorships) {
    const own = answers.filter(({ mentorshipId }) => mentorshipId === id);
    const refusal = ruleAgainstActivating(
      { state, answers: own, members: members.map(({ personId }) => personId) },
      registeredOn,
    );
    if (refusal) throw new RuleBroken(refusal, refusal === 'consent-after-order' ? 'registeredOn' : undefined);
  }
}

/** The rows of the mentorships are locked, and whoever changes terms or signs a supplement locks them first. */
async function refuseWithoutPapers(tx: Context, ids: readonly Id[]): Promise<void> {
  const [first] = (await findPaperFacts(tx, ids)).flatMap(missingBeforeOrder);
  if (first) throw new RuleBroken(first.rule);
}

/** Counts what is ordered, this order included; proposals that still wait for an order do not stand in its way. */
async function refuseBeyondCapacity(tx: Context, mentorships: readonly LockedMentorship[]): Promise<void> {
  const mentorIds = [...new Set(mentorships.flatMap(({ mentors }) => mentors.map(({ personId }) => personId)))];
  const profiles = tx.db.selectFrom('mentorProfile').select('personId').where('personId', 'in', mentorIds);
  await profiles.orderBy('personId').orderBy('unitId').forShare().execute();
  const facts = await findProfileFacts(tx, mentorIds);
  const taken = await placesTaken(tx, mentorIds, ['active']);
  const hoursTaken = await hoursTakenOf(tx, mentorIds, ['active']);
  for (const mentorship of mentorships) {
    for (const { personId } of mentorship.mentors) {
      const allowance = facts.get(personId)?.allowance ?? usualAllowance();
      const load = { allowance, taken: taken.get(personId) ?? [], hoursTaken: hoursTaken.get(personId) ?? [] };
      const [broken] = rulesOfOverload(load, mentorship);
      if (broken) throw new RuleBroken(broken);
    }
  }
}
