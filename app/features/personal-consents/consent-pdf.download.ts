import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findPersonalConsent } from './personal-consent.queries.server.ts';
import { consentParams } from './personal-consent.schema.ts';
import { consentTitles, personalConsentText } from './personal-consent.text.ts';

/** A consent exactly as signed, as PDF. */
export const loader = download({ need: 'personalConsent.read', params: consentParams }, async ({ ctx, params }) => {
  const consent = await findPersonalConsent(ctx, params.id);
  return {
    fileName: `${personalConsentText.fileName(consentTitles[consent.purpose], consent.person)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(consent.document, { createdAt: consent.createdAt }),
  };
});
