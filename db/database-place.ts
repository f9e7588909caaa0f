import { startText } from './database-place.text.ts';
import { StartRefused } from './start-refused.ts';

const networkCodes = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
];
// Class 28: who; 3D000: no such database; class 08: connection; 57P03: starting up; 53300: too many connections.
const stateCodes = /^(28|3D000|08|57P0|53300)/;

/**
 * The refusal to start that an error while connecting to `url` amounts to; null when it is an error of another kind. The
 * sentence names the server and the database, never the password.
 */
export function connectionRefusal(error: unknown, url: string): StartRefused | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const isTimeout = error.message.includes('timeout');
  if (!networkCodes.includes(code) && !stateCodes.test(code) && !isTimeout) return null;
  const { host, pathname } = new URL(url);
  return new StartRefused(startText.databaseAway(`${host}${pathname}`), { cause: error });
}
