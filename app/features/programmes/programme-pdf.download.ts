import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findProgramme } from './programme.queries.server.ts';
import { programmeParams } from './programme.schema.ts';
import { programmeText } from './programme.text.ts';
import { findProgrammePaper } from './programme-paper.server.ts';

/** The programme as PDF. */
export const loader = download({ need: 'programme.read', params: programmeParams }, async ({ ctx, params }) => {
  const [document, { mentees }] = await Promise.all([
    findProgrammePaper(ctx, params.id),
    findProgramme(ctx, params.id),
  ]);
  return {
    fileName: `${programmeText.fileName(mentees.join(', '))}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: ctx.now }),
  };
});
