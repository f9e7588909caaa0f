import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { routeDocument } from '#reports/route-sheet.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { bookText } from './route-book.text.ts';
import { findRouteFile } from './route-file.queries.server.ts';
import { routeSheetOf } from './route-sheet-of.ts';

/** The whole route as PDF (DT-13). */
export const loader = download({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const file = await findRouteFile(ctx, params.id);
  await recordLook(ctx, file.route, 'file');
  const body = await documentToPdf(routeDocument(routeSheetOf(file, ctx.today)), { createdAt: ctx.now });
  return { fileName: `${bookText.fileName(file.route.owner)}.pdf`, type: 'application/pdf', body };
});
