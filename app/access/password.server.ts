import { hash, verify } from '@node-rs/argon2';

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const LONGEST_QUEUE = 20;

/** Too many passwords wait to be checked; the edge answers 429. */
export class HashingBusy extends Error {
  override name = 'HashingBusy';
}

let running = 0;
const waiting: (() => void)[] = [];

/** argon2id of a password; at most two hashes run at a time. Throws HashingBusy when the queue is full. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, OPTIONS));
}

let decoy: Promise<string> | undefined;

/** Whether the password fits; with no stored hash the same work is done, so that time tells nothing. */
export async function fitsPassword(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const compared = storedHash ?? (await decoy);
  const fits = await inTurn(() => verify(compared, password));
  return storedHash !== null && fits;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= LONGEST_QUEUE) throw new HashingBusy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
