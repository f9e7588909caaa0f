import pino, { type DestinationStream } from 'pino';

/**
 * The program's log: one JSON line an event, English, with ids and without personal data. What people are told goes to
 * the console by other ways.
 */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

/** Opens the log on standard error (or `destination`). `level` is the least that is written. */
export function openLog(level = 'info', destination?: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // A last net: these never belong in a line, whoever logs them.
    redact: { paths: ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', '*.headers'], censor: '…' },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}
