import { createHash } from 'node:crypto';
import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { type LockedAct, lockedAct } from '../local-acts/locked-act.server.ts';
import {
  type FileFormat,
  LARGEST_SCAN_BYTES,
  LARGEST_SIGNATURE_BYTES,
  ruleAgainstAttaching,
  ruleAgainstCertificate,
  scanFormat,
} from './act-file.ts';
import type { SignatureReader } from './act-signature-reader.server.ts';
import { type SignatureFacts, SignatureRefused } from './cms-signature.ts';

/** Records that the paper copy was signed on a day, with its scan when there is one. Throws RuleBroken with a `SignatureRule`. */
export async function recordPaperSignature(
  ctx: Context,
  actId: Id,
  input: { signedOn: Day; scan: Uint8Array | null },
): Promise<void> {
  const { signedOn, scan } = input;
  if (scan && scan.byteLength > LARGEST_SCAN_BYTES) throw new RuleBroken('file-too-large', 'file');
  const format = scan && scanFormat(scan);
  if (scan && !format) throw new RuleBroken('scan-format', 'file');
  await transact(ctx, async (tx) => {
    const act = await awaiting(tx, actId, 'paper', signedOn);
    const fileId = scan && format ? await keepFile(tx, act, 'scan', format, scan) : null;
    await sign(tx, act, { kind: 'paper', signedOn, fileId });
  });
}

/**
 * Keeps a detached signature and the certificate it names. The file is read in a thread of its own before anything is
 * locked. The signature itself is not verified here (see `cms-signature.ts`). Throws RuleBroken with a `SignatureRule`.
 */
export async function attachSignature(
  ctx: Context,
  reader: Pick<SignatureReader, 'read'>,
  actId: Id,
  input: { signedOn: Day; file: Uint8Array | null },
): Promise<void> {
  const { signedOn, file } = input;
  if (!file) throw new RuleBroken('file-missing', 'file');
  if (file.byteLength > LARGEST_SIGNATURE_BYTES) throw new RuleBroken('file-too-large', 'file');
  const facts = await read(reader, file);
  const on = (moment: string) => dayOf(moment, ctx.timeZone);
  const period = { validFrom: on(facts.validFrom), validTo: on(facts.validTo) };
  const refusal = ruleAgainstCertificate(period, signedOn);
  if (refusal) throw new RuleBroken(refusal, 'signedOn');
  await transact(ctx, async (tx) => {
    const act = await awaiting(tx, actId, 'file', signedOn);
    const fileId = await keepFile(tx, act, 'signature', 'cms', file);
    const certificate = {
      certificateHolder: facts.holder,
      certificateIssuer: facts.issuer,
      certificateSerial: facts.serial,
      certificateFrom: facts.validFrom,
      certificateTo: facts.validTo,
    };
    await sign(tx, act, { kind: act.signatureKind ?? '', signedOn, fileId, ...certificate });
  });
}

async function read(reader: Pick<SignatureReader, 'read'>, file: Uint8Array): Promise<SignatureFacts> {
  try {
    return await reader.read(file);
  } catch (error) {
    if (error instanceof SignatureRefused) throw new RuleBroken(error.code, 'file');
    throw error;
  }
}

/** The approved act, locked, that waits for a signature of this sort. Throws RuleBroken. */
async function awaiting(tx: Context, actId: Id, sort: 'paper' | 'file', signedOn: Day): Promise<LockedAct> {
  const act = await lockedAct(tx, actId);
  await assertCan(tx, 'act.edit', actId);
  const [row, known] = await Promise.all([
    tx.db.selectFrom('localAct').select(['registeredOn', 'origin']).where('id', '=', actId).executeTakeFirstOrThrow(),
    tx.db.selectFrom('actSignature').select('id').where('actId', '=', actId).executeTakeFirst(),
  ]);
  const facts = { ...act, ...row, isSigned: known !== undefined };
  const broken = ruleAgainstAttaching(facts, sort, { signedOn, today: tx.today });
  if (broken) throw new RuleBroken(broken.rule, broken.field);
  return act;
}

async function keepFile(
  tx: Context,
  act: LockedAct,
  kind: 'scan' | 'signature',
  format: FileFormat,
  bytes: Uint8Array,
): Promise<Id> {
  const id = newId();
  const { id: actId, unitId, regionId } = act;
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const row = { id, actId, unitId, regionId, kind, format, fileHash, bytes };
  await tx.db
    .insertInto('actFile')
    .values({ ...row, addedBy: personOf(tx), createdAt: tx.now })
    .execute();
  return id;
}

interface Signature {
  kind: string;
  signedOn: Day;
  fileId: Id | null;
  certificateHolder?: string;
  certificateIssuer?: string;
  certificateSerial?: string;
  certificateFrom?: string;
  certificateTo?: string;
}

async function sign(tx: Context, act: LockedAct, signature: Signature): Promise<void> {
  const { id: actId, unitId, regionId, documentHash } = act;
  const by = { signerId: act.values.signerId || null, recordedBy: personOf(tx), createdAt: tx.now };
  await tx.db
    .insertInto('actSignature')
    .values({ id: newId(), actId, unitId, regionId, documentHash, ...by, ...signature })
    .execute();
  const { kind: signatureKind, signedOn } = signature;
  await journalAct(tx, 'signAct', act, { signatureKind, signedOn, hasFile: signature.fileId !== null });
}
