import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { grantsInForce } from '#app/access/find-actor.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { isDatabaseAway, sqlStateOf } from '#app/core/database-errors.server.ts';
import { addDays, dayOf, HOME_ZONE } from '#app/core/dates.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { WorkerGaveUp } from '#app/core/worker-thread.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { objectOf } from './bundle.operations.server.ts';
import { bundleText } from './bundle.text.ts';
import { type BundleFailure, type BundleScope, KEPT_DAYS, type PaperKey, scopeOf } from './bundle.ts';
import { listPaperKeys, listPapers } from './bundle-papers.queries.server.ts';
import type { BundleTask, WrittenBundle } from './bundle-write.ts';

type JobServices = Pick<AppServices, 'log' | 'bundles' | 'config'>;

const MOST_TRIES = 3;
const BETWEEN_NEWS_MS = 250;

interface Held {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  requestedBy: Id;
  format: string;
  scope: BundleScope;
  tries: number;
  version: number;
}

/**
 * Makes the bundles that wait, oldest first, until none is left; removes those kept long enough. Safe to repeat and to
 * run twice at once: each is held for a time, and one whose holder died is taken up again after it.
 */
export async function makeBundles(ctx: Context, services: JobServices): Promise<void> {
  await expireBundles(ctx);
  for (let held = await nextBundle(ctx); held !== null; held = await nextBundle(ctx)) {
    await makeHeld(ctx, services, held);
  }
}

async function expireBundles(ctx: Context): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .updateTable('paperBundle')
      .set((eb) => ({ state: 'expired', version: eb('version', '+', 1) }))
      .where('state', '=', 'ready')
      .where('expiresOn', '<', tx.today)
      .returning('id')
      .execute();
    const ids = gone.map(({ id }) => id);
    if (ids.length > 0) await tx.db.deleteFrom('paperBundleFile').where('bundleId', 'in', ids).execute();
  });
}

async function nextBundle(ctx: Context): Promise<Held | null> {
  const { rows } = await sql<Omit<Held, 'scope'> & { mentorshipId: Id | null; year: number | null }>`
    update paper_bundle set busy_until = now() + interval '120 seconds', progress_percent = 1, state = 'working',
      tries = tries + 1
    where id = (
      select id from paper_bundle
      where state = 'waiting' or (state = 'working' and coalesce(busy_until, '-infinity') < now())
      order by created_at, id limit 1 for update skip locked)
    returning id, unit_id, region_id, requested_by, format, mentorship_id, year, tries, version
  `.execute(ctx.db);
  const [row] = rows;
  return row ? { ...row, scope: scopeOf(row) } : null;
}

async function makeHeld(ctx: Context, services: JobServices, held: Held): Promise<void> {
  const stop = new AbortController();
  try {
    if (held.tries > MOST_TRIES) return await fail(ctx, held, 'too-heavy');
    const reader = await readerOf(ctx, held.requestedBy);
    const keys = await listPaperKeys(reader, held.unitId, held.scope);
    const papers = await listPapers(reader, keys, held.unitId, held.scope, services.config.origin);
    if (papers.length === 0) return await fail(ctx, held, 'rights-lost');
    const task = await taskOf(ctx, held, papers);
    const written = await writeInWorker(services, task, stop.signal, async (percent) => {
      if (!(await showProgress(ctx, held, percent))) stop.abort();
    });
    await store(
      ctx,
      held,
      written,
      papers.map(({ key }) => key),
    );
  } catch (error) {
    if (stop.signal.aborted) return;
    if (isDatabaseAway(error)) return letGo(ctx, held, error);
    if (error instanceof WorkerGaveUp) return fail(ctx, held, 'too-heavy');
    services.log.error({ bundleId: held.id, ...faultOf(error) }, 'bundle not made');
    await fail(ctx, held, 'fault');
  }
}

/** The person who asked, with the grants in force now: what he may not read any more does not get in. */
async function readerOf(ctx: Context, personId: Id): Promise<Context> {
  const { grants, timeZone } = await grantsInForce(ctx.db, personId, ctx.now, false);
  const zone = timeZone ?? HOME_ZONE;
  // No session stands behind a job; nothing that is read asks for the account.
  return {
    ...ctx,
    actor: { kind: 'person', personId, accountId: personId, grants },
    today: dayOf(ctx.now, zone),
    timeZone: zone,
  };
}

