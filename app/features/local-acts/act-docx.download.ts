import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { assertUnaltered, issuedDocument, issueOf } from './act-issue.server.ts';
import { actTypeOf } from './act-type.ts';
import { findAct } from './local-act.queries.server.ts';
import { actStandard } from './local-act.schema.ts';
import { actText } from './local-act.text.ts';

/** The act as DOCX, the same words as the PDF. */
export const loader = download(
  { need: 'act.read', params: z.object({ id: id() }), query: actStandard },
  async ({ ctx, params, query, services }) => {
    const act = await findAct(ctx, params.id);
    assertUnaltered(act);
    const issue = await issueOf(ctx, act, services.config.origin, query.standard);
    return {
      fileName: `${actText.fileName(actTypeOf(act.kind).title, act.number)}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      body: await documentToDocx(issuedDocument(ctx, act), {
        issue,
        ...(act.state === 'approved' ? { hash: act.documentHash } : {}),
      }),
    };
  },
);
