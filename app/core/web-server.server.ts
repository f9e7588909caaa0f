import { createServer, type Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { StartRefused } from '#db/start-refused.ts';
import { gate, securityHeaders } from './gate.server.ts';
import { refuse } from './gate-answer.server.ts';
import { checkReadiness } from './ready.server.ts';
import { servePages } from './serve-pages.server.ts';
import type { AppServices } from './services.server.ts';
import { startText } from './start.text.ts';

/** The running web server; `stop` lets what is under way finish, for at most ten seconds. */
export type WebServer = { port: number; stop: () => Promise<void> };

const drainMs = 10_000;

/** Puts the parts in order: headers, files, watchman's questions, gate, pages. */
export function webApp(services: AppServices, build: ServerBuild, assetsFolder: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Only a proxy on this machine is believed about whose address it passes on.
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(services.config));
  app.use(compression());
  app.use('/assets', express.static(assetsFolder, { immutable: true, maxAge: '1y', index: false, redirect: false }));
  app.get('/health', (_req, res) => void res.set('Cache-Control', 'no-store').json({ process: true }));
  app.get('/ready', async (_req, res) => {
    const readiness = await checkReadiness(services.db, services.config);
    const isReady = readiness.database && readiness.space;
    res
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(readiness);
  });
  app.use(gate(services.config, services.assets['styles.css']));
  app.use(servePages(build, services));
  app.use(lastError(services));
  return app;
}

/** Listens as configured. Throws StartRefused when the port or the address cannot be had. */
export async function startWebServer(app: Express, { config, log }: AppServices): Promise<WebServer> {
  // Slow senders are cut: a head within 15 s, a whole request within 5 minutes (25 MB over a weak village line).
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 300_000, maxHeaderSize: 16_384 }, app);
  server.keepAliveTimeout = 65_000;
  server.maxConnections = 2_000;
  server.maxHeadersCount = 100;
  await listen(server, config.host, config.port);
  server.on('error', (error) => log.error({ name: error.name }, 'web server'));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return { port, stop: () => drain(server) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartRefused(startText.portTaken(host, port), { cause: error });
  if (error.code === 'EACCES') return new StartRefused(startText.portForbidden(port), { cause: error });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartRefused(startText.hostUnknown(host), { cause: error });
  }
  return error;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(timer);
}

// Pages turn their own errors into answers; what arrives here broke around them.
function lastError({ log, assets }: AppServices): ErrorRequestHandler {
  return (error: Error, _req, res, _next) => {
    log.error({ name: error.name, stack: error.stack?.split('\n').slice(1, 6).join('\n') }, 'request');
    if (res.headersSent) res.destroy();
    else refuse(res, 500, assets['styles.css']);
  };
}
