import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { registeredDocument } from './assignment-order.ts';
import { findAct } from './local-act.queries.server.ts';
import { actText } from './local-act.text.ts';

/** The act as PDF: the approved words with their number and date, or the draft without them. */
export const loader = download({ need: 'act.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  const { number, registeredOn } = act;
  const document = number && registeredOn ? registeredDocument(act.document, number, registeredOn) : act.document;
  return {
    fileName: `${actText.fileName(number)}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: act.approvedAt ?? act.createdAt }),
  };
});
