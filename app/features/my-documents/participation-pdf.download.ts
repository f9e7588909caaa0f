import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { participationParams } from './my-documents.schema.ts';
import { findParticipationPaper } from './participation.queries.server.ts';
import { participationWords } from './participation-document.text.ts';

/** A member's consent to take part, as PDF. */
export const loader = download({ need: 'signedIn', params: participationParams }, async ({ ctx, params }) => {
  const paper = await findParticipationPaper(ctx, params.id, params.personId);
  return {
    fileName: `${participationWords.fileName(paper.title, paper.person)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(paper.document, { createdAt: ctx.now }),
  };
});
