import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { findDestructionAct } from './erasure.queries.server.ts';
import { actParams } from './erasure.schema.ts';
import { erasureText } from './erasure.text.ts';

/** An act of destruction as DOCX. */
export const loader = download({ need: 'destructionAct.read', params: actParams }, async ({ ctx, params }) => {
  const act = await findDestructionAct(ctx, params.id);
  return {
    fileName: `${erasureText.fileName(act.actedOn)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await documentToDocx(act.document),
  };
});
