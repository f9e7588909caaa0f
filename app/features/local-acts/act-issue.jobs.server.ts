import type { Context } from '#app/core/context.server.ts';
import type { AppServices } from '#app/core/services.server.ts';
import type { Document } from '#reports/document.ts';
import { issuedPdf, signatureColumns } from './act-issue.server.ts';
import type { ActValues } from './act-values.ts';

/** Acts made in one run: what stands over waits for the next, for files are drawn where pages are served. */
const MOST_AT_ONCE = 20;

/**
 * Draws the file of acts approved lately and stores its hash, the newest first; safe to repeat. An act whose text is not
 * what was approved is told to the log and holds up no other. Source: M-22.
 */
export async function issueApproved(ctx: Context, services: Pick<AppServices, 'config' | 'log'>): Promise<void> {
  const rows = await ctx.db
    .selectFrom('localAct')
    .leftJoin('actSignature', 'actSignature.actId', 'localAct.id')
    .select(['localAct.id', 'localAct.unitId', 'localAct.regionId', 'localAct.number', 'localAct.registeredOn'])
    .select(['localAct.document', 'localAct.documentHash', 'localAct.values', 'localAct.signatureKind'])
    .select(['localAct.approvedAt', 'localAct.createdAt', 'localAct.checkCode'])
    .select(signatureColumns)
    .where('localAct.state', '=', 'approved')
    .where('localAct.origin', '=', 'program')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('actIssue').select('actIssue.id').whereRef('actIssue.actId', '=', 'localAct.id'))),
    )
    .orderBy('localAct.approvedAt', 'desc')
    .orderBy('localAct.id')
    .limit(MOST_AT_ONCE)
    .execute();
  for (const { document, values, ...row } of rows) {
    // Both columns are written only by this feature's operations, from these types.
    const act = { ...row, state: 'approved' as const, document: document as Document, values: values as ActValues };
    try {
      await issuedPdf(ctx, act, services.config.origin, { standard: null, isOriginal: false });
    } catch (error) {
      services.log.error({ act: act.id, name: error instanceof Error ? error.name : '' }, 'act not issued');
    }
  }
}
