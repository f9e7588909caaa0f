import { createRequestHandler } from '@remix-run/express';
import express from 'express';
import { CamelCasePlugin, type Kysely } from 'kysely';
import { readConfig } from '#app/core/config.server.ts';
import { openLog } from '#app/core/log.server.ts';
import { type AppServices, movableClock } from '#app/core/services.server.ts';
import { openPlainDatabase } from '#db/database.ts';
import type { Schema } from '#db/schema.ts';

// The same pages as the packages serve them out of the box: streamed, with data sent twice, through Remix's own adapter and
// Kysely's own pool.
const config = readConfig(process.env, []);
const plain = openPlainDatabase({ url: config.databaseUrl ?? '', max: 16 });
// The plugin gives every table of the schema its names in code.
const db = plain.withPlugin(
  new CamelCasePlugin({ maintainNestedObjectKeys: true }),
) as Kysely<unknown> as Kysely<Schema>;
const services: AppServices = {
  db,
  config,
  log: openLog(),
  clock: movableClock(0),
  staffLists: {
    parse: () => Promise.reject(new Error('not here')),
    sheets: () => Promise.reject(new Error('not here')),
  },
  signatures: { read: () => Promise.reject(new Error('not here')) },
  scenarios: { solve: () => Promise.reject(new Error('not here')) },
  bundles: { write: () => Promise.reject(new Error('not here')) },
  papers: { inspect: () => Promise.reject(new Error('not here')) },
  assets: {},
  wake: () => undefined,
};
const app = express();
app.get('/ready', (_req, res) => void res.send('ready'));
app.all(
  '*',
  createRequestHandler({
    build: await import('virtual:remix/server-build'),
    mode: 'production',
    getLoadContext: () => ({ services, memo: new Map() }),
  }),
);
app.listen(config.port, config.host);
