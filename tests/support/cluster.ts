import type { TestProject } from 'vitest/node';
import { startThrowAwayCluster } from './throw-away-cluster.ts';

declare module 'vitest' {
  /** What a run's set-up hands to its test files. */
  interface ProvidedContext {
    /** The throw-away server's address with every right. */
    adminUrl: string;
    /** The migrated database every test file copies. */
    template: string;
  }
}

/** One throw-away PostgreSQL for the whole run; started before the first test file, removed after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowAwayCluster();
  project.provide('adminUrl', cluster.adminUrl);
  project.provide('template', cluster.template);
  return cluster.stop;
}
