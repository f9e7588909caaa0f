import type { Id } from '#db/schema.ts';
import { type AssignedPair, FORBIDDEN, type Pair } from '../assignment/assignment.ts';
import { solveAssignment } from '../assignment/solve.ts';
import type {
  Alternative,
  BrokenPin,
  CandidateRule,
  MenteeOutcome,
  ScenarioAnswer,
  ScenarioFigures,
} from './scenario.ts';
import { explainUnplaced, reasonsOf } from './scenario-explain.ts';
import { makeProblem, positionOf, ruleAt, type ScenarioProblem, type ScenarioTask } from './scenario-problem.ts';

/** Candidates kept best first for each mentee; the page says how many there are. */
const MOST_RANKED = 50;

/** What stands at the end of a solution. */
interface Placing {
  pairs: Map<Id, AssignedPair>;
  total: number;
  farBelow: number;
  line: number | null;
  brokenPins: BrokenPin[];
}

/** Places everybody who can be, to the proven optimum, and explains it. The same task gives the same bytes. */
export function solveScenario(
  task: ScenarioTask,
  onProgress: (share: number) => void = () => undefined,
): ScenarioAnswer {
  const problem = makeProblem(task, (share) => onProgress(0.05 + 0.4 * share));
  const placing = place(task, problem);
  onProgress(0.7);
  const remotely = placeRemotely(task, placing);
  onProgress(0.9);
  const used = new Map<Id, number>();
  for (const { mentor } of placing.pairs.values()) used.set(mentor, (used.get(mentor) ?? 0) + 1);
  const full = task.mentors.map(({ facts, capacity }) => (used.get(facts.personId) ?? 0) >= capacity);
  return {
    mentees: task.mentees.map((_, row) => outcomeOf({ task, problem, placing, remotely, full }, row)),
    mentors: task.mentors.map(({ facts, factsHash, capacity, load }) => ({
      personId: facts.personId,
      factsHash,
      capacity,
      used: used.get(facts.personId) ?? 0,
      taken: load.taken,
      limit: load.limit,
    })),
    figures: figuresOf(task, placing, remotely),
  };
}

/** Solves, and solves again without the worse half of any two people who would mentor each other (BR-08). */
function place(task: ScenarioTask, problem: ScenarioProblem): Placing {
  const { pins, brokenPins } = pinsOf(task, problem);
  const { aim, threshold } = task.question;
  if (aim === 'quality') refuseUnder(problem, threshold, pins);
  for (;;) {
    const { scores } = problem;
    const found = solveAssignment({
      mentees: problem.mentees,
      mentors: task.mentors.map(({ facts, capacity }) => ({ key: facts.personId, capacity })),
      scores,
      aim: aim === 'quality' ? { kind: 'quality', threshold } : { kind: 'coverage' },
      pins,
    });
    const pairs = new Map(found.pairs.map((pair) => [pair.mentee, pair]));
    const mirrored = mirroredOf(pairs);
    if (mirrored.length === 0) {
      return { pairs, total: found.total, farBelow: found.farBelow, line: found.line, brokenPins };
    }
    for (const pair of mirrored) refuse(problem, pair, 'mirrored');
  }
}

/** Pins that may stand, in the order of mentees; the others with the reason. */
function pinsOf(task: ScenarioTask, problem: ScenarioProblem): { pins: Pair[]; brokenPins: BrokenPin[] } {
  const left = new Map(task.mentors.map(({ facts, capacity }) => [facts.personId, capacity]));
  const pins: Pair[] = [];
  const brokenPins: BrokenPin[] = [];
  for (const { menteeId, mentorId, kind } of task.pins) {
    if (kind !== 'pin') continue;
    const at = positionOf(problem, menteeId, mentorId);
    const rule = at === null ? 'not-in-pool' : ruleAt(problem, at);
    const places = left.get(mentorId) ?? 0;
    if (rule !== null || places === 0) {
      // A secret wish looks like a place taken, in what is stored too.
      brokenPins.push({ menteeId, mentorId, code: rule === null || rule === 'avoided' ? 'no-place-left' : rule });
      continue;
    }
    left.set(mentorId, places - 1);
    pins.push({ mentee: menteeId, mentor: mentorId });
  }
  return { pins, brokenPins };
}

function refuseUnder(problem: ScenarioProblem, threshold: number, pins: readonly Pair[]): void {
  const pinned = new Set(pins.map(({ mentee, mentor }) => positionOf(problem, mentee, mentor)));
  const number = problem.rules.push('under-threshold');
  for (const [at, score] of problem.scores.entries()) {
    if (score !== FORBIDDEN && score < threshold && !pinned.has(at)) problem.refusals[at] = number;
  }
}

