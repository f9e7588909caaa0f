import { assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { USUAL_LIMITS } from '../mentor-profiles/workload.ts';
import { holdPeople } from '../mentorships/locked-mentorship.server.ts';
import { findOptionalLimits } from './mentor.queries.server.ts';
import { type NewLimits, type NewOverride, ruleAgainstLimits, ruleAgainstOverride } from './mentoring-limits.ts';

/**
 * Writes the limits of a unit from a day on: those in force end the day before, those that were to begin on it or later
 * give way. Mentorships that go on are not touched. Throws NotFound; RuleBroken `limits-in-past`,
 * `soft-limit-above-hard`, `limits-overlap`. Source: BR-07.
 */
export async function setMentoringLimits(ctx: Context, unitId: Id, input: NewLimits): Promise<void> {
  await transact(ctx, async (tx) => {
    await assertCanAt(tx, 'mentoringLimits.set', unitId);
    const unit = await tx.db
      .selectFrom('orgUnit')
      .select('regionId')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    const refusal = ruleAgainstLimits(input, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const before = await findOptionalLimits(tx, unitId, input.startedOn);
    const own = tx.db.deleteFrom('mentoringLimits').where('unitId', '=', unitId);
    await own.where('startedOn', '>=', input.startedOn).execute();
    await tx.db
      .updateTable('mentoringLimits')
      .set({ endedOn: addDays(input.startedOn, -1) })
      .where('unitId', '=', unitId)
      .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', input.startedOn)]))
      .execute();
    const id = newId();
    const place = { unitId, regionId: unit.regionId };
    const written = { id, ...place, ...input, enteredBy: personOf(tx), createdAt: tx.now };
    await tx.db.insertInto('mentoringLimits').values(written).execute();
    const shown = ({ peopleSoft, peopleHard, hoursSoft, hoursHard }: Omit<NewLimits, 'startedOn' | 'sourceAct'>) => ({
      ...{ peopleSoft, peopleHard, hoursSoft, hoursHard },
    });
    const after = { ...shown(input), startedOn: input.startedOn };
    const line = { objectKind: 'mentoringLimits', objectId: id, ...place };
    await journal(tx, { act: 'setMentoringLimits', ...line, before: shown(before ?? USUAL_LIMITS), after });
  });
}

/**
 * The head lets one mentor of the own organisation carry more than the act allows, for a period, with a reason; the
 * mentor's own limit still holds. Throws NotFound; RuleBroken `override-ends-before-start`, `override-in-past`,
 * `override-too-long`, `override-below-act`, `overrides-overlap`. Source: BR-07, ACCESS `mentorship.overrideLimit`.
 */
export async function overrideLoadLimit(ctx: Context, personId: Id, input: NewOverride): Promise<void> {
  await transact(ctx, async (tx) => {
    await holdPeople(tx, [personId]);
    const place = await tx.db
      .selectFrom('person')
      .select(['unitId', 'regionId'])
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!place) throw new NotFound('person');
    await assertCanAt(tx, 'mentorship.overrideLimit', place.unitId);
    const act = (await findOptionalLimits(tx, place.unitId, input.startedOn)) ?? USUAL_LIMITS;
    const refusal = ruleAgainstOverride(input, act, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    const id = newId();
    const written = { id, personId, ...place, ...input, grantedBy: personOf(tx), createdAt: tx.now };
    await tx.db.insertInto('loadOverride').values(written).execute();
    const { startedOn, endedOn, people, hours } = input;
    const line = { objectKind: 'loadOverride', objectId: id, ...place, personId };
    const before = { people: act.peopleHard, hours: act.hoursHard };
    await journal(tx, { act: 'overrideLoadLimit', ...line, before, after: { startedOn, endedOn, people, hours } });
  });
}
