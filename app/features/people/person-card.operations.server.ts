import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { heldUnit } from '../org-units/unit-life.server.ts';
import type { NewPerson } from './person.ts';
import { ruleAgainstCategory, ruleAgainstDates, ruleAgainstEnding } from './person-rules.ts';
import { shownCard } from './shown-card.ts';

/** What of a card can be corrected. */
export type PersonCard = Omit<NewPerson, 'unitId' | 'employment'>;

/** Corrects a card. Throws RuleBroken about dates, StaleWrite with what stands there now. */
export async function editPerson(ctx: Context, id: Id, input: PersonCard & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const person = await lockedPerson(tx, id);
    await assertCan(tx, 'person.manage', id);
    if (person.version !== input.version) throw new StaleWrite(shownCard(person));
    const refusal =
      ruleAgainstDates({ ...input, hiredOn: await firstHiredOn(tx, id) }, tx.today) ??
      ruleAgainstCategory(input, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.rule === 'hired-before-birth' ? 'birthOn' : refusal.field);
    const { version, ...corrected } = input;
    const card = { categoryFrom: null, categoryUntil: null, ...corrected };
    await tx.db
      .updateTable('person')
      .set({ ...card, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await markMonitoringDirty(tx, person.unitId);
    const changed = Object.keys(card).filter(
      (field) => person[field as keyof PersonCard] !== card[field as keyof PersonCard],
    );
    // Names and contacts themselves stay out of the journal: only which fields changed.
    await journal(tx, {
      act: 'editPerson',
      objectKind: 'person',
      objectId: id,
      personId: id,
      ...place(person),
      after: { changed },
    });
  });
}

async function firstHiredOn(tx: Context, personId: Id): Promise<Day | undefined> {
  const first = tx.db.selectFrom('employment').select('startedOn').where('personId', '=', personId);
  return (await first.orderBy('startedOn').limit(1).executeTakeFirst())?.startedOn;
}

/** Adds a post at one of the actor's organisations. Throws RuleBroken about dates, `unit-closed`, `employment-overlaps`. */
export async function addEmployment(
  ctx: Context,
  personId: Id,
  input: { unitId: Id; postCode: string; subject: string | null; startedOn: Day },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const person = await lockedPerson(tx, personId);
    await assertCan(tx, 'person.manage', personId);
    await assertCanAt(tx, 'person.manage', input.unitId);
    const refusal = ruleAgainstDates({ ...person, hiredOn: input.startedOn }, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const unit = await heldUnit(tx, input.unitId);
    if (unit.endedOn !== null) throw new RuleBroken('unit-closed', 'unitId');
    const id = newId();
    await tx.db
      .insertInto('employment')
      .values({ id, personId, regionId: unit.regionId, ...input })
      .execute();
    await markMonitoringDirty(tx, input.unitId);
    const after = { postCode: input.postCode, startedOn: input.startedOn };
    const where = { unitId: input.unitId, regionId: unit.regionId };
    await journal(tx, { act: 'addEmployment', objectKind: 'employment', objectId: id, personId, ...where, after });
    return { id };
  });
}

/** Ends an employment on its last day (inclusive). Throws RuleBroken `already-ended`, `ends-before-start`, `in-live-mentorship`. */
export async function endEmployment(
  ctx: Context,
  id: Id,
  input: { endedOn: Day; version: number },
): Promise<{ personId: Id }> {
  return transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('employment')
      .select(['id', 'personId', 'unitId', 'regionId', 'startedOn', 'endedOn', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('employment');
    await assertCan(tx, 'person.manage', row.personId);
    await assertCanAt(tx, 'person.manage', row.unitId);
    if (row.version !== input.version) {
      throw new StaleWrite({ endedOn: row.endedOn ? formatDay(row.endedOn) : '', version: String(row.version) });
    }
    const refusal = ruleAgainstEnding(row, input.endedOn);
    if (refusal) throw new RuleBroken(refusal, 'endedOn');
    if (await hasLiveMentorshipAfter(tx, row.personId, row.unitId, input.endedOn))
      throw new RuleBroken('in-live-mentorship', 'endedOn');
    const changed = { endedOn: input.endedOn, version: row.version + 1 };
    await tx.db.updateTable('employment').set(changed).where('id', '=', id).execute();
    await markMonitoringDirty(tx, row.unitId);
    const after = { endedOn: input.endedOn };
    await journal(tx, {
      act: 'endEmployment',
      objectKind: 'employment',
      objectId: id,
      personId: row.personId,
      ...place(row),
      after,
    });
    return { personId: row.personId };
  });
}

async function lockedPerson(tx: Context, id: Id) {
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'unitId', 'regionId', 'version', 'lastName', 'firstName', 'middleName'])
    .select(['birthOn', 'email', 'phone', 'category', 'categoryFrom', 'categoryUntil', 'teachingSince'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  return person;
}

async function hasLiveMentorshipAfter(tx: Context, personId: Id, unitId: Id, day: Day): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .select('mentorship.id')
    .where('mentorshipMember.personId', '=', personId)
    .where('mentorshipMember.unitId', '=', unitId)
    .where('mentorship.state', 'in', ['proposed', 'consented', 'active'])
    .where('mentorshipMember.endedOn', '>', day)
    .executeTakeFirst();
  return row !== undefined;
}

function place({ unitId, regionId }: { unitId: Id; regionId: Id | null }) {
  return { unitId, regionId };
}
