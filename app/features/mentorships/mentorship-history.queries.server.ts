import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id, Moment } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { isTimelineAct, type TimelineAct } from './mentorship.ts';

/** An act of the journal about a mentorship. */
export interface HistoryLine {
  id: Id;
  act: TimelineAct;
  happenedAt: Moment;
  /** Calendar day at the organisation. */
  happenedOn: Day;
  /** Who acted; null for a job. */
  by: string | null;
}

/**
 * What has been done to a mentorship, the latest first. Acts about answers are told only to those who are told the
 * answers: the last act before a proposal came to nothing would give a refusal away (BR-04).
 */
export async function listHistory(ctx: Context, mentorshipId: Id): Promise<HistoryLine[]> {
  const rows = await ctx.db
    .selectFrom('journalEntry')
    .innerJoin('mentorship', 'mentorship.id', 'journalEntry.objectId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .leftJoin('person', 'person.id', 'journalEntry.actorId')
    .select(['journalEntry.id', 'journalEntry.act', 'journalEntry.happenedAt', 'orgUnit.timeZone'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('journalEntry.objectKind', '=', 'mentorship')
    .where('journalEntry.objectId', '=', mentorshipId)
    .where(within(ctx, 'mentorship.read'))
    .where((eb) =>
      eb.or([
        eb('journalEntry.act', 'not in', ['answerConsent', 'recordPaperConsent']),
        within(ctx, 'mentorship.answers'),
      ]),
    )
    .orderBy('journalEntry.happenedAt', 'desc')
    .orderBy('journalEntry.id', 'desc')
    .limit(100)
    .execute();
  return rows.flatMap(({ act, lastName, firstName, middleName, timeZone, ...row }) => {
    if (!isTimelineAct(act)) return [];
    const by = lastName && firstName ? shortName({ lastName, firstName, middleName }) : null;
    return [{ ...row, act, by, happenedOn: dayOf(row.happenedAt, timeZone) }];
  });
}

/** Orders that name the mentorship, the latest first, as far as the viewer may read acts; cancelled ones are left out. */
export async function listOrders(ctx: Context, mentorshipId: Id) {
  return ctx.db
    .selectFrom('localAct')
    .innerJoin('localActMentorship', 'localActMentorship.actId', 'localAct.id')
    .select(['localAct.id', 'localAct.state', 'localAct.number', 'localAct.registeredOn', 'localAct.heading'])
    .where('localActMentorship.mentorshipId', '=', mentorshipId)
    .where('localAct.state', '<>', 'cancelled')
    .where(within(ctx, 'act.read'))
    .orderBy('localAct.createdAt', 'desc')
    .orderBy('localAct.id')
    .limit(20)
    .execute();
}