async function taskOf(ctx: Context, held: Held, papers: BundleTask['bundle']['papers']): Promise<BundleTask> {
  const unit = await ctx.db
    .selectFrom('orgUnit')
    .select('name')
    .where('id', '=', held.unitId)
    .executeTakeFirstOrThrow();
  const { year } = held.scope;
  return {
    format: held.format === 'docx' ? 'docx' : 'pdf',
    day: ctx.today,
    bundle: {
      title: bundleText.title,
      subject: year === null ? `${unit.name}. ${bundleText.ofMentorshipShort}` : bundleText.ofYear(unit.name, year),
      createdAt: ctx.now,
      papers: papers.map(({ title, note, document, issue, hash }) => ({ title, note, document, issue, hash })),
    },
  };
}

/** The thread gives back what `writeBundle` made; news of it comes often, the page is told a few times a second. */
async function writeInWorker(
  services: JobServices,
  task: BundleTask,
  signal: AbortSignal,
  onPercent: (percent: number) => Promise<void>,
): Promise<WrittenBundle> {
  let told = 1;
  let toldAt = performance.now();
  const written = await services.bundles.write(
    task,
    (share) => {
      const percent = Math.min(99, Math.round(share * 100));
      if (percent <= told || performance.now() - toldAt < BETWEEN_NEWS_MS) return;
      told = percent;
      toldAt = performance.now();
      void onPercent(percent).catch(() => undefined);
    },
    signal,
  );
  return written as WrittenBundle;
}

async function store(ctx: Context, held: Held, written: WrittenBundle, keys: readonly PaperKey[]): Promise<void> {
  const content = Buffer.from(written.file);
  await transact(ctx, async (tx) => {
    const updated = await tx.db
      .updateTable('paperBundle')
      .set((eb) => ({
        state: 'ready',
        progressPercent: 100,
        busyUntil: null,
        paperCount: keys.length,
        pageCount: written.pageCount,
        fileSize: content.length,
        fileSha256: createHash('sha256').update(content).digest('hex'),
        readyAt: tx.now,
        expiresOn: addDays(tx.today, KEPT_DAYS),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', held.id)
      .where('version', '=', held.version)
      .where('state', '=', 'working')
      .executeTakeFirst();
    // Cancelled meanwhile.
    if (updated.numUpdatedRows === 0n) return;
    await tx.db.insertInto('paperBundleFile').values({ bundleId: held.id, content }).execute();
    const rows = keys.map(({ kind, id }, index) => ({ bundleId: held.id, position: index + 1, kind, paperId: id }));
    await tx.db.insertInto('paperBundlePaper').values(rows).execute();
    await journal(tx, { act: 'makeBundle', ...objectOf(held), after: { papers: keys.length } });
  });
}

async function fail(ctx: Context, held: Held, failureCode: BundleFailure): Promise<void> {
  await ctx.db
    .updateTable('paperBundle')
    .set((eb) => ({ state: 'failed', failureCode, busyUntil: null, version: eb('version', '+', 1) }))
    .where('id', '=', held.id)
    .where('version', '=', held.version)
    .where('state', '=', 'working')
    .execute();
}

/** Lets another try begin at once, and the queue know that this one failed. */
async function letGo(ctx: Context, held: Held, error: unknown): Promise<never> {
  const rows = ctx.db.updateTable('paperBundle').set({ busyUntil: null }).where('id', '=', held.id);
  await rows.where('version', '=', held.version).execute();
  throw error;
}

/** Written outside the long work, so that the page sees it; says whether the bundle is still wanted. */
async function showProgress(ctx: Context, held: Held, percent: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update paper_bundle set progress_percent = ${percent}, busy_until = now() + interval '120 seconds'
    where id = ${held.id} and version = ${held.version} and state = 'working'
  `.execute(ctx.db);
  return numAffectedRows === 1n;
}

/** What the log may know of a fault: never its message, which could quote a row. */
function faultOf(error: unknown) {
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 8).join('\n') : undefined;
  return { name: error instanceof Error ? error.name : 'unknown', sqlState: sqlStateOf(error), stack };
}
