import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findSupplement } from './supplement.queries.server.ts';
import { supplementParams } from './supplement.schema.ts';
import { supplementText } from './supplement.text.ts';

/** The supplement as PDF, to print and sign. */
export const loader = download({ need: 'supplement.read', params: supplementParams }, async ({ ctx, params }) => {
  const supplement = await findSupplement(ctx, params.id);
  return {
    fileName: `${supplementText.fileName(supplement.mentor)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(supplement.document, { createdAt: supplement.createdAt }),
  };
});
