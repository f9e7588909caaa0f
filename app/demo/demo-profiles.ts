import { setFreeSlots } from '#app/features/mentor-profiles/free-slots.operations.server.ts';
import { editMentorProfile } from '#app/features/mentor-profiles/mentor-profile.operations.server.ts';
import { setStrengths } from '#app/features/mentor-profiles/mentor-strengths.operations.server.ts';
import { setMentoringLimits } from '#app/features/mentors/mentoring-limits.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import type { Database } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import { chanceFrom } from './chance.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn } from './demo-time.ts';
import { portfolioWords } from './demo-words.ts';
import { makeConfirmedResult, makeReady, makeResult } from './factories/mentor-profiles.ts';

const WITH_PROFILES = 6;
const SEED = 20_261_123;

/** Fills the profiles of some experienced teachers of an organisation, and its act about the load. */
export async function liveProfiles(db: Database, staff: DemoStaff, position: number, today: Day): Promise<void> {
  const chance = chanceFrom(SEED + position);
  const curator = await personOn(db, staff.curator, today);
  if (position % 3 === 0) {
    const limits = { peopleSoft: 2, peopleHard: 4, hoursSoft: 4, hoursHard: 8, sourceAct: portfolioWords.limitsAct };
    const head = await personOn(db, staff.head, today);
    await setMentoringLimits(head, staff.organisation.id, { ...limits, startedOn: today });
  }
  for (const [index, teacher] of staff.experienced.slice(0, WITH_PROFILES).entries()) {
    const own = await personOn(db, teacher.id, today);
    await editMentorProfile(own, teacher.id, {
      formats: chance.of([['in_person'], ['in_person', 'remote'], ['hybrid']]),
      loadLimitPeople: chance.of([null, 2, 3]),
      loadLimitHours: null,
      subjects: [],
      strengths: chance.of(portfolioWords.strengths),
      isTaking: index !== 4,
      notTakingUntil: null,
      isOpenOutside: index % 3 === 1,
      version: await versionOf(db, teacher.id),
    });
    const areas = [...AREAS].filter(() => chance.happens(40));
    await setStrengths(
      own,
      teacher.id,
      areas.map((areaCode) => ({ areaCode, level: 1 + chance.number(3) })),
    );
    // The demonstration's mentor finds something left to tell.
    if (index === 0) continue;
    const afternoon = [{ fromMinute: 840 + 30 * chance.number(3), toMinute: 960 + 30 * chance.number(4) }];
    const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };
    await setFreeSlots(own, teacher.id, { ...none, tuesday: afternoon, thursday: afternoon });
    await makeReady(own);
    const result = { ...chance.of(portfolioWords.results), year: Number(today.slice(0, 4)) - 1 };
    if (index === 2) await makeResult(own, teacher.id, result);
    else await makeConfirmedResult(curator, teacher.id, result);
  }
}

async function versionOf(db: Database, personId: string): Promise<number> {
  const row = await db
    .selectFrom('mentorProfile')
    .select('version')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.version ?? 1;
}
