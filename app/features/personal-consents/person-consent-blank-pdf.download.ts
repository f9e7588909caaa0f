import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { blankFor, findConsentOwner } from './personal-consent.queries.server.ts';
import { personPurposeParams } from './personal-consent.schema.ts';
import { consentTitles, personalConsentText } from './personal-consent.text.ts';

/** Somebody's consent to sign by hand, printed by the curator, as PDF. */
export const loader = download({ need: 'consentPaper.read', params: personPurposeParams }, async ({ ctx, params }) => {
  const { id } = await findConsentOwner(ctx, params.id);
  const { person, document } = await blankFor(ctx, id, params.purpose);
  return {
    fileName: `${personalConsentText.fileName(consentTitles[params.purpose], person)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: ctx.now }),
  };
});
