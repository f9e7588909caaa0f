import { createHash } from 'node:crypto';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id, Moment } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { documentHash } from '#reports/document-hash.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import type { Issue, Standard } from '#reports/issue.ts';
import { shownCode } from './act-check-code.ts';
import { markedDocument, markOf } from './act-mark.ts';
import { registeredDocument } from './assignment-order.ts';
import type { ActState } from './local-act.ts';

/** A signature as it is stored, nothing where there is none. */
export interface SignatureRow {
  signedBy: string | null;
  signedOn: Day | null;
  certificateHolder: string | null;
  certificateSerial: string | null;
  certificateFrom: Moment | null;
  certificateTo: Moment | null;
}

/** What of an act decides its sheets. The caller has asked whether the actor may read it. */
export interface IssuedAct extends SignatureRow {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  state: ActState;
  number: string | null;
  registeredOn: Day | null;
  document: Document;
  documentHash: string;
  values: { signerName: string; signerPost: string };
  signatureKind: string | null;
  approvedAt: Moment | null;
  createdAt: Moment;
  checkCode: string;
}

/** Columns of `SignatureRow`, of a query that has joined the signature. */
export const signatureColumns = [
  'actSignature.kind as signedBy',
  'actSignature.signedOn',
  'actSignature.certificateHolder',
  'actSignature.certificateSerial',
  'actSignature.certificateFrom',
  'actSignature.certificateTo',
] as const;

type Worded = Pick<IssuedAct, 'document' | 'number' | 'registeredOn' | 'values'> & SignatureRow;

/** The act's words with its number and day once it has them, and the mark of its electronic signature. */
export function issuedDocument(ctx: Pick<Context, 'timeZone'>, act: Worded): Document {
  const { number, registeredOn, document } = act;
  const numbered = number && registeredOn ? registeredDocument(document, number, registeredOn) : document;
  const mark = markOfAct(ctx, act);
  return mark === null
    ? numbered
    : markedDocument(numbered, mark, { name: act.values.signerName, post: act.values.signerPost });
}

function markOfAct({ timeZone }: Pick<Context, 'timeZone'>, act: Worded): string | null {
  const { signedBy: kind, signedOn, certificateFrom, certificateTo, ...certificate } = act;
  if (kind === null || signedOn === null) return null;
  const on = (moment: Moment | null) => moment && dayOf(moment, timeZone);
  const days = { validFrom: on(certificateFrom), validTo: on(certificateTo) };
  return markOf({ ...certificate, ...days, kind, signedOn }, act.values.signerName);
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

/** Throws where an approved act no longer says what was approved: a fault that must never leave on paper. */
export function assertUnaltered(act: Pick<IssuedAct, 'state' | 'document' | 'documentHash'>): void {
  if (act.state === 'approved' && documentHash(act.document) !== act.documentHash) {
    throw new Error('the text of an approved act is not the text that was approved');
  }
}

/**
 * The act's file. Of an approved act the hash of every file given out is stored, once; the file a detached signature is
 * made of is kept and given out again byte for byte: as long as no signature is there, and later as the `original`.
 * Source: M-22.
 */
export async function issuedPdf(
  ctx: Context,
  act: IssuedAct,
  origin: string,
  asked: { standard: Standard | null; isOriginal: boolean },
): Promise<Buffer> {
  const isApproved = act.state === 'approved';
  const isSignedByFile = act.signatureKind === 'unqualified' || act.signatureKind === 'qualified';
  const isKept = isApproved && isSignedByFile && asked.standard === null && (act.signedBy === null || asked.isOriginal);
  if (isKept) {
    const kept = await findKept(ctx, act.id);
    if (kept) return kept;
  }
  assertUnaltered(act);
  const issue = await issueOf(ctx, act, origin, asked.standard);
  const drawn = isKept ? { ...act, signedBy: null } : act;
  const file = await documentToPdf(issuedDocument(ctx, drawn), {
    createdAt: act.approvedAt ?? act.createdAt,
    issue,
    ...(isApproved ? { hash: act.documentHash } : {}),
  });
  if (!isApproved) return file;
  const { id: actId, unitId, regionId } = act;
  const isMarked = markOfAct(ctx, drawn) !== null;
  const fileHash = createHash('sha256').update(file).digest('hex');
  const row = {
    id: newId(),
    actId,
    unitId,
    regionId,
    fileHash,
    standard: issue.standard,
    isMarked,
    createdAt: ctx.now,
  };
  const content = isKept ? file : null;
  const added = await ctx.db
    .insertInto('actIssue')
    .values({ ...row, content })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Somebody else was first: his file is the one that is signed.
  return isKept && added.numInsertedOrUpdatedRows === 0n ? ((await findKept(ctx, act.id)) ?? file) : file;
}

async function findKept(ctx: Context, actId: Id): Promise<Buffer | null> {
  const row = await ctx.db
    .selectFrom('actIssue')
    .select('content')
    .where('actId', '=', actId)
    .where('content', 'is not', null)
    .executeTakeFirst();
  return row?.content ?? null;
}
