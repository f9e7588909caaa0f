import { addDays, formatDay } from '#app/core/dates.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct, returnAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { writeClosingWord } from '#app/features/mentorships/closing-word.operations.server.ts';
import {
  answerConsent,
  closeMentorship,
  proposeMentorship,
  withdrawMentorship,
} from '#app/features/mentorships/mentorship.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Chance } from './chance.ts';
import type { DemoStaff, DemoTeacher } from './demo-people.ts';
import { approveWritten, livePlan, writeProgramme } from './demo-programmes.ts';
import { liveStimulus } from './demo-stimuli.ts';
import { personOn } from './demo-time.ts';
import { mentoringWords } from './demo-words.ts';
import { makeRegulation, makeSupplement, makeTerms } from './factories/papers.ts';

/** A mentorship of the demonstration that has been ordered. */
export interface DemoMentorship {
  id: Id;
  staff: DemoStaff;
  mentorId: Id;
  menteeId: Id;
  startedOn: Day;
  endedOn: Day;
  /** Last day lived through; null while it goes on. */
  closedOn: Day | null;
  /** Items of its plan. */
  items: { id: Id; dueOn: Day }[];
}

interface Proposal {
  mentor: DemoTeacher;
  mentee: DemoTeacher;
}

/** Lives through a school's last and present school year; gives the mentorships that have an order. */
export async function liveThrough(
  db: Database,
  staff: DemoStaff,
  years: { lastStart: Day; thisStart: Day; today: Day },
  chance: Chance,
): Promise<DemoMentorship[]> {
  const { lastStart, thisStart, today } = years;
  const [first, second, third, fourth, fifth] = staff.young;
  if (!first || !second || !third || !fourth || !fifth)
    throw new Error('a school of the demonstration has five young teachers');
  const pair = pairing(staff);
  if (chance.happens(80)) {
    const firstDay = { approvedOn: addDays(lastStart, -1), startedOn: lastStart };
    await makeRegulation(await personOn(db, staff.head, lastStart), staff.organisation.id, {
      ...firstDay,
      minutes: `протокол педагогического совета от ${formatDay(addDays(lastStart, -2))} № 1`,
    });
  }
  const closedOn = addDays(thisStart, -93);
  const earlier = await ordered(db, staff, [pair(first), pair(second)], addDays(lastStart, 12), closedOn, chance);
  for (const [place, mentorship] of earlier.entries()) {
    await livePlan(db, mentorship, addDays(closedOn, -5), chance);
    await liveStimulus(db, mentorship, closedOn, chance);
    await close(db, mentorship, closedOn, place);
  }
  const present = await ordered(
    db,
    staff,
    [pair(third), pair(first), pair(second)],
    addDays(thisStart, 9),
    addDays(thisStart, 272),
    chance,
  );
  for (const mentorship of present) {
    await livePlan(db, mentorship, today, chance);
    await liveStimulus(db, mentorship, today, chance);
  }
  const lately = addDays(today, -9);
  const firstDay = addDays(thisStart, 7);
  const day = lately < firstDay ? firstDay : lately;
  await leaveUnfinished(db, staff, [pair(fourth), pair(fifth)], day, chance);
  return [...earlier.map((one) => ({ ...one, closedOn })), ...present];
}

/** Gives each mentee the least busy teacher of the same subject, or else of any, so that nobody passes the limit. */
function pairing(staff: DemoStaff): (mentee: DemoTeacher) => Proposal {
  const taken = new Map<Id, number>();
  const load = ({ id }: DemoTeacher) => taken.get(id) ?? 0;
  return (mentee) => {
    const same = staff.experienced.filter((one) => one.subject === mentee.subject && load(one) < 2);
    const [mentor] = (same.length > 0 ? same : [...staff.experienced]).sort((one, other) => load(one) - load(other));
    if (!mentor) throw new Error('a school of the demonstration has experienced teachers');
    taken.set(mentor.id, load(mentor) + 1);
    return { mentor, mentee };
  };
}

async function propose(
  db: Database,
  staff: DemoStaff,
  { mentor, mentee }: Proposal,
  day: Day,
  endedOn: Day,
  chance: Chance,
): Promise<Id> {
  const curator = await personOn(db, staff.curator, day);
  const { id } = await proposeMentorship(
    curator,
    {
      menteeId: mentee.id,
      mentorId: mentor.id,
      formCode: 'teacher_teacher',
      kindCode: chance.of(['one_to_one', 'one_to_one', 'short_term', 'self_directed']),
      legalBasis: chance.of(['labor_351_8', 'labor_351_8', 'job_function']),
      focus: chance.of(mentoringWords.focus),
      hoursPerWeek: chance.of([null, 1, 2]),
      startedOn: addDays(day, 5),
      endedOn,
    },
    null,
  );
  return id;
}

async function consent(
  db: Database,
  mentorshipId: Id,
  personId: Id,
  day: Day,
  answer: 'given' | 'declined' = 'given',
): Promise<void> {
  await answerConsent(await personOn(db, personId, day), mentorshipId, { answer });
}

