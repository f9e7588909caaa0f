import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { bookText } from './route-book.text.ts';
import { findRouteData } from './route-json.queries.server.ts';

/** The owner takes the whole route along as data. */
export const loader = download({ need: 'route.edit', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const data = await findRouteData(ctx, params.id);
  return {
    fileName: `${bookText.fileName(data.route.owner)}.json`,
    type: 'application/json',
    body: new TextEncoder().encode(JSON.stringify(data, null, 2)),
  };
});
