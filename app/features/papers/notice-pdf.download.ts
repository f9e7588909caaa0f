import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { findNoticePaper } from './notice-paper.server.ts';
import { noticeWords } from './notice-paper.text.ts';

/** The notice of an early end as PDF. */
export const loader = download({ need: 'mentorship.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const { name, document, createdAt } = await findNoticePaper(ctx, params.id);
  return {
    fileName: `${noticeWords.fileName(name)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt }),
  };
});