async function drawUp(db: Database, staff: DemoStaff, mentorshipIds: Id[], day: Day): Promise<Id> {
  const curator = await personOn(db, staff.curator, day);
  const order = {
    unitId: staff.organisation.id,
    mentorshipIds,
    programmeDueOn: addDays(day, 30),
    control: 'author' as const,
  };
  const { id } = await draftOrder(curator, order);
  await submitAct(curator, id, { version: 1 });
  return id;
}

async function ordered(
  db: Database,
  staff: DemoStaff,
  proposals: readonly Proposal[],
  day: Day,
  endedOn: Day,
  chance: Chance,
): Promise<DemoMentorship[]> {
  const made: DemoMentorship[] = [];
  for (const { mentor, mentee } of proposals) {
    const id = await propose(db, staff, { mentor, mentee }, day, endedOn, chance);
    await makeTerms(await personOn(db, staff.curator, day), id, { contractOn: addDays(day, -400) });
    await consent(db, id, mentor.id, addDays(day, 1));
    await consent(db, id, mentee.id, addDays(day, 2));
    const startedOn = addDays(day, 5);
    const people = { mentorId: mentor.id, menteeId: mentee.id };
    const items = await papers(db, staff, { id, startedOn, endedOn }, addDays(day, 3), chance);
    await approveWritten(await personOn(db, staff.head, addDays(day, 4)), id);
    made.push({ id, staff, ...people, startedOn, endedOn, closedOn: null, items });
  }
  const actId = await drawUp(
    db,
    staff,
    made.map(({ id }) => id),
    addDays(day, 3),
  );
  await approve(db, staff, actId, addDays(day, 4));
  return made;
}

/** What an order waits for besides consents: a supplement signed the same day, a programme for the head to approve. */
async function papers(
  db: Database,
  staff: DemoStaff,
  mentorship: Pick<DemoMentorship, 'id' | 'startedOn' | 'endedOn'>,
  day: Day,
  chance: Chance,
): Promise<DemoMentorship['items']> {
  const curator = await personOn(db, staff.curator, day);
  await makeSupplement(curator, mentorship.id, await personOn(db, staff.hrOfficer, day));
  return writeProgramme(curator, mentorship, chance);
}

async function approve(db: Database, staff: DemoStaff, actId: Id, day: Day): Promise<void> {
  const act = await db.selectFrom('localAct').select('documentHash').where('id', '=', actId).executeTakeFirstOrThrow();
  await approveAct(await personOn(db, staff.head, day), actId, { hash: act.documentHash, registeredOn: day });
}

async function close(db: Database, mentorship: DemoMentorship, day: Day, place: number): Promise<void> {
  const row = await db
    .selectFrom('mentorship')
    .select('version')
    .where('id', '=', mentorship.id)
    .executeTakeFirstOrThrow();
  const curator = await personOn(db, mentorship.staff.curator, day);
  await closeMentorship(curator, mentorship.id, { finishedOn: day, version: row.version });
  for (const side of ['mentor', 'mentee'] as const) {
    const words = mentoringWords.closing[side][place % 2];
    if (!words) continue;
    const member = await personOn(db, side === 'mentor' ? mentorship.mentorId : mentorship.menteeId, addDays(day, 1));
    await writeClosingWord(member, mentorship.id, { words, version: 0 });
  }
}

/** Leaves two mentorships somewhere on the way, so that every state is there to look at. */
async function leaveUnfinished(
  db: Database,
  staff: DemoStaff,
  proposals: readonly Proposal[],
  day: Day,
  chance: Chance,
): Promise<void> {
  const endings = ['proposed', 'half', 'consented', 'review', 'returned', 'declined', 'withdrawn'] as const;
  for (const { mentor, mentee } of proposals) {
    const ending = chance.of(endings);
    const endedOn = addDays(day, 190);
    const id = await propose(db, staff, { mentor, mentee }, day, endedOn, chance);
    if (ending === 'proposed') continue;
    if (ending === 'withdrawn') {
      const curator = await personOn(db, staff.curator, addDays(day, 1));
      await withdrawMentorship(curator, id, { version: 1 });
      continue;
    }
    await makeTerms(await personOn(db, staff.curator, day), id, { contractOn: addDays(day, -400) });
    await consent(db, id, mentor.id, addDays(day, 1), ending === 'declined' ? 'declined' : 'given');
    if (ending === 'half' || ending === 'declined') continue;
    await consent(db, id, mentee.id, addDays(day, 2));
    if (ending === 'consented') continue;
    await papers(db, staff, { id, startedOn: addDays(day, 5), endedOn }, addDays(day, 3), chance);
    const actId = await drawUp(db, staff, [id], addDays(day, 3));
    if (ending === 'returned') {
      await returnAct(await personOn(db, staff.head, addDays(day, 4)), actId, { reason: mentoringWords.returnReason });
    }
  }
}
