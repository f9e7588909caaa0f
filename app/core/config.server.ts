import { hostname, networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '#db/start-refused.ts';
import { startText } from './start.text.ts';

/** How this installation is set up; read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL of one's own; null means the built-in one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder for the built-in database and the program's files. */
  readonly dataDir: string;
  /** Where mail goes out; null means invitations are only shown to be copied. */
  readonly smtpUrl: string | null;
  /** The address people open, without a slash at the end. Links in letters begin with it, never with what a request says. */
  readonly origin: string;
  /** Every origin the site's own pages may have: `origin`, and this machine's other names when none was configured. */
  readonly origins: readonly string[];
  /** People come over https: cookies are Secure and browsers are told to stay with https. */
  readonly isSecure: boolean;
  /** Started with `--demo`: the demonstration region. */
  readonly isDemonstration: boolean;
}

const { expected } = startText;
const blank = (value: unknown) => (value === '' ? undefined : value);

const settings = z.object({
  PORT: z.preprocess(
    blank,
    z.coerce.number(expected.port).int(expected.port).min(0, expected.port).max(65_535, expected.port).default(3000),
  ),
  HOST: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w.:-]+$/, expected.host)
      .default('127.0.0.1'),
  ),
  DATABASE_URL: z.preprocess(blank, urlOf(['postgres:', 'postgresql:'], expected.databaseUrl).optional()),
  DATA_DIR: z.preprocess(blank, z.string().default('data')),
  SMTP_URL: z.preprocess(blank, urlOf(['smtp:', 'smtps:'], expected.smtpUrl).optional()),
  ORIGIN: z.preprocess(
    blank,
    urlOf(['http:', 'https:'], expected.origin).refine(isBareOrigin, expected.origin).optional(),
  ),
});

/** Reads the settings from the environment and the command line. Throws StartRefused naming the wrong one. */
export function readConfig(environment: Record<string, string | undefined>, flags: readonly string[]): Config {
  const read = settings.safeParse(environment);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new StartRefused(startText.badSetting(String(issue?.path[0]), issue?.message ?? expected.other));
  }
  const { PORT: port, HOST: host, DATABASE_URL, DATA_DIR, SMTP_URL, ORIGIN } = read.data;
  const origin = ORIGIN === undefined ? defaultOrigin(host, port) : new URL(ORIGIN).origin;
  return {
    host,
    port,
    databaseUrl: DATABASE_URL ?? null,
    dataDir: resolve(DATA_DIR),
    smtpUrl: SMTP_URL ?? null,
    origin,
    origins: ORIGIN === undefined ? ownOrigins(host, port) : [origin],
    isSecure: origin.startsWith('https:'),
    isDemonstration: flags.includes('--demo'),
  };
}

function urlOf(protocols: readonly string[], message: string) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message);
}

function isBareOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`;
}

function defaultOrigin(host: string, port: number): string {
  return originOf(isEveryAddress(host) ? 'localhost' : host, port);
}

// Without ORIGIN people open the site by any name of this machine the program listens on.
function ownOrigins(host: string, port: number): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  const loopback = ['localhost', '127.0.0.1', '::1'];
  const names = isEveryAddress(host)
    ? [...loopback, hostname(), ...addresses]
    : loopback.includes(host)
      ? [host, ...loopback]
      : [host];
  return [...new Set(names.map((name) => originOf(name, port)))].filter((origin) => origin !== '');
}

function originOf(name: string, port: number): string {
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  return URL.canParse(url) ? new URL(url).origin : '';
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
