import type { ScorePart } from '../matching/score.ts';
import type { PartCode } from '../matching/weights.ts';
import type { MenteeOutcome, Unplaced } from './scenario.ts';
import type { ScenarioProblem, ScenarioTask } from './scenario-problem.ts';

const MOST_REASONS = 3;

/** The parts that give most of their ceiling, then most points; those that give nothing are no reasons. */
export function reasonsOf(parts: readonly ScorePart[]): PartCode[] {
  return parts
    .filter(({ points }) => points > 0)
    .map((part, position) => ({ ...part, position }))
    .sort((one, other) => other.points - one.points || one.position - other.position)
    .slice(0, MOST_REASONS)
    .map(({ code }) => code);
}

/** Why a mentee is left without a mentor, in numbers. */
export function explainUnplaced(
  task: ScenarioTask,
  problem: ScenarioProblem,
  row: number,
  found: Pick<MenteeOutcome, 'ranked' | 'refused'> & { isPlacedRemotely: boolean },
): Unplaced {
  const { ranked, refused, isPlacedRemotely } = found;
  return {
    code: ranked.length === 0 ? 'nobody-may' : 'places-taken',
    counts: refused.map(([rule, mentors]) => [rule, mentors.length]),
    allowed: ranked.length,
    subject: subjectOf(task, problem, row),
    isPlacedRemotely,
  };
}

/** Mentors of the mentee's first subject and how many of them had places to give. */
function subjectOf(task: ScenarioTask, problem: ScenarioProblem, row: number): Unplaced['subject'] {
  const [name] = problem.subjectsAt('mentee', row);
  if (name === undefined) return null;
  let mentors = 0;
  let free = 0;
  for (const [column, { capacity, facts }] of task.mentors.entries()) {
    const isSelf = facts.personId === problem.mentees[row];
    if (isSelf || !problem.subjectsAt('mentor', column).includes(name)) continue;
    mentors += 1;
    if (capacity > 0) free += 1;
  }
  return { name, mentors, free };
}
