import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openBoard } from '#app/features/assignment/live.ts';
import { proveOptimal } from '#app/features/assignment/prove.ts';
import { solveAssignment } from '#app/features/assignment/solve.ts';
import { editTimes } from './assignment-edits.ts';
import { type PoolKind, poolOf } from './assignment-pools.ts';
import { problemOf } from './assignment-solve.ts';
import { type Figure, median } from './figure.ts';

const OUT = join(import.meta.dirname, '../.out/assignment');
const ROUNDS = 3;
const LARGE = 3000;

/**
 * The assignment solver beside scipy's `linear_sum_assignment` with mentors copied once a place, on the same data, each
 * in a process of its own, in turn. Sizes are mentors × mentees (capacities 1–3, 1 % more places than mentees). Time is
 * CPU time, the middle of three rounds (of fifteen solves each at the smaller sizes, so that compiling does not count); ours
 * includes the search for the line, the order among equals and the proof, which scipy does not do.
 */
export async function assignment(): Promise<Figure[]> {
  mkdirSync(OUT, { recursive: true });
  try {
    const python = pythonWithScipy();
    const figures: Figure[] = [];
    for (const kind of ['real', 'uniform'] as const) {
      for (const mentors of [50, 500, LARGE]) figures.push(...besideScipy(python, kind, mentors));
    }
    return [...figures, ...afterEdits(), ...coverage(python)];
  } finally {
    rmSync(OUT, { recursive: true, force: true });
  }
}

/** A Python that has scipy, Debian's first. Throws a sentence when there is none. */
function pythonWithScipy(): string {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      execFileSync(python, ['-c', 'import scipy.optimize'], { stdio: 'ignore' });
      return python;
    } catch {}
  }
  throw new Error('The figures of the assignment need scipy to be measured against: apt-get install python3-scipy');
}

const ours = z.object({
  seconds: z.array(z.number()),
  grownMb: z.number(),
  placed: z.number(),
  total: z.number(),
  farBelow: z.number(),
  line: z.number().nullable(),
  isProven: z.boolean(),
  plainTotal: z.number(),
});
const theirs = z.object({
  seconds: z.array(z.number()),
  grownMb: z.number(),
  total: z.number(),
  lineTotal: z.number().optional(),
  lineFarBelow: z.number().optional(),
});

function besideScipy(python: string, kind: PoolKind, mentors: number): Figure[] {
  const file = written(kind, mentors);
  const times = mentors < LARGE ? '15' : '1';
  const ourRuns: z.infer<typeof ours>[] = [];
  const theirRuns: z.infer<typeof theirs>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = ours.parse(
      run(process.execPath, ['--import', 'tsx', here('assignment-solve.ts'), file, `${mentors}`, times]),
    );
    const line = round === 0 && own.line !== null ? [`${own.line}`] : [];
    const other = theirs.parse(run(python, [here('assignment-scipy.py'), file, `${mentors}`, times, ...line]));
    if (!own.isProven) throw new Error(`${kind} ${mentors}: cost and bound differ`);
    if (other.lineTotal !== undefined && (other.lineTotal !== own.total || other.lineFarBelow !== own.farBelow)) {
      throw new Error(`${kind} ${mentors}: with the line scipy finds ${other.lineTotal}, we ${own.total}`);
    }
    ourRuns.push(own);
    theirRuns.push(other);
  }
  const name = `${mentors}x${2 * mentors} ${kind}`;
  const least = Math.min(...ourRuns.map(({ placed }) => placed));
  const short = Math.max(...ourRuns.map((own, at) => Math.abs((theirRuns[at]?.total ?? 0) - own.plainTotal)));
  const figures: Figure[] = [
    { name: `${name}: placeable, unplaced`, value: 2 * mentors - least, unit: 'people', limit: 0, bound: 'at-most' },
    { name: `${name}: total off scipy's`, value: short, unit: 'points', limit: 0, bound: 'at-most' },
  ];
  if (mentors === 50) return figures;
  const seconds = (runs: readonly { seconds: number[] }[]) => median(runs.flatMap((one) => one.seconds));
  const ratio = seconds(ourRuns) / seconds(theirRuns);
  figures.push({
    name: `${name}: CPU, of scipy's`,
    value: ratio,
    unit: 'x',
    limit: mentors === LARGE ? 0.5 : 1.2,
    bound: 'at-most',
  });
  if (mentors === LARGE) {
    const grown = median(ourRuns.map(({ grownMb }) => grownMb)) / median(theirRuns.map(({ grownMb }) => grownMb));
    figures.push({ name: `${name}: memory, of scipy's`, value: grown, unit: 'x', limit: 0.2, bound: 'at-most' });
  }
  return figures;
}

/** A thousand single edits of the large pool, every one proven optimal by a look at all pairs outside the timing. */
function afterEdits(): Figure[] {
  const problem = problemOf(written('real', LARGE), LARGE);
  const full = median(
    [0, 1, 2].map(() => {
      const began = performance.now();
      solveAssignment(problem);
      return performance.now() - began;
    }),
  );
  const board = openBoard(problem);
  const times = editTimes(board, 1000, () => proveOptimal(board.tableau));
  return [
    {
      name: '3000x6000 real: one edit, of a full solve',
      value: median(times) / full,
      unit: 'x',
      limit: 0.02,
      bound: 'at-most',
    },
  ];
}

/** M-08: 2,000 mentees, 1,000 mentors, not everybody placeable: as many placed as a maximum matching finds. */
function coverage(python: string): Figure[] {
  const file = written('scarce', 1000);
  const { most } = z.object({ most: z.number() }).parse(run(python, [here('assignment-scipy.py'), file, '1000', '1']));
  const began = performance.now();
  const { pairs } = solveAssignment(problemOf(file, 1000));
  const seconds = (performance.now() - began) / 1000;
  const name = '1000x2000 scarce';
  return [
    { name: `${name}: time`, value: seconds, unit: 's', limit: 20, bound: 'at-most' },
    { name: `${name}: short of the flow`, value: most - pairs.length, unit: 'people', limit: 0, bound: 'at-most' },
  ];
}

function written(kind: PoolKind, mentors: number): string {
  const file = join(OUT, `${kind}-${mentors}`);
  const { scores, capacity } = poolOf(kind, mentors);
  writeFileSync(`${file}.scores`, scores);
  writeFileSync(`${file}.places`, new Uint8Array(capacity.buffer));
  return file;
}

function here(name: string): string {
  return join(import.meta.dirname, name);
}

function run(program: string, args: string[]): unknown {
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}
