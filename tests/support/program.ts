import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#db/embedded-process.ts';

/** The built program as a process of its own, as people start it. */
export type Program = { child: ChildProcess; origin: string; stop: () => Promise<number | null> };

const root = join(import.meta.dirname, '../..');
const readyWithinMs = 120_000;

/**
 * Starts `node build/server.js` on a free port and waits until it is ready. What it says goes to `logFile`. Throws when it
 * ends instead.
 */
export async function startProgram(
  environment: Record<string, string>,
  { flags = [], logFile }: { flags?: string[]; logFile: string },
): Promise<Program> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const out = openSync(logFile, 'a');
  const child = spawn(process.execPath, [join(root, 'build/server.js'), ...flags], {
    cwd: root,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: String(port),
      ORIGIN: origin,
      ...environment,
    },
    stdio: ['ignore', out, out],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  for (const until = Date.now() + readyWithinMs; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}: see ${logFile}`);
    const ready = await fetch(`${origin}/ready`).catch(() => null);
    if (ready?.status === 200) return { child, origin, stop };
  }
  await stop();
  throw new Error(`the program was not ready in ${readyWithinMs / 1000} s: see ${logFile}`);
}
