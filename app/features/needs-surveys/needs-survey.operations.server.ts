import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { everyUnanswered } from './needs-survey.queries.server.ts';
import { ruleAgainstReminding, ruleAgainstSurvey } from './needs-survey.ts';

/**
 * Opens a survey of needs from today to the day; every teacher of the organisation is told. Throws NotFound; RuleBroken
 * `ends-before-start`, `survey-too-long`, `needs-surveys-overlap`, `once-different`.
 */
export async function openSurvey(
  ctx: Context,
  input: { unitId: Id; endedOn: Day },
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) =>
    once(tx, onceKey, input, async () => {
      const { unitId, endedOn } = input;
      await assertCanAt(tx, 'needsSurvey.manage', unitId);
      const refusal = ruleAgainstSurvey(endedOn, tx.today);
      if (refusal) throw new RuleBroken(refusal, 'endedOn');
      const unit = await tx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirst();
      if (!unit) throw new NotFound('unit');
      const id = newId();
      const { regionId } = unit;
      await tx.db
        .insertInto('needsSurvey')
        .values({ id, unitId, regionId, startedOn: tx.today, endedOn, openedBy: personOf(tx), createdAt: tx.now })
        .execute();
      const line = { objectKind: 'needsSurvey', objectId: id, unitId, regionId };
      await journal(tx, { act: 'openSurvey', ...line, after: { startedOn: tx.today, endedOn } });
      await tell(tx, { id, unitId, endedOn }, 'survey-opened');
      return { id };
    }),
  );
}

/** Brings the survey to the mind of everybody who has not answered. Throws NotFound; RuleBroken `survey-over`, `reminded-today`, `nobody-left`. */
export async function remindOfSurvey(ctx: Context, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const survey = await lockedSurvey(tx, id);
    await assertCan(tx, 'needsSurvey.manage', id);
    const refusal = ruleAgainstReminding(survey, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    if ((await tell(tx, survey, 'survey-reminder')) === 0) throw new RuleBroken('nobody-left');
    await tx.db.updateTable('needsSurvey').set({ remindedOn: tx.today }).where('id', '=', id).execute();
    const line = { objectKind: 'needsSurvey', objectId: id, unitId: survey.unitId, regionId: survey.regionId };
    await journal(tx, { act: 'remindOfSurvey', ...line, after: { isReminded: true } });
  });
}

async function tell(
  tx: Context,
  survey: { id: Id; unitId: Id; endedOn: Day },
  kind: 'survey-opened' | 'survey-reminder',
): Promise<number> {
  const people = await everyUnanswered(tx, survey);
  const path = paths.needsAnswer(survey.id);
  await notifyAll(
    tx,
    people.map((personId) => ({ personId, kind, path })),
  );
  return people.length;
}

async function lockedSurvey(tx: Context, id: Id) {
  const row = await tx.db
    .selectFrom('needsSurvey')
    .select(['id', 'unitId', 'regionId', 'endedOn', 'remindedOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('needsSurvey');
  return row;
}

/** Says that no mentor is needed now; an open request stays as it is. Throws NotFound when the survey does not ask the actor today. */
export async function sayNotNeeded(ctx: Context, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const survey = await lockedSurvey(tx, id);
    await assertCan(tx, 'needsSurvey.answer', id);
    const personId = personOf(tx);
    const answer = { surveyId: id, personId, needsMentor: false, requestId: null, answeredOn: tx.today };
    await writeAnswer(tx, answer);
    const line = { objectKind: 'needsSurvey', objectId: id, unitId: survey.unitId, regionId: survey.regionId };
    await journal(tx, { act: 'answerSurvey', ...line, personId, after: { isAnswered: true } });
  });
}

/** A request filled or changed answers the survey that runs at the organisation today, if any. Called inside that act. */
export async function answerByRequest(tx: Context, request: { id: Id; personId: Id; unitId: Id }): Promise<void> {
  const survey = await tx.db
    .selectFrom('needsSurvey')
    .select('id')
    .where('unitId', '=', request.unitId)
    .where('startedOn', '<=', tx.today)
    .where('endedOn', '>=', tx.today)
    .executeTakeFirst();
  if (!survey) return;
  const { id: requestId, personId } = request;
  await writeAnswer(tx, { surveyId: survey.id, personId, needsMentor: true, requestId, answeredOn: tx.today });
}

async function writeAnswer(
  tx: Context,
  answer: { surveyId: Id; personId: Id; needsMentor: boolean; requestId: Id | null; answeredOn: Day },
): Promise<void> {
  const { needsMentor, requestId, answeredOn } = answer;
  await tx.db
    .insertInto('needsAnswer')
    .values(answer)
    .onConflict((conflict) =>
      conflict.columns(['surveyId', 'personId']).doUpdateSet({ needsMentor, requestId, answeredOn }),
    )
    .execute();
}
