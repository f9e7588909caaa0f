import { type AssignmentProblem, FORBIDDEN, type Pair } from '#app/features/assignment/assignment.ts';
import { scoreOf } from '#app/features/assignment/faults.ts';

/** Numbers below a bound, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % below) | 0;
  };
}

/** The seed of a run: SEED from the environment, or a new one; put it into the name of the test. */
export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** A small problem with everything that is awkward: ties, tight places, forbidden pairs, pins, bans, both shapes. */
export function smallProblem(random: (below: number) => number, most = 8): AssignmentProblem {
  const mentees = Array.from({ length: random(most) + 1 }, (_, at) => `e${(at * 7) % 10}${at}`);
  const mentors = Array.from({ length: random(most) + 1 }, (_, at) => ({
    key: `m${(at * 3) % 10}${at}`,
    capacity: random(4),
  }));
  const ties = [1, 2, 5, 30, 101][random(5)] ?? 101;
  const gaps = [0, 1, 4, 8][random(4)] ?? 0;
  const scores = mentees.map(() =>
    mentors.map(() => (random(10) < gaps ? FORBIDDEN : Math.round((random(ties) * 100) / Math.max(1, ties - 1)))),
  );
  const score = (mentee: number, mentor: number) => scores[mentee]?.[mentor] ?? FORBIDDEN;
  const pairs = mentees.flatMap((mentee, row) =>
    mentors.map(({ key }, column) => ({ row, column, mentee, mentor: key })),
  );
  const bans = pairs.filter(() => random(12) === 0);
  const left = mentors.map(({ capacity }) => capacity);
  const pins: Pair[] = [];
  for (const pair of pairs) {
    const { row, column, mentee, mentor } = pair;
    if (random(15) > 0 || bans.includes(pair) || score(row, column) === FORBIDDEN) continue;
    if ((left[column] ?? 0) === 0 || pins.some((pin) => pin.mentee === mentee)) continue;
    left[column] = (left[column] ?? 0) - 1;
    pins.push({ mentee, mentor });
  }
  const aim = random(2) === 0 ? ({ kind: 'coverage' } as const) : ({ kind: 'quality', threshold: random(80) } as const);
  return {
    mentees,
    mentors,
    scores: random(2) === 0 ? score : Uint8Array.from(scores.flat()),
    aim,
    pins,
    bans: bans.map(({ mentee, mentor }) => ({ mentee, mentor })),
  };
}

/** The same problem with its people in another order. */
export function shuffled(problem: AssignmentProblem, random: (below: number) => number): AssignmentProblem {
  const rows = mixed(problem.mentees.length, random);
  const columns = mixed(problem.mentors.length, random);
  return {
    ...problem,
    mentees: rows.map((row) => problem.mentees[row] ?? ''),
    mentors: columns.map((column) => problem.mentors[column] ?? { key: '', capacity: 0 }),
    scores: (mentee, mentor) => scoreOf(problem, rows[mentee] ?? 0, columns[mentor] ?? 0),
    pins: mixed(problem.pins?.length ?? 0, random).flatMap((at) => problem.pins?.[at] ?? []),
    bans: mixed(problem.bans?.length ?? 0, random).flatMap((at) => problem.bans?.[at] ?? []),
  };
}

function mixed(count: number, random: (below: number) => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Milliseconds a test of very many cases may take on a machine others use too. */
export const PATIENCE = 60_000;
