import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { productTypes } from '../product-files/product-file.ts';
import { findFile } from './route-file.queries.server.ts';
import { recordLook } from './route-look.server.ts';

/** A file of a route as it is kept; always to be saved, never shown in the browser. */
export const loader = download({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const file = await findFile(ctx, params.id);
  await recordLook(ctx, { id: file.routeId, personId: file.personId }, 'file');
  return { fileName: file.name, type: productTypes[file.kind], body: new Uint8Array(file.bytes) };
});
