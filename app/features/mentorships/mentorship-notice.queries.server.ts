import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { workingCalendar } from '../working-days/working-days.queries.server.ts';
import { findMentorship } from './mentorship.queries.server.ts';
import { pairName } from './mentorship.text.ts';
import { type EarliestEnd, earliestEnd, noticeParty } from './mentorship-notice.ts';

/**
 * How a mentorship comes to its early end, as the viewer may know it: the last day is told to everyone who reads the
 * mentorship, who gave notice to head and curator alone (BR-04).
 */
export async function findEnding(ctx: Context, mentorshipId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .leftJoin('mentorshipNotice', (join) =>
      join.onRef('mentorshipNotice.mentorshipId', '=', 'mentorship.id').on('mentorshipNotice.withdrawnAt', 'is', null),
    )
    .select(['mentorship.state', 'mentorshipNotice.endsOn', 'mentorshipNotice.givenOn', 'mentorshipNotice.party'])
    .select(['mentorshipNotice.manner', 'mentorshipNotice.personId'])
    .select([within(ctx, 'mentorship.giveUp').as('isSide'), within(ctx, 'mentorship.endEarly').as('isEmployer')])
    .select(within(ctx, 'mentorship.answers').as('isTold'))
    .where('mentorship.id', '=', mentorshipId)
    .where(within(ctx, 'mentorship.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  const { endsOn, givenOn, party, manner, personId } = row;
  const isOpen = row.state === 'active' && endsOn === null;
  const isRunning = row.state === 'active' && endsOn !== null && endsOn >= ctx.today;
  const isKept = party === 'employer' || manner === 'paper';
  return {
    endsOn: row.state === 'active' ? endsOn : null,
    notice:
      row.isTold && givenOn && party && row.state === 'active'
        ? { givenOn, party: noticeParty(party), isPaper: manner === 'paper' }
        : null,
    canGiveUp: isOpen && Boolean(row.isSide),
    canEndEarly: isOpen && Boolean(row.isEmployer),
    canWithdraw: isRunning && (personId === personOf(ctx) || (Boolean(row.isEmployer) && isKept)),
  };
}

/** What the page of a notice says: who, until when, and the earliest last day after a notice of today. Throws NotFound. */
export async function findBeforeNotice(ctx: Context, id: Id, permission: 'mentorship.giveUp' | 'mentorship.endEarly') {
  const ending = await findEnding(ctx, id);
  const may = permission === 'mentorship.giveUp' ? ending.canGiveUp : ending.canEndEarly;
  if (!may) throw new NotFound('mentorship');
  const { mentor, mentee, startedOn, endedOn } = await findMentorship(ctx, id);
  return {
    id,
    pair: pairName(mentor, mentee),
    today: ctx.today,
    endedOn,
    earliest: await earliestOrNull(ctx, id, startedOn),
  };
}

async function earliestOrNull(ctx: Context, id: Id, startedOn: Day): Promise<EarliestEnd | null> {
  const { regionId } = await ctx.db
    .selectFrom('mentorship')
    .select('regionId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  try {
    return earliestEnd(ctx.today, startedOn, await workingCalendar(ctx, regionId));
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}

/** Mentorships whose last day by notice has passed where they are, with that day; a page of the work for the job. */
export async function listRunOut(ctx: Context, most: number): Promise<{ mentorshipId: Id; endsOn: Day }[]> {
  return ctx.db
    .selectFrom('mentorshipNotice')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipNotice.mentorshipId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(['mentorshipNotice.mentorshipId', 'mentorshipNotice.endsOn'])
    .where('mentorship.state', '=', 'active')
    .where('mentorshipNotice.withdrawnAt', 'is', null)
    .where(sql<boolean>`mentorship_notice.ends_on < (${ctx.now}::timestamptz at time zone org_unit.time_zone)::date`)
    .orderBy('mentorshipNotice.endsOn')
    .orderBy('mentorshipNotice.id')
    .limit(most)
    .execute();
}
