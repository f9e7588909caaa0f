import { z } from 'zod';
import type { NewFile } from './product-file.ts';

const file = z.custom<File>((value) => value instanceof Blob);

/** Files as browsers send them: none is an empty part, one is itself, several are a list. */
export const filesField = () =>
  z
    .union([z.literal('').transform(() => []), file.transform((one) => [one]), z.array(file)])
    .optional()
    .transform((files) => (files ?? []).filter((one) => one.size > 0));

/** Their names and bytes. */
export function newFilesOf(files: readonly File[]): Promise<NewFile[]> {
  return Promise.all(
    files.map(async (one) => ({ name: one.name ?? '', bytes: new Uint8Array(await one.arrayBuffer()) })),
  );
}
