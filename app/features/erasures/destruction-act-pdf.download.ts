import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findDestructionAct } from './erasure.queries.server.ts';
import { actParams } from './erasure.schema.ts';
import { erasureText } from './erasure.text.ts';

/** An act of destruction as PDF. */
export const loader = download({ need: 'destructionAct.read', params: actParams }, async ({ ctx, params }) => {
  const act = await findDestructionAct(ctx, params.id);
  return {
    fileName: `${erasureText.fileName(act.actedOn)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(act.document, { createdAt: act.createdAt }),
  };
});
