import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { participationParams } from './my-documents.schema.ts';
import { findParticipationPaper } from './participation.queries.server.ts';
import { participationWords } from './participation-document.text.ts';

/** A member's consent to take part, as DOCX. */
export const loader = download({ need: 'signedIn', params: participationParams }, async ({ ctx, params }) => {
  const paper = await findParticipationPaper(ctx, params.id, params.personId);
  return {
    fileName: `${participationWords.fileName(paper.title, paper.person)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await documentToDocx(paper.document),
  };
});
