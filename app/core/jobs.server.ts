import PgBoss from 'pg-boss';
import type { Log } from './log.server.ts';
import type { JobName } from './services.server.ts';

/** A background job: what it does is shallow and safe to repeat; the work to do stands in the database. */
export interface Job {
  name: JobName;
  /** Cron line in UTC; null for jobs that only run when an act wakes them. */
  schedule: string | null;
  run: () => Promise<void>;
}

/** Running jobs. */
export interface Jobs {
  /** Asks a job to run soon; several asks before it starts are one run. */
  wake(name: JobName): void;
  stop(): Promise<void>;
}

const POLL_SECONDS = 0.5;

/** Starts pg-boss in the product's own database and gives it the jobs (D12). */
export async function startJobs(url: string, jobs: readonly Job[], log: Log): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 2, application_name: 'ryadom-jobs' });
  boss.on('error', (error) => log.warn({ name: error.name }, 'jobs'));
  await boss.start();
  const workers = new Map<JobName, string>();
  for (const job of jobs) {
    await boss.createQueue(job.name, { name: job.name, policy: 'short', retryLimit: 2, expireInSeconds: 600 });
    const worker = await boss.work(job.name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
      try {
        await job.run();
      } catch (error) {
        log.error({ job: job.name, name: error instanceof Error ? error.name : 'unknown' }, 'job failed');
        throw error;
      }
    });
    workers.set(job.name, worker);
    if (job.schedule) await boss.schedule(job.name, job.schedule);
  }
  return {
    wake: (name) => {
      // Whoever asked is waiting: the worker looks at once instead of at its next round.
      const woken = boss.send(name, {}).then(() => boss.notifyWorker(workers.get(name) ?? ''));
      woken.catch((error: Error) => log.warn({ job: name, name: error.name }, 'job not woken'));
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}
