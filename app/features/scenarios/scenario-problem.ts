import type { Id } from '#db/schema.ts';
import { FORBIDDEN } from '../assignment/assignment.ts';
import { type Entry, fitsSides } from '../directories/directory.ts';
import type { EngineQuestion } from '../matching/pool-rules.ts';
import { engineRulesAgainst } from '../matching/pool-rules.ts';
import {
  type Load,
  partsOf,
  readyToScore,
  type Scored,
  type ScoreFacts,
  type ScorePart,
  type ScoreQuestion,
  totalOf,
} from '../matching/score.ts';
import { type Mentor, type PairRule, type Participant, rulesAgainstPair } from '../mentorships/mentorship-rules.ts';
import type { CandidateRule, Pin, ScenarioQuestion } from './scenario.ts';

/** What stands between one mentee and one mentor already. */
export type Shared = Mentor['withMentee'];

/** A mentee of the pool. */
export interface PoolMentee {
  facts: ScoreFacts;
  factsHash: string;
}

/** A mentor of the pool, with all the rules need but what stands between the two. */
export interface PoolMentor {
  facts: ScoreFacts;
  factsHash: string;
  mentor: Omit<Mentor, 'withMentee'>;
  /** Places free over the whole period, by people and by hours. */
  capacity: number;
  load: Load;
}

/** Everything an answer is computed from; people stand in the order of their names and ids. */
export interface ScenarioTask {
  question: ScenarioQuestion;
  today: string;
  mentees: readonly PoolMentee[];
  mentors: readonly PoolMentor[];
  /** Live mentorships between the two sides. */
  shared: readonly (readonly [menteeId: Id, mentorId: Id, periods: Shared])[];
  pins: readonly Pin[];
  /** Who may stand on the sides of the form; null when the form is not in force. */
  form: Entry | null;
}

/** The pairs of a pool: the rule that refuses each, or its score. */
export interface ScenarioProblem {
  mentees: Id[];
  mentors: Id[];
  /** By mentee, then mentor: a score 0 to 100, or FORBIDDEN. */
  scores: Uint8Array;
  /** By mentee, then mentor: position in `rules` plus one; 0 = no rule. */
  refusals: Uint8Array;
  rules: CandidateRule[];
  /** The parts of a pair again, for its explanation. */
  partsAt: (mentee: number, mentor: number) => ScorePart[];
  subjectsAt: (side: 'mentee' | 'mentor', position: number) => readonly string[];
}

/** Judges and scores every pair. `onProgress` hears the share done. */
export function makeProblem(
  task: ScenarioTask,
  onProgress: (share: number) => void = () => undefined,
): ScenarioProblem {
  const { question, mentees, mentors, today } = task;
  const period = { startedOn: question.startedOn, endedOn: question.endedOn };
  const { isRemoteAllowed, kindCode, formCode, hoursPerWeek } = question;
  const scoreQuestion: ScoreQuestion = { weights: question.weights.weights, period, today, isRemoteAllowed };
  const engineQuestion: EngineQuestion = { period, kindCode, formCode, isRemoteAllowed };
  const terms = { period, kindCode, hoursPerWeek };
  const scored = (facts: ScoreFacts): Scored => readyToScore(facts, scoreQuestion);
  const readyMentees = mentees.map(({ facts }) => scored(facts));
  const readyMentors = mentors.map(({ facts }) => scored(facts));
  const shared = sharedByMentee(task);
  const refusedMentors = mentors.map((one) => ownRule({ ...one.mentor, withMentee: [] }, terms, today));
  const isMentor = mentors.map(({ facts }) => fitsForm(task, facts, 'menteeSides'));
  const isMentee = mentees.map(({ facts }) => fitsForm(task, facts, 'mentorSides'));
  const refusedMentees = mentees.map(({ facts }) => rulesOfMentee(facts, terms));
  const problem: ScenarioProblem = {
    mentees: mentees.map(({ facts }) => facts.personId),
    mentors: mentors.map(({ facts }) => facts.personId),
    scores: new Uint8Array(mentees.length * mentors.length).fill(FORBIDDEN),
    refusals: new Uint8Array(mentees.length * mentors.length),
    rules: [],
    partsAt: (row, column) => {
      const [mentee, mentor, one] = [readyMentees[row], readyMentors[column], mentors[column]];
      return mentee && mentor && one ? partsOf(mentee, mentor, one.load, scoreQuestion) : [];
    },
    subjectsAt: (side, position) => (side === 'mentee' ? readyMentees : readyMentors)[position]?.subjects ?? [],
  };
  const numberOf = new Map<CandidateRule, number>();
  const numbered = (rule: CandidateRule): number => {
    const known = numberOf.get(rule);
    if (known !== undefined) return known;
    problem.rules.push(rule);
    numberOf.set(rule, problem.rules.length);
    return problem.rules.length;
  };
  for (const [row, mentee] of readyMentees.entries()) {
    const own = shared.get(mentee.facts.personId);
    for (const [column, mentor] of readyMentors.entries()) {
      const one = mentors[column];
      if (!one) continue;
      const at = row * mentors.length + column;
      const between = own?.get(mentor.facts.personId);
      const isSelf = mentor.facts.personId === mentee.facts.personId;
      // What depends on both is rare; what depends on one of the two was asked once.
      const rule: CandidateRule | null =
        isSelf || between
          ? (rulesAgainstPair(
              { mentor: { ...one.mentor, withMentee: between ?? [] }, mentee: mentee.facts, ...terms },
              today,
            )[0] ?? null)
          : (refusedMentees[row] ?? refusedMentors[column] ?? null);
      const side = isMentee[row] && isMentor[column] ? null : 'side-not-for-form';
      const refused = rule ?? side ?? engineRulesAgainst(mentee.facts, mentor.facts, engineQuestion)[0] ?? null;
      if (refused) problem.refusals[at] = numbered(refused);
      else problem.scores[at] = totalOf(partsOf(mentee, mentor, one.load, scoreQuestion));
    }
    if (row % 50 === 49) onProgress((row + 1) / mentees.length);
  }
  banAll(problem, task.pins, numbered);
  return problem;
}

