import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, readConfig } from '#app/core/config.server.ts';
import { type Log, openLog } from '#app/core/log.server.ts';
import { type AppServices, movableClock } from '#app/core/services.server.ts';
import { startText } from '#app/core/start.text.ts';
import { startWebServer, webApp } from '#app/core/web-server.server.ts';
import { openDemonstration } from '#app/demo/open-demonstration.server.ts';
import { findOptionalDemonstration } from '#app/features/accounts/demonstration.queries.server.ts';
import { openPaperInspector } from '#app/features/act-check/paper-inspector.server.ts';
import { openSignatureReader } from '#app/features/act-signatures/act-signature-reader.server.ts';
import { openBundleWriter } from '#app/features/bundles/bundle-writer.server.ts';
import { openScenarioSolver } from '#app/features/scenarios/scenario-solver.server.ts';
import { openStaffListReader } from '#app/features/staff-lists/staff-list-worker.server.ts';
import { startSchedule } from '#app/schedule.server.ts';
import { closeDatabase, openDatabase } from '#db/database.ts';
import { connectionRefusal } from '#db/database-place.ts';
import { startEmbedded } from '#db/embedded.ts';
import { latestMigration, migrate } from '#db/migrate.ts';
import { StartRefused } from '#db/start-refused.ts';

// This file runs as build/remix/server/start.js, with the pages in the same module graph.
const buildFolder = resolve(import.meta.dirname, '../..');

/** Asks the background jobs, once they run; before that the minute's schedule finds the work. */
let wake: AppServices['wake'] = () => undefined;

/** What was opened, in order; closed in the opposite one. */
const opened: (() => Promise<void>)[] = [];
let stoppingSince: number | null = null;

try {
  await start();
} catch (error) {
  console.error(error instanceof StartRefused ? error.message : startText.unexpected(String(error)));
  if (!(error instanceof StartRefused)) console.error(error);
  await closeAll().catch(() => undefined);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = openLog();
  stopOnSignals(log);
  const pagesLoading = import('virtual:remix/server-build');
  const url = await openPlace(config, log);
  await migrate(url).catch((error: unknown) => {
    throw connectionRefusal(error, url) ?? error;
  });
  const services = openServices(config, log, url);
  await prepareDemonstration(services);
  const app = webApp(services, await pagesLoading, resolve(buildFolder, 'assets'));
  const web = await startWebServer(app, services);
  opened.push(web.stop);
  console.log(
    startText.listening(config.port === 0 ? `${config.origin.replace(/:0$/, '')}:${web.port}` : config.origin),
  );
  // Only a program that people can reach works in the background: a refused start leaves no jobs behind.
  const starting = startSchedule(services, url);
  // Told to stop in this very moment, the jobs are let to start first: half-started ones could not be stopped.
  opened.push(async () => (await starting).stop());
  wake = (await starting).wake;
}

async function openPlace(config: Config, log: Log): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const { url, stop } = await startEmbedded({
    dataDir: config.dataDir,
    schema: latestMigration,
    say: (sentence) => console.log(sentence),
    log: (line) => log.warn(line),
  });
  opened.push(stop);
  return url;
}

function openServices(config: Config, log: Log, url: string): AppServices {
  const db = openDatabase({
    url,
    max: 16,
    lanes: 4,
    onIdleError: (error) => log.warn({ name: error.name }, 'database connection lost'),
  });
  opened.push(() => closeDatabase(db));
  const staffLists = openStaffListReader({ workerFile: resolve(buildFolder, 'staff-list-file.worker.js') });
  opened.push(() => staffLists.close());
  const signatures = openSignatureReader({ workerFile: resolve(buildFolder, 'act-signature.worker.js') });
  opened.push(() => signatures.close());
  const scenarios = openScenarioSolver({ workerFile: resolve(buildFolder, 'scenario.worker.js') });
  opened.push(() => scenarios.close());
  const papers = openPaperInspector({ workerFile: resolve(buildFolder, 'paper-file.worker.js') });
  opened.push(() => papers.close());
  const bundles = openBundleWriter({ workerFile: resolve(buildFolder, 'bundle.worker.js') });
  opened.push(() => bundles.close());
  const services: AppServices = {
    db,
    config,
    log,
    clock: movableClock(0),
    staffLists,
    signatures,
    scenarios,
    papers,
    bundles,
    assets: readAssets(),
    wake: (job) => wake(job),
    openDemonstration: () => openDemonstration(services),
  };
  return services;
}

/** Goes on at the demonstration's own day; with `--demo` fills an empty database first and names an account for every role. */
async function prepareDemonstration(services: AppServices): Promise<void> {
  const isEmpty = (await services.db.selectFrom('account').select('id').limit(1).execute()).length === 0;
  if (services.config.isDemonstration && isEmpty) {
    console.log(startText.fillingDemonstration);
    await openDemonstration(services);
  }
  const demonstration = await findOptionalDemonstration(services.db);
  if (!demonstration) {
    if (services.config.isDemonstration) throw new StartRefused(startText.notDemonstration);
    return;
  }
  services.clock.offsetDays = demonstration.offsetDays;
  if (services.config.isDemonstration) console.log(startText.accounts(demonstration));
}

function readAssets(): Record<string, string> {
  const manifest = resolve(buildFolder, 'assets/manifest.json');
  if (!existsSync(manifest)) throw new StartRefused(startText.notBuilt);
  return JSON.parse(readFileSync(manifest, 'utf8'));
}

function stopOnSignals(log: Log): void {
  const stop = async () => {
    // npm passes Ctrl+C on though the terminal has already sent it here: only a later one means "at once".
    if (stoppingSince !== null && Date.now() - stoppingSince > 2_000) process.exit(1);
    if (stoppingSince !== null) return;
    stoppingSince = Date.now();
    console.log(startText.stopping);
    await closeAll();
    console.log(startText.stopped);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // One stray promise must not put a whole school out; an exception out of nowhere leaves unknown state behind.
  process.on('unhandledRejection', (error) => log.error({ name: String(error) }, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    log.error({ name: error.name, stack: error.stack }, 'uncaught exception');
    void closeAll().finally(() => process.exit(1));
  });
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}
