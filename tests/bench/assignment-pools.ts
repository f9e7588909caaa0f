import { FORBIDDEN } from '#app/features/assignment/assignment.ts';

/** A pool for the bench: scores mentee by mentee, places by mentor. */
export interface Pool {
  mentees: number;
  mentors: number;
  scores: Uint8Array;
  capacity: Int32Array;
}

/** How scores come about: like the product's (parts with ceilings, correlated by subject and place), or by chance. */
export type PoolKind = 'real' | 'uniform' | 'scarce';

/**
 * A dense pool with twice as many mentees as mentors, capacities 1–3 and 1 % more places than mentees. `scarce` is for
 * coverage: three pairs in a hundred allowed, one mentor in two with one place, so that not everybody can be placed.
 */
export function poolOf(kind: PoolKind, mentors: number): Pool {
  const random = randomFrom(mentors);
  const mentees = 2 * mentors;
  const pool = { mentees, mentors, scores: new Uint8Array(mentees * mentors), capacity: new Int32Array(mentors) };
  if (kind === 'scarce')
    pool.capacity
      .fill(2)
      .subarray(0, mentors / 2)
      .fill(1);
  else fillCapacity(pool.capacity, Math.floor(1.01 * mentees), random);
  const one = people(mentees, random);
  const other = people(mentors, random);
  for (const [row, mentee] of one.entries()) {
    for (const [column, mentor] of other.entries()) {
      const score = kind === 'uniform' ? below(random, 101) : scoreOf(mentee, mentor);
      const isForbidden = kind === 'scarce' && (mentee.district !== mentor.district || random() < 0.7);
      pool.scores[row * mentors + column] = isForbidden ? FORBIDDEN : score;
    }
  }
  return pool;
}

function fillCapacity(capacity: Int32Array, places: number, random: () => number): void {
  for (const at of capacity.keys()) capacity[at] = 1 + below(random, 3);
  for (let sum = capacity.reduce((one, other) => one + other, 0); sum !== places; ) {
    const at = below(random, capacity.length);
    const next = (capacity[at] ?? 0) + Math.sign(places - sum);
    if (next < 1 || next > 3) continue;
    capacity[at] = next;
    sum += Math.sign(places - sum);
  }
}

interface Somebody {
  subject: number;
  area: number;
  slots: number;
  school: number;
  district: number;
  load: number;
}

function people(count: number, random: () => number): Somebody[] {
  return Array.from({ length: count }, () => {
    const district = below(random, 12);
    // Small numbers are common subjects, large ones rare.
    const subject = Math.floor(random() * random() * 20);
    const area = below(random, 512);
    return {
      subject,
      area,
      slots: below(random, 1024),
      school: 5 * district + below(random, 5),
      district,
      load: random(),
    };
  });
}

/** The product's default parts: areas 35, subject 20, time 15, place 10, load 10, wishes 10. */
function scoreOf(mentee: Somebody, mentor: Somebody): number {
  const areas = (35 * bits(mentee.area & mentor.area)) / Math.max(1, bits(mentee.area));
  const apart = Math.abs(mentee.subject - mentor.subject);
  const subject = apart === 0 ? 20 : apart === 1 ? 8 : 0;
  const time = Math.min(15, 5 * bits(mentee.slots & mentor.slots));
  const place = mentee.school === mentor.school ? 10 : mentee.district === mentor.district ? 7 : 3;
  return Math.round(areas + subject + time + place + 10 * mentor.load + (mentee.load > 0.9 && apart < 2 ? 10 : 5));
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left &= left - 1) count += 1;
  return count;
}

function below(random: () => number, bound: number): number {
  return Math.floor(random() * bound);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
