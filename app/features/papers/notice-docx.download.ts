import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { findNoticePaper } from './notice-paper.server.ts';
import { noticeWords } from './notice-paper.text.ts';

/** The notice of an early end as DOCX, the same words as the PDF. */
export const loader = download({ need: 'mentorship.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const { name, document } = await findNoticePaper(ctx, params.id);
  return {
    fileName: `${noticeWords.fileName(name)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await documentToDocx(document),
  };
});
