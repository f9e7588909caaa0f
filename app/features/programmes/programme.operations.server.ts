import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { shortName } from '../people/person-name.ts';
import {
  changedFields,
  dueDaysOf,
  goalsOf,
  journalProgramme,
  type LockedProgramme,
  lockedProgrammeOf,
} from './locked-programme.server.ts';
import { missingParts, type Period, ruleAgainstChanging, ruleAgainstPeriod, ruleAgainstWorking } from './programme.ts';

/** What a draft says. */
export interface ProgrammeDraft extends Period {
  problem: string;
  aim: string;
}

/**
 * Starts the programme of a mentorship as a draft. Throws NotFound, Forbidden, RuleBroken `mentorship-not-ready`,
 * `programme-exists`, `programme-ends-before-start`, `programme-outside-mentorship`. Source: 002-21, BR-12.
 */
export async function draftProgramme(ctx: Context, mentorshipId: Id, input: ProgrammeDraft): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const mentorship = await tx.db
      .selectFrom('mentorship')
      .select(['id', 'unitId', 'regionId', 'state', 'startedOn', 'endedOn'])
      .where('id', '=', mentorshipId)
      .forUpdate()
      .executeTakeFirst();
    if (!mentorship) throw new NotFound('mentorship');
    await assertCan(tx, 'mentorship.startProgramme', mentorshipId);
    const refusal = ruleAgainstWorking(mentorship.state);
    if (refusal) throw new RuleBroken(refusal);
    assertPeriod(input, mentorship, []);
    const { unitId, regionId } = mentorship;
    const { problem, aim, startedOn, endedOn } = input;
    const id = newId();
    await tx.db
      .insertInto('programme')
      .values({ id, mentorshipId, unitId, regionId, problem, aim, startedOn, endedOn, state: 'draft' })
      .execute();
    await journalProgramme(tx, 'draftProgramme', { id, unitId, regionId }, { after: { startedOn, endedOn } });
    return { id };
  });
}

/**
 * Changes the problem, aim and dates of a draft. Throws NotFound, Forbidden, StaleWrite with the texts in force,
 * RuleBroken `programme-already-approved`, `mentorship-not-ready` and the rules of the period.
 */
export async function editProgramme(
  ctx: Context,
  mentorshipId: Id,
  input: ProgrammeDraft & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { version, ...draft } = input;
    const programme = await lockedProgrammeOf(tx, mentorshipId);
    await assertCan(tx, 'programme.edit', programme.id);
    const refusal = ruleAgainstChanging(programme);
    if (refusal) throw new RuleBroken(refusal);
    if (programme.version !== version) throw new StaleWrite(theirs(programme));
    assertPeriod(draft, programme.mentorship, await dueDaysOf(tx, programme.id));
    const { startedOn, endedOn } = programme;
    await tx.db
      .updateTable('programme')
      .set({ ...draft, version: version + 1 })
      .where('id', '=', programme.id)
      .execute();
    const after = { changed: changedFields(programme, draft), startedOn: draft.startedOn, endedOn: draft.endedOn };
    await journalProgramme(tx, 'editProgramme', programme, { before: { startedOn, endedOn }, after });
  });
}

/**
 * Approves exactly the version that was read. Throws NotFound, Forbidden, StaleWrite, RuleBroken with the first part
 * that is missing (M-09), `programme-already-approved`, `mentorship-not-ready`. Notifies both sides.
 */
export async function approveProgramme(ctx: Context, mentorshipId: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const programme = await lockedProgrammeOf(tx, mentorshipId);
    await assertCan(tx, 'programme.approve', programme.id);
    const refusal = ruleAgainstChanging(programme);
    if (refusal) throw new RuleBroken(refusal);
    if (programme.version !== input.version) throw new StaleWrite({ version: String(programme.version) });
    const parts = { goals: await goalsOf(tx, programme.id), items: await dueDaysOf(tx, programme.id) };
    const [missing] = missingParts({ ...programme, ...parts });
    if (missing) throw new RuleBroken(missing);
    await tx.db
      .updateTable('programme')
      .set({ state: 'approved', approvedBy: personOf(tx), approvedAt: tx.now, version: programme.version + 1 })
      .where('id', '=', programme.id)
      .execute();
    const change = { before: { state: 'draft' }, after: { state: 'approved', version: programme.version } };
    await journalProgramme(tx, 'approveProgramme', programme, change);
    await notifySides(tx, mentorshipId);
    await markMonitoringDirty(tx, programme.unitId);
  });
}

async function notifySides(tx: Context, mentorshipId: Id): Promise<void> {
  const members = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.personId', 'mentorshipMember.side'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', '=', mentorshipId)
    .where('mentorshipMember.endedOn', '>=', tx.today)
    .orderBy('mentorshipMember.id')
    .execute();
  const namesOf = (side: string) =>
    members
      .filter((member) => member.side === side)
      .map(shortName)
      .join(', ');
  await notifyAll(
    tx,
    members.map((member) => ({
      personId: member.personId,
      kind: 'programme-approved' as const,
      path: paths.programme(mentorshipId),
      details: { person: namesOf(member.side === 'mentor' ? 'mentee' : 'mentor') },
    })),
  );
}

function assertPeriod(period: Period, mentorship: Period, items: readonly string[]): void {
  const refusal = ruleAgainstPeriod(period, mentorship, items);
  if (refusal) throw new RuleBroken(refusal, 'endedOn');
}

function theirs(programme: LockedProgramme): Record<string, string> {
  const { problem, aim, startedOn, endedOn, version } = programme;
  return { problem, aim, startedOn: formatDay(startedOn), endedOn: formatDay(endedOn), version: String(version) };
}
