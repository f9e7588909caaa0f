import { addDays } from '#app/core/dates.ts';
import {
  approveStimulus,
  payStimulus,
  proposeAward,
  proposeMoney,
} from '#app/features/stimuli/stimulus.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoMentorship } from './demo-mentorships.ts';
import { personOn } from './demo-time.ts';
import { stimulusWords } from './demo-words.ts';

const MONTH_DAYS = 30;

/** Recognises mentors: money for those under the labour basis, proposed, approved or paid; diplomas for some. */
export async function liveStimulus(
  db: Database,
  mentorship: DemoMentorship,
  until: Day,
  chance: Chance,
): Promise<void> {
  const { id, staff, mentorId, startedOn } = mentorship;
  const member = await db
    .selectFrom('mentorshipMember')
    .select('id')
    .where('mentorshipId', '=', id)
    .where('personId', '=', mentorId)
    .executeTakeFirstOrThrow();
  const day = addDays(startedOn, MONTH_DAYS + 5);
  if (day > until) return;
  const curator = await personOn(db, staff.curator, day);
  if (chance.happens(30)) {
    const award = { memberId: member.id, kind: 'diploma' as const, basis: stimulusWords.diplomaBasis, startedOn: day };
    await approve(db, staff.head, (await proposeAward(curator, award)).id, day);
  }
  const { legalBasis } = await db
    .selectFrom('mentorship')
    .select('legalBasis')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (legalBasis !== 'labor_351_8') return;
  const money = await proposeMoney(curator, {
    memberId: member.id,
    kind: 'stimulating',
    basis: stimulusWords.moneyBasis,
    amountKopecks: 100_000 * (2 + chance.number(4)),
    startedOn,
    endedOn: addDays(startedOn, MONTH_DAYS),
  });
  if (chance.happens(20)) return;
  await approve(db, staff.head, money.id, day);
  if (chance.happens(25)) return;
  await payStimulus(await personOn(db, staff.hrOfficer, day), money.id, { paidOn: day, version: 2 });
}

async function approve(db: Database, head: Id, id: Id, day: Day): Promise<void> {
  await approveStimulus(await personOn(db, head, day), id, { version: 1 });
}