function banAll(problem: ScenarioProblem, pins: readonly Pin[], numbered: (rule: CandidateRule) => number): void {
  for (const { menteeId, mentorId, kind } of pins) {
    const at = positionOf(problem, menteeId, mentorId);
    if (kind !== 'ban' || at === null) continue;
    // A ban is shown as one even where a secret wish stands against the pair anyway.
    const known = ruleAt(problem, at);
    if (known !== null && known !== 'avoided') continue;
    problem.refusals[at] = numbered('banned');
    problem.scores[at] = FORBIDDEN;
  }
}

/** Where a pair stands, or null when one of the two is not in the pool. */
export function positionOf({ mentees, mentors }: ScenarioProblem, menteeId: Id, mentorId: Id): number | null {
  const row = mentees.indexOf(menteeId);
  const column = mentors.indexOf(mentorId);
  return row < 0 || column < 0 ? null : row * mentors.length + column;
}

/** The rule that refuses a pair, or null. */
export function ruleAt({ refusals, rules }: ScenarioProblem, at: number): CandidateRule | null {
  const number = refusals[at] ?? 0;
  return number === 0 ? null : (rules[number - 1] ?? null);
}

function sharedByMentee({ shared }: ScenarioTask): Map<Id, Map<Id, Shared>> {
  const found = new Map<Id, Map<Id, Shared>>();
  for (const [menteeId, mentorId, periods] of shared) {
    const own = found.get(menteeId) ?? new Map<Id, Shared>();
    own.set(mentorId, periods);
    found.set(menteeId, own);
  }
  return found;
}

/** Whether a person may stand on the one side of the form, whoever is on the other: `free` is the side not asked about. */
function fitsForm({ form, question }: ScenarioTask, facts: ScoreFacts, free: 'mentorSides' | 'menteeSides'): boolean {
  if (form === null) return false;
  const day = question.startedOn;
  const held = facts.work.filter(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day));
  const standing = { unitKind: facts.unitKind, postCodes: held.map(({ postCode }) => postCode) };
  return fitsSides({ ...form, [free]: [] }, standing, standing);
}

type Terms = Omit<Parameters<typeof rulesAgainstPair>[0], 'mentor' | 'mentee'>;

const ANYBODY = 'anybody';

/** The first rule that refuses the mentor whoever the mentee is. */
function ownRule(mentor: Mentor, terms: Terms, today: string): PairRule | null {
  const mentee = { personId: ANYBODY, unitId: mentor.unitId, work: always(terms) };
  return rulesAgainstPair({ mentor, mentee, ...terms }, today)[0] ?? null;
}

/** The first rule that refuses the mentee whoever the mentor is: the period is outside the work. */
function rulesOfMentee(mentee: Participant, { period }: Terms): PairRule | null {
  const covers = mentee.work.some(
    ({ startedOn, endedOn }) => startedOn <= period.startedOn && (endedOn === null || endedOn >= period.endedOn),
  );
  return covers ? null : 'outside-employment';
}

function always({ period }: Terms): Participant['work'] {
  const { startedOn, endedOn } = period;
  return [{ postCode: ANYBODY, isTeaching: true, subject: null, startedOn, endedOn }];
}
