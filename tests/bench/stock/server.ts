import { createRequestHandler } from '@remix-run/express';
import express from 'express';
import { readConfig } from '#app/core/config.server.ts';
import { openLog } from '#app/core/log.server.ts';
import { type AppServices, movableClock } from '#app/core/services.server.ts';
import { openDatabase } from '#db/database.ts';

// The same pages as Remix serves them out of the box: streamed, with data sent twice, through its own adapter.
const config = readConfig(process.env, []);
const services: AppServices = {
  db: openDatabase({ url: config.databaseUrl ?? '', max: 16, lanes: 4 }),
  config,
  log: openLog(),
  clock: movableClock(0),
  staffLists: {
    parse: () => Promise.reject(new Error('not here')),
    sheets: () => Promise.reject(new Error('not here')),
  },
  scenarios: { solve: () => Promise.reject(new Error('not here')) },
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
