import type { Context } from '#app/core/context.server.ts';
import { askBundle } from '#app/features/bundles/bundle.operations.server.ts';
import type { BundleFormat, BundleScope } from '#app/features/bundles/bundle.ts';
import { type BundleTask, writeBundle } from '#app/features/bundles/bundle-write.ts';
import { makeBundles } from '#app/features/bundles/bundles.jobs.server.ts';
import type { Id } from '#db/schema.ts';

type JobServices = Parameters<typeof makeBundles>[1];

/** Asks for a bundle as the person whose context is given; it is not made yet. */
export function makeBundle(
  ctx: Context,
  scope: BundleScope & { unitId: Id | null },
  format: BundleFormat = 'pdf',
): Promise<{ id: Id }> {
  return askBundle(ctx, { ...scope, format }, null);
}

/** Makes the bundles that wait, in this very thread. */
export function makeWaitingBundles(system: Context): Promise<void> {
  const log: unknown = { error: fail, warn: fail, info: () => undefined, debug: () => undefined };
  const services: unknown = {
    log,
    config: { origin: 'https://ryadom.example.ru' },
    bundles: { write: (task: BundleTask, onProgress: (share: number) => void) => writeBundle(task, onProgress) },
  };
  return makeBundles(system, services as JobServices);
}

function fail(fault: unknown): never {
  throw new Error(`a bundle was not made: ${JSON.stringify(fault)}`);
}
