import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '#tests/support/program.ts';
import { type Figure, median } from './figure.ts';
import type { BenchSite } from './site.ts';

/** Warm start with the embedded database: from the command to the first whole page. */
export async function start(site: BenchSite): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ryadom-start-'));
  try {
    const times: number[] = [];
    // The first start makes the database; only the following ones are warm.
    for (let round = 0; round <= 5; round += 1) {
      const began = performance.now();
      const program = await startProgram({ DATA_DIR: dataDir }, { logFile: site.logFile });
      await (await fetch(program.origin)).text();
      if (round > 0) times.push((performance.now() - began) / 1000);
      await program.stop();
    }
    return [{ name: 'warm start to the first page', value: median(times), unit: 's', limit: 3, bound: 'at-most' }];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
