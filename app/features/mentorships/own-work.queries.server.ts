import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { PAY_KINDS, PAY_PERIODS, VOLUME_PERIODS, WORK_FORMS } from './mentor-work.ts';
import { legalBasis } from './mentorship.ts';
import { ruleOfTerms } from './mentorship-papers.ts';

/** The actor's own terms as mentor of a mentorship; null while nothing is written, and for everybody else. */
export async function findOptionalOwnWork(ctx: Context, mentorshipId: Id) {
  const row = await ctx.db
    .selectFrom('mentorshipTerms')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipTerms.mentorshipId')
    .select(['mentorship.legalBasis', 'mentorshipTerms.content', 'mentorshipTerms.jobDescription'])
    .select(['mentorshipTerms.workForm', 'mentorshipTerms.startedOn', 'mentorshipTerms.endedOn'])
    .select(['mentorshipTerms.volumeHours', 'mentorshipTerms.volumePer', 'mentorshipTerms.payKind'])
    .select(['mentorshipTerms.payPercentHundredths', 'mentorshipTerms.payKopecks', 'mentorshipTerms.payPeriod'])
    .select(['mentorshipTerms.payGround', 'mentorshipTerms.zeroPayGround', 'mentorshipTerms.version'])
    .where('mentorshipTerms.mentorshipId', '=', mentorshipId)
    .where('mentorshipTerms.personId', '=', personOf(ctx))
    .where(within(ctx, 'terms.read'))
    .executeTakeFirst();
  if (!row) return null;
  const { content, jobDescription, startedOn, endedOn, volumeHours, version } = row;
  const workForm = WORK_FORMS.find((one) => one === row.workForm);
  const volumePer = VOLUME_PERIODS.find((one) => one === row.volumePer);
  const payKind = PAY_KINDS.find((one) => one === row.payKind);
  const payPeriod = PAY_PERIODS.find((one) => one === row.payPeriod) ?? null;
  const { payPercentHundredths, payKopecks, payGround, zeroPayGround } = row;
  const isTerm = workForm && volumePer && startedOn && endedOn && volumeHours;
  const rule = ruleOfTerms(legalBasis(row.legalBasis), {
    version,
    hasContent: content !== '',
    hasWork: workForm !== undefined,
    payKind: payKind ?? null,
    hasZeroPayGround: zeroPayGround !== null,
    hasJobDescription: jobDescription !== '',
  });
  return {
    content,
    jobDescription,
    version,
    isWhole: rule === null,
    term: isTerm ? { workForm, volumePer, startedOn, endedOn, volumeHours } : null,
    pay: payKind ? { payKind, payPercentHundredths, payKopecks, payPeriod, payGround, zeroPayGround } : null,
  };
}
