import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** The three kinds of vitest runs: `unit` touches nothing, `database` has a real PostgreSQL, `server` the built program. */
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.db.test.{ts,tsx}', 'tests/journeys/**', 'tests/browser/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/**/*.db.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/browser/**'],
          globalSetup: ['tests/support/cluster.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/journeys/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/built-server.ts'],
          pool: 'forks',
          maxWorkers: 1,
          maxConcurrency: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
