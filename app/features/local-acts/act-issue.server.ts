import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id, Moment } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import type { Issue, Standard } from '#reports/issue.ts';
import { shownCode } from './act-check-code.ts';
import { registeredDocument } from './assignment-order.ts';
import type { ActState } from './local-act.ts';

/** What of an act decides its sheets. The caller has asked whether the actor may read it. */
export interface IssuedAct {
  id: Id;
  unitId: Id;
  state: ActState;
  number: string | null;
  registeredOn: Day | null;
  document: Document;
  documentHash: string;
  approvedAt: Moment | null;
  createdAt: Moment;
  checkCode: string;
}

/** The act's words with its number and day once it has them. */
export function issuedDocument(act: Pick<IssuedAct, 'document' | 'number' | 'registeredOn'>): Document {
  const { number, registeredOn, document } = act;
  return number && registeredOn ? registeredDocument(document, number, registeredOn) : document;
}

/** How an act is issued: by its organisation's standard unless another is asked for; a draft has nothing to check. */
export async function issueOf(
  ctx: Context,
  act: Pick<IssuedAct, 'unitId' | 'state' | 'checkCode'>,
  origin: string,
  asked: Standard | null = null,
): Promise<Issue> {
  const standard = asked ?? (await findStandard(ctx, act.unitId));
  const code = shownCode(act.checkCode);
  return { standard, check: act.state === 'approved' ? { address: `${origin}${paths.check(code)}`, code } : null };
}

/** The standard an organisation prints by. */
export async function findStandard(ctx: Context, unitId: Id): Promise<Standard> {
  const row = await ctx.db
    .selectFrom('outputStandard')
    .select('standard')
    .where('unitId', '=', unitId)
    .executeTakeFirst();
  return row?.standard === '2016' ? '2016' : '2025';
}

/** The act's file; the same act, standard and address give the same bytes. */
export function issuedPdf(act: IssuedAct, issue: Issue): Promise<Buffer> {
  return documentToPdf(issuedDocument(act), {
    createdAt: act.approvedAt ?? act.createdAt,
    issue,
    ...(act.state === 'approved' ? { hash: act.documentHash } : {}),
  });
}
