import type { ScoreFacts } from '#app/features/matching/score.ts';
import { USUAL_WEIGHTS } from '#app/features/matching/weights.ts';
import { usualAllowance } from '#app/features/mentor-profiles/workload.ts';
import type { ScenarioQuestion } from '#app/features/scenarios/scenario.ts';
import type { PoolMentee, PoolMentor, ScenarioTask } from '#app/features/scenarios/scenario-problem.ts';

/** The day pools live on. */
export const TODAY = '2026-11-22';

const SUBJECTS = ['математика', 'физика', 'химия', 'история', 'русский язык', 'биология', 'география', 'информатика'];
const AREAS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** Somebody of a pool, a teacher of mathematics since 2010 unless said otherwise. */
export function somebody(personId: string, overrides: Partial<ScoreFacts> = {}): ScoreFacts {
  return {
    personId,
    unitId: 'school',
    unitKind: 'school',
    municipalityId: 'municipality',
    regionId: 'region',
    work: [{ postCode: 'teacher', isTeaching: true, subject: 'математика', startedOn: '2010-09-01', endedOn: null }],
    teachingSince: '2005-09-01',
    category: 'highest',
    subjects: [],
    strengths: [],
    difficulties: [],
    formats: [],
    slots: [],
    prefers: [],
    avoids: [],
    ...overrides,
  };
}

/** Somebody as mentee. */
export function menteeOf(personId: string, overrides: Partial<ScoreFacts> = {}): PoolMentee {
  return { facts: somebody(personId, { teachingSince: '2026-09-01', category: 'none', ...overrides }), factsHash: '' };
}

/** Somebody as mentor with so many places. */
export function mentorOf(personId: string, capacity: number, overrides: Partial<ScoreFacts> = {}): PoolMentor {
  const facts = somebody(personId, overrides);
  const mentor = {
    personId,
    unitId: facts.unitId,
    work: facts.work,
    teachingSince: facts.teachingSince,
    allowance: usualAllowance(capacity),
    hasResults: true,
    isTaking: true,
    isReadyRemote: true,
    taken: [],
    hoursTaken: [],
  };
  return { facts, factsHash: '', mentor, capacity, load: { taken: 0, limit: capacity } };
}

/** A task over the two sides. */
export function taskOf(
  sides: { mentees: PoolMentee[]; mentors: PoolMentor[] },
  overrides: Partial<ScenarioQuestion> & Partial<Pick<ScenarioTask, 'pins' | 'shared'>> = {},
): ScenarioTask {
  const { pins = [], shared = [], ...question } = overrides;
  return {
    question: {
      name: 'Осень',
      pool: 'young',
      aim: 'coverage',
      threshold: 0,
      isRemoteAllowed: false,
      formCode: 'teacher_teacher',
      kindCode: 'one_to_one',
      hoursPerWeek: 1,
      startedOn: TODAY,
      endedOn: '2027-05-31',
      unitId: 'school',
      weights: { number: 0, weights: USUAL_WEIGHTS },
      ...question,
    },
    today: TODAY,
    ...sides,
    shared,
    pins,
    form: {
      directory: 'form',
      code: 'teacher_teacher',
      name: '',
      meaning: '',
      source: '',
      lists: ['teacher'],
      mentorSides: ['employee'],
      menteeSides: ['employee'],
      isRegional: false,
      startedOn: '2020-01-01',
      endedOn: null,
      isOff: false,
      ...{ underLabourLaw: true, needsOrder: true, hasRolesPerTopic: false, isEvent: false, isGroup: false },
    },
  };
}

/** A large pool, the same for the same sizes: subjects, strengths, free time and places vary. */
export function largeTask({ mentees, mentors }: { mentees: number; mentors: number }): ScenarioTask {
  let seed = 7;
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  const person = (isMentor: boolean): Partial<ScoreFacts> => ({
    work: [
      {
        postCode: 'teacher',
        isTeaching: true,
        subject: SUBJECTS[below(SUBJECTS.length)] ?? '',
        startedOn: '2010-09-01',
        endedOn: null,
      },
    ],
    ...(isMentor ? { teachingSince: `${1990 + below(30)}-09-01` } : {}),
    strengths: isMentor
      ? AREAS.filter(() => below(3) === 0).map((areaCode) => ({ areaCode, level: 1 + below(3) }))
      : [],
    difficulties: isMentor ? [] : AREAS.filter(() => below(3) === 0),
    slots: Array.from({ length: below(3) }, () => {
      const fromMinute = 480 + below(8) * 60;
      return { weekday: 1 + below(5), fromMinute, toMinute: fromMinute + 90 };
    }),
  });
  const key = (letter: string, index: number) => `${letter}${String(index).padStart(5, '0')}`;
  return taskOf({
    mentees: Array.from({ length: mentees }, (_, index) => menteeOf(key('mentee-', index), person(false))),
    mentors: Array.from({ length: mentors }, (_, index) => mentorOf(key('mentor-', index), 1 + below(3), person(true))),
  });
}
