import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Weights } from '../matching/weights.ts';
import { usualEnd } from '../mentorships/mentorship.ts';
import { fullName } from '../people/person-name.ts';
import { findScenarioTask } from './pool.queries.server.ts';
import type { ScenarioQuestion } from './scenario.ts';
import { makeProblem, ruleAt, type ScenarioTask } from './scenario-problem.ts';

/** Nobody is compared beyond so many: the page is an example, not a run. */
const MOST_COMPARED = 50;

/** Who would stand first for one who waits, before and after. */
export interface FirstChoice {
  id: Id;
  name: string;
  before: { name: string; total: number } | null;
  after: { name: string; total: number } | null;
}

/** What other weights would change for those who wait now. The organisation is asked about by the caller. */
export async function findEffect(ctx: Context, unitId: Id, [now, next]: [Weights, Weights]): Promise<FirstChoice[]> {
  const task = await findScenarioTask(ctx, usualQuestion(ctx, unitId, now), []);
  const sample = { ...task, mentees: task.mentees.slice(0, MOST_COMPARED) };
  const weighed = (weights: Weights) => ({ ...sample, question: usualQuestion(ctx, unitId, weights) });
  const before = firstOf(weighed(now));
  const after = firstOf(weighed(next));
  const names = await namesOf(ctx, sample);
  const named = (first: First | undefined) => (first ? { name: names.get(first.id) ?? '', total: first.total } : null);
  return sample.mentees.map(({ facts: { personId } }) => ({
    id: personId,
    name: names.get(personId) ?? '',
    before: named(before.get(personId)),
    after: named(after.get(personId)),
  }));
}

interface First {
  id: Id;
  total: number;
}

function firstOf(task: ScenarioTask): Map<Id, First> {
  const problem = makeProblem(task);
  const { mentors, scores } = problem;
  const firsts = new Map<Id, First>();
  for (const [row, personId] of problem.mentees.entries()) {
    for (const [column, id] of mentors.entries()) {
      const at = row * mentors.length + column;
      const total = scores[at] ?? 0;
      if (ruleAt(problem, at) === null && total > (firsts.get(personId)?.total ?? -1))
        firsts.set(personId, { id, total });
    }
  }
  return firsts;
}

function usualQuestion(ctx: Context, unitId: Id, weights: Weights): ScenarioQuestion {
  return {
    name: '',
    pool: 'young',
    aim: 'coverage',
    threshold: 0,
    isRemoteAllowed: true,
    formCode: 'teacher_teacher',
    kindCode: 'one_to_one',
    hoursPerWeek: 1,
    startedOn: ctx.today,
    endedOn: usualEnd(ctx.today),
    unitId,
    weights: { number: 0, weights },
  };
}

async function namesOf(ctx: Context, { mentees, mentors }: ScenarioTask): Promise<Map<Id, string>> {
  const ids = [...mentees, ...mentors].map(({ facts }) => facts.personId);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'lastName', 'firstName', 'middleName'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, ...name }) => [id, fullName(name)]));
}
