import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { registeredDocument } from './assignment-order.ts';
import { findAct } from './local-act.queries.server.ts';
import { actText } from './local-act.text.ts';

/** The act as DOCX, the same words as the PDF. */
export const loader = download({ need: 'act.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  const { number, registeredOn } = act;
  const document = number && registeredOn ? registeredDocument(act.document, number, registeredOn) : act.document;
  return {
    fileName: `${actText.fileName(number)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await documentToDocx(document),
  };
});
