import { personOf } from '#app/core/context.server.ts';
import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { blankFor } from './personal-consent.queries.server.ts';
import { ownPurposeParams } from './personal-consent.schema.ts';
import { consentTitles, personalConsentText } from './personal-consent.text.ts';

/** The own consent to sign by hand, as PDF. */
export const loader = download({ need: 'signedIn', params: ownPurposeParams }, async ({ ctx, params }) => {
  const { person, document } = await blankFor(ctx, personOf(ctx), params.purpose);
  return {
    fileName: `${personalConsentText.fileName(consentTitles[params.purpose], person)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: ctx.now }),
  };
});
