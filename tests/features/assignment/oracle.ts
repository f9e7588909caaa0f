import { type Aim, type AssignmentProblem, FORBIDDEN } from '#app/features/assignment/assignment.ts';
import { scoreOf } from '#app/features/assignment/faults.ts';

/** What an optimal answer is worth, level by level. */
export interface Worth {
  placed: number;
  farBelow: number;
  total: number;
}

interface Edge {
  to: number;
  left: number;
  cost: readonly number[];
  back: number;
}

/**
 * An independent solver: minimum-cost flow by Bellman–Ford, one copied place a unit of capacity, costs compared as
 * tuples and never folded into one number. Knows nothing of potentials, candidate lists or scales. `placed` is -1 when
 * the pins cannot all be kept.
 */
export function bestWorth(problem: AssignmentProblem, line: number | null): Worth {
  const { mentees, mentors, pins = [] } = problem;
  const places = mentors.flatMap((mentor, position) => Array.from({ length: mentor.capacity }, () => position));
  const source = 0;
  const sink = 1 + mentees.length + places.length;
  const edges: Edge[][] = Array.from({ length: sink + 1 }, () => []);
  const join = (from: number, to: number, cost: readonly number[]) => {
    edges[from]?.push({ to, left: 1, cost, back: edges[to]?.length ?? 0 });
    edges[to]?.push({ to: from, left: 0, cost: cost.map((part) => -part), back: (edges[from]?.length ?? 0) - 1 });
  };
  for (const [mentee, key] of mentees.entries()) {
    const pin = pins.find((one) => one.mentee === key);
    join(source, 1 + mentee, [pin ? -1 : 0, 0, 0]);
    for (const [place, mentor] of places.entries()) {
      const score = allowedScore(problem, mentee, mentor);
      if (score === null) continue;
      join(1 + mentee, 1 + mentees.length + place, [0, line !== null && score < line ? 1 : 0, -score]);
    }
  }
  for (const place of places.keys()) join(1 + mentees.length + place, sink, [0, 0, 0]);
  let pinned = 0;
  const worth: Worth = { placed: 0, farBelow: 0, total: 0 };
  for (;;) {
    const cost = augmentOnce(edges, source, sink);
    if (!cost) return pinned === pins.length ? worth : { placed: -1, farBelow: 0, total: 0 };
    pinned -= cost[0] ?? 0;
    worth.placed += 1;
    worth.farBelow += cost[1] ?? 0;
    worth.total -= cost[2] ?? 0;
  }
}

/** The score of a pair that may be, pins and bans and the threshold considered; null when it may not. */
export function allowedScore(problem: AssignmentProblem, mentee: number, mentor: number): number | null {
  const { mentees, mentors, pins = [], bans = [], aim } = problem;
  const pair = { mentee: mentees[mentee], mentor: mentors[mentor]?.key };
  const pin = pins.find((one) => one.mentee === pair.mentee);
  const score = scoreOf(problem, mentee, mentor);
  if (pin) return pin.mentor === pair.mentor ? score : null;
  const isBanned = bans.some((ban) => ban.mentee === pair.mentee && ban.mentor === pair.mentor);
  return isBanned || score === FORBIDDEN || isUnder(aim, score) ? null : score;
}

function isUnder(aim: Aim, score: number): boolean {
  return aim.kind === 'quality' && score < aim.threshold;
}

function augmentOnce(edges: Edge[][], source: number, sink: number): readonly number[] | null {
  const distance: (readonly number[] | null)[] = edges.map(() => null);
  const via: (Edge | null)[] = edges.map(() => null);
  distance[source] = [0, 0, 0];
  for (let changed = true; changed; ) {
    changed = false;
    for (const [node, out] of edges.entries()) {
      const here = distance[node];
      if (!here) continue;
      for (const edge of out) {
        if (edge.left === 0) continue;
        const reach = here.map((part, level) => part + (edge.cost[level] ?? 0));
        if (!isLess(reach, distance[edge.to] ?? null)) continue;
        distance[edge.to] = reach;
        via[edge.to] = edge;
        changed = true;
      }
    }
  }
  for (let node = sink; node !== source; ) {
    const edge = via[node];
    if (!edge) return null;
    const back = edges[node]?.[edge.back];
    if (!back) throw new Error('an edge has no way back');
    edge.left -= 1;
    back.left += 1;
    node = back.to;
  }
  return distance[sink] ?? null;
}

function isLess(one: readonly number[], other: readonly number[] | null): boolean {
  if (!other) return true;
  for (const [level, part] of one.entries()) if (part !== other[level]) return part < (other[level] ?? 0);
  return false;
}
