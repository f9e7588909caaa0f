import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { issuedPdf } from './act-issue.server.ts';
import { actTypeOf } from './act-type.ts';
import { findAct } from './local-act.queries.server.ts';
import { actFileQuery } from './local-act.schema.ts';
import { actText } from './local-act.text.ts';

/**
 * The act as PDF: the approved words with their number and date, or the draft without them; by either standard; the
 * very file that was signed.
 */
export const loader = download(
  { need: 'act.read', params: z.object({ id: id() }), query: actFileQuery },
  async ({ ctx, params, query, services }) => {
    const act = await findAct(ctx, params.id);
    return {
      fileName: `${actText.fileName(actTypeOf(act.kind).title, act.number)}.pdf`,
      type: 'application/pdf',
      body: await issuedPdf(ctx, act, services.config.origin, query),
    };
  },
);