function refuse(problem: ScenarioProblem, { mentee, mentor }: Pair, rule: 'mirrored'): void {
  const at = positionOf(problem, mentee, mentor);
  if (at === null) return;
  const known = problem.rules.indexOf(rule);
  problem.refusals[at] = known < 0 ? problem.rules.push(rule) : known + 1;
  problem.scores[at] = FORBIDDEN;
}

/** Of every two people placed with each other both ways, the pair that is worth less and is not pinned. */
function mirroredOf(pairs: ReadonlyMap<Id, AssignedPair>): AssignedPair[] {
  return [...pairs.values()].filter((pair) => {
    const other = pairs.get(pair.mentor);
    if (other?.mentor !== pair.mentee || pair.isPinned) return false;
    if (other.isPinned || pair.score !== other.score) return other.isPinned || pair.score < other.score;
    return pair.mentee > other.mentee;
  });
}

/** Mentees placed if pairs might also work at a distance; null where they may. */
function placeRemotely(task: ScenarioTask, { pairs }: Placing): ReadonlySet<Id> | null {
  if (task.question.isRemoteAllowed) return null;
  if (pairs.size === task.mentees.length) return new Set(pairs.keys());
  const remote = { ...task, question: { ...task.question, isRemoteAllowed: true } };
  return new Set(place(remote, makeProblem(remote)).pairs.keys());
}

interface Solution {
  task: ScenarioTask;
  problem: ScenarioProblem;
  placing: Placing;
  remotely: ReadonlySet<Id> | null;
  full: readonly boolean[];
}

function outcomeOf({ task, problem, placing, remotely, full }: Solution, row: number): MenteeOutcome {
  const personId = problem.mentees[row] ?? '';
  const pair = placing.pairs.get(personId);
  const mentorId = pair?.mentor ?? null;
  const column = mentorId === null ? -1 : problem.mentors.indexOf(mentorId);
  const parts = column < 0 ? [] : problem.partsAt(row, column);
  const { ranked, refused } = candidatesOf(problem, row);
  const isPlacedRemotely = remotely?.has(personId) ?? false;
  return {
    personId,
    factsHash: task.mentees[row]?.factsHash ?? '',
    mentorId,
    total: pair?.score ?? null,
    isPinned: pair?.isPinned ?? false,
    parts,
    reasons: reasonsOf(parts),
    alternative: mentorId === null ? null : alternativeOf(problem, ranked, column, full),
    ranked: ranked.slice(0, MOST_RANKED),
    refused,
    unplaced: mentorId === null ? explainUnplaced(task, problem, row, { ranked, refused, isPlacedRemotely }) : null,
  };
}

/** Candidates of a row: the allowed by score, then by place in the order of names; the refused by rule. */
function candidatesOf(problem: ScenarioProblem, row: number): Pick<MenteeOutcome, 'ranked' | 'refused'> {
  const start = row * problem.mentors.length;
  const ranked: [number, number][] = [];
  const byRule = new Map<CandidateRule, number[]>();
  for (let column = 0; column < problem.mentors.length; column += 1) {
    const rule = ruleAt(problem, start + column);
    if (rule === null) {
      ranked.push([column, problem.scores[start + column] ?? 0]);
      continue;
    }
    const known = byRule.get(rule);
    if (known) known.push(column);
    else byRule.set(rule, [column]);
  }
  ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const refused = [...byRule].sort((one, other) => other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1));
  return { ranked, refused };
}

function alternativeOf(
  problem: ScenarioProblem,
  ranked: readonly [number, number][],
  own: number,
  full: readonly boolean[],
): Alternative | null {
  const next = ranked.find(([column]) => column !== own);
  if (!next) return null;
  const [column, total] = next;
  return { mentorId: problem.mentors[column] ?? '', total, isFull: full[column] ?? false };
}

function figuresOf(task: ScenarioTask, placing: Placing, remotely: ReadonlySet<Id> | null): ScenarioFigures {
  const scores = [...placing.pairs.values()].map(({ score }) => score).sort((one, other) => one - other);
  return {
    mentees: task.mentees.length,
    mentors: task.mentors.length,
    places: task.mentors.reduce((sum, { capacity }) => sum + capacity, 0),
    placed: placing.pairs.size,
    total: placing.total,
    median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
    farBelow: placing.farBelow,
    line: placing.line,
    remoteGain: remotely === null ? null : remotely.size - placing.pairs.size,
    brokenPins: placing.brokenPins,
  };
}
