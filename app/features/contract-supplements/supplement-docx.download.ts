import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { findSupplement } from './supplement.queries.server.ts';
import { supplementParams } from './supplement.schema.ts';
import { supplementText } from './supplement.text.ts';

/** The supplement as DOCX, the same words as the PDF. */
export const loader = download({ need: 'supplement.read', params: supplementParams }, async ({ ctx, params }) => {
  const supplement = await findSupplement(ctx, params.id);
  return {
    fileName: `${supplementText.fileName(supplement.mentor)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await documentToDocx(supplement.document),
  };
});
