import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findGuardianBlank } from './guardian.queries.server.ts';
import { minorParams } from './guardian.schema.ts';

/** The guardian's consent to sign by hand, as PDF (DT-31). */
export const loader = download({ need: 'mentorship.recordConsent', params: minorParams }, async ({ ctx, params }) => {
  const { title, document } = await findGuardianBlank(ctx, params.id, params.personId);
  return {
    fileName: `${title}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: ctx.now }),
  };
});
