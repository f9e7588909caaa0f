/** The thread in which files brought to a check are read; started by `paper-inspector.server.ts`. */
import { inspectPaper, type PaperFile } from './paper-file.ts';

/** Reads one file. */
export async function inspectPaperTask({ bytes }: { bytes: Uint8Array }): Promise<PaperFile> {
  return inspectPaper(bytes);
}
