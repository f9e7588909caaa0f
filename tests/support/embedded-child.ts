import { startEmbedded } from '#db/embedded.ts';

/** A program of its own that holds a data folder until it is killed; tells its parent the database's address. */
const [dataDir = ''] = process.argv.slice(2);
const { url } = await startEmbedded({ dataDir, throwAway: true });
process.send?.(url);
setInterval(() => undefined, 1_000);
