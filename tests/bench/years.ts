import { closeDatabase, createDatabase, databaseUrl, dropDatabase, openDatabase } from '#db/database.ts';
import { liveFiveYears } from '#tests/support/five-years.ts';
import { startThrowAwayCluster } from '#tests/support/throw-away-cluster.ts';
import type { Figure } from './figure.ts';

/** A region of 2 000 teachers, every fourth with a route. */
const REGION = { teachers: 2_000, schools: 40, tutors: 8, oneInHasRoute: 4, atOnce: 6 };
/** Minutes a run may take: what it came to on two cores beside nothing else, and as much again. */
const MOST_MINUTES = 20;

/** Five simulated years of a region with a moved clock: nothing stuck, totals reconcile each year; how long the run took. */
export async function years(): Promise<Figure[]> {
  const cluster = await startThrowAwayCluster();
  const url = databaseUrl(cluster.adminUrl, 'years');
  await createDatabase(cluster.adminUrl, 'years', cluster.template);
  const db = openDatabase({ url, max: REGION.atOnce + 2, statementTimeoutMs: 0 });
  const began = performance.now();
  try {
    for (const total of await liveFiveYears(db, REGION)) console.log(JSON.stringify(total));
    const value = (performance.now() - began) / 60_000;
    return [
      { name: 'five years of 2 000 teachers, run time', value, unit: 'min', limit: MOST_MINUTES, bound: 'at-most' },
    ];
  } finally {
    await closeDatabase(db);
    await dropDatabase(cluster.adminUrl, 'years');
    await cluster.stop();
  }
}
