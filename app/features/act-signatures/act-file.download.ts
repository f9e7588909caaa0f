import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { fileTypes } from './act-file.ts';
import { findActFile } from './act-signature.queries.server.ts';
import { fileNames } from './act-signature.text.ts';

/** A scan or a signature as it was sent; always to be saved, never shown in the browser. */
export const loader = download({ need: 'act.edit', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const { format, bytes } = await findActFile(ctx, params.id);
  return { fileName: fileNames[format], type: fileTypes[format], body: new Uint8Array(bytes) };
});
