import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { beginWhenPapered } from '../mentorships/consent-record.server.ts';
import { lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import { pairName } from '../mentorships/mentorship.text.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { homeState, ruleAgainstHomeAnswer } from './home-agreement.ts';

/** The answer of the home organisation. */
export interface HomeAnswer {
  answer: 'agreed' | 'refused';
  /** Agreement between the organisations, in words; may be empty. */
  agreement: string;
  version: number;
}

/**
 * The home organisation of a mentor agrees to the mentorship elsewhere or does not; the curator who proposed is told. The
 * mentorship is locked, so an order is approved before the answer or after it. Throws NotFound, StaleWrite; RuleBroken
 * with a code of `HomeAgreementRule`. Source: 002-2.
 */
export async function answerHomeAgreement(ctx: Context, id: Id, input: HomeAnswer): Promise<void> {
  await transact(ctx, async (tx) => {
    const { mentorshipId } = await find(tx, id).executeTakeFirstOrThrow(() => new NotFound('homeAgreement'));
    const mentorship = await lockedMentorship(tx, mentorshipId);
    const home = await find(tx, id).forUpdate().executeTakeFirstOrThrow();
    await assertCan(tx, 'homeAgreement.answer', id);
    const { answer, agreement, version } = input;
    const state = homeState(home.state);
    const refusal = ruleAgainstHomeAnswer({ state, mentorshipState: mentorship.state }, answer);
    if (refusal) throw new RuleBroken(refusal);
    if (home.version !== version) throw new StaleWrite({ version: String(home.version) });
    await tx.db
      .updateTable('homeAgreement')
      .set({ state: answer, agreement, decidedOn: tx.today, decidedBy: personOf(tx), version: version + 1 })
      .where('id', '=', id)
      .execute();
    const { unitId, regionId, personId } = home;
    const line = { objectKind: 'home_agreement', objectId: id, unitId, regionId, personId };
    await journal(tx, { act: 'answerHomeAgreement', ...line, before: { state }, after: { state: answer } });
    const kind = answer === 'agreed' ? 'home-agreed' : 'home-refused';
    const details = { person: pairName(mentorship.mentor.name, mentorship.mentee.name) };
    const { proposedBy } = mentorship;
    await notify(tx, { personId: proposedBy, kind, path: paths.mentorship(mentorshipId), details });
    await beginWhenPapered(tx, mentorship);
  });
}

function find(tx: Context, id: Id) {
  return tx.db
    .selectFrom('homeAgreement')
    .select(['mentorshipId', 'personId', 'unitId', 'regionId', 'state', 'version'])
    .where('id', '=', id);
}
