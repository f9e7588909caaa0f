import { addDays, daysBetween } from '#app/core/dates.ts';
import { addPlanItem, markPlanItemDone } from '#app/features/programmes/plan-item.operations.server.ts';
import { approveProgramme, draftProgramme } from '#app/features/programmes/programme.operations.server.ts';
import { addGoal } from '#app/features/programmes/programme-goal.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoMentorship } from './demo-mentorships.ts';
import { personOn } from './demo-time.ts';
import { mentoringWords } from './demo-words.ts';

/** Writes a mentorship's programme in its first month, has it approved, and lives its plan through up to `until`. */
export async function liveProgramme(
  db: Database,
  mentorship: DemoMentorship,
  until: Day,
  chance: Chance,
): Promise<void> {
  const { id, staff, mentorId, startedOn, endedOn } = mentorship;
  const drafted = addDays(startedOn, 12);
  const mentor = await personOn(db, mentorId, drafted);
  const texts = { problem: chance.of(mentoringWords.problems), aim: chance.of(mentoringWords.aims) };
  await draftProgramme(mentor, id, { ...texts, startedOn, endedOn });
  const goal = { aim: chance.of(mentoringWords.goals), indicator: chance.of(mentoringWords.indicators) };
  await addGoal(mentor, id, { ...goal, startValue: '2', targetValue: '8' });
  const items: { id: string; dueOn: Day }[] = [];
  const span = daysBetween(startedOn, endedOn);
  for (const [position, topic] of mentoringWords.items.entries()) {
    const dueOn = addDays(startedOn, 20 + Math.floor((position * (span - 30)) / mentoringWords.items.length));
    const kind = chance.of(['meeting', 'lesson_visit', 'training', 'trial', 'innovation'] as const);
    const item = await addPlanItem(mentor, id, { kind, topic, dueOn, product: chance.of(mentoringWords.products) });
    items.push({ id: item.id, dueOn });
  }
  if (chance.happens(12)) return;
  const programme = await db
    .selectFrom('programme')
    .select('version')
    .where('mentorshipId', '=', id)
    .executeTakeFirstOrThrow();
  await approveProgramme(await personOn(db, staff.head, addDays(startedOn, 16)), id, { version: programme.version });
  for (const item of items.filter(({ dueOn }) => dueOn <= until && chance.happens(88))) {
    await markDone(db, mentorship, item, until, chance);
  }
}

async function markDone(
  db: Database,
  mentorship: DemoMentorship,
  item: { id: string; dueOn: Day },
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
