import type { Context } from '#app/core/context.server.ts';
import { addDays, daysBetween } from '#app/core/dates.ts';
import { addPlanItem, markPlanItemDone } from '#app/features/programmes/plan-item.operations.server.ts';
import { approveProgramme, draftProgramme } from '#app/features/programmes/programme.operations.server.ts';
import { addGoal } from '#app/features/programmes/programme-goal.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoMentorship } from './demo-mentorships.ts';
import { personOn } from './demo-time.ts';
import { mentoringWords } from './demo-words.ts';

/** An item of a plan that may be lived through. */
interface DemoItem {
  id: string;
  dueOn: Day;
}

/** Writes a mentorship's programme as its curator; complete, but not approved yet. Gives its items. */
export async function writeProgramme(
  curator: Context,
  mentorship: Pick<DemoMentorship, 'id' | 'startedOn' | 'endedOn'>,
  chance: Chance,
): Promise<DemoItem[]> {
  const { id, startedOn, endedOn } = mentorship;
  const texts = { problem: chance.of(mentoringWords.problems), aim: chance.of(mentoringWords.aims) };
  await draftProgramme(curator, id, { ...texts, startedOn, endedOn });
  const goal = { aim: chance.of(mentoringWords.goals), indicator: chance.of(mentoringWords.indicators) };
  await addGoal(curator, id, { ...goal, startValue: '2', targetValue: '8' });
  const items: DemoItem[] = [];
  const span = daysBetween(startedOn, endedOn);
  for (const [position, topic] of mentoringWords.items.entries()) {
    const dueOn = addDays(startedOn, 20 + Math.floor((position * (span - 30)) / mentoringWords.items.length));
    const kind = chance.of(['meeting', 'lesson_visit', 'training', 'trial', 'innovation'] as const);
    const item = await addPlanItem(curator, id, { kind, topic, dueOn, product: chance.of(mentoringWords.products) });
    items.push({ id: item.id, dueOn });
  }
  return items;
}

/** Has a written programme approved by the head whose context is given. */
export async function approveWritten(head: Context, mentorshipId: Id): Promise<void> {
  const { version } = await head.db
    .selectFrom('programme')
    .select('version')
    .where('mentorshipId', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  await approveProgramme(head, mentorshipId, { version });
}

/** Lives the plan of an approved programme through up to `until`. */
export async function livePlan(db: Database, mentorship: DemoMentorship, until: Day, chance: Chance): Promise<void> {
  for (const item of mentorship.items.filter(({ dueOn }) => dueOn <= until && chance.happens(88))) {
    await markDone(db, mentorship, item, until, chance);
  }
}

async function markDone(
  db: Database,
  mentorship: DemoMentorship,
  item: DemoItem,
  until: Day,
  chance: Chance,
): Promise<void> {
  const day = addDays(item.dueOn, chance.number(10) - 7);
  const doneOn = day > until ? until : day;
  const row = await db.selectFrom('planItem').select('version').where('id', '=', item.id).executeTakeFirstOrThrow();
  const mentor = await personOn(db, mentorship.mentorId, doneOn);
  await markPlanItemDone(mentor, item.id, {
    doneOn,
    resultNote: chance.of(mentoringWords.notes),
    version: row.version,
  });
}
