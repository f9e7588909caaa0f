import type { Day } from '#db/schema.ts';

/** Formats a file beside an act may have, told by its first bytes, never by its name. */
export const FILE_FORMATS = ['pdf', 'jpeg', 'png', 'cms'] as const;

/** One format. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The largest scan: ten megabytes. */
export const LARGEST_SCAN_BYTES = 10 * 1024 * 1024;
/** The largest signature: real ones are 2 to 20 kilobytes. */
export const LARGEST_SIGNATURE_BYTES = 256 * 1024;

const BEGINNINGS: readonly [FileFormat, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];

/** The format of a scan; null when it is none that is taken. */
export function scanFormat(bytes: Uint8Array): FileFormat | null {
  const found = BEGINNINGS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

/** MIME type of a stored file; always given out to be saved, never to be shown. */
export const fileTypes: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  cms: 'application/pkcs7-signature',
};

/** Why a file or a signature is refused. */
export type SignatureRule =
  | 'file-missing'
  | 'file-too-large'
  | 'scan-format'
  | 'signature-unreadable'
  | 'signature-not-detached'
  | 'signature-without-certificate'
  | 'signature-not-awaited'
  | 'signed-already'
  | 'signed-in-future'
  | 'signed-before-act'
  | 'certificate-not-valid';

/** What a decision about a signature needs to know of an act. */
export interface SignableFacts {
  state: string;
  origin: string;
  signatureKind: string | null;
  registeredOn: Day | null;
  isSigned: boolean;
}

/** Why a signature of this sort cannot be recorded; null when it can. */
export function ruleAgainstAttaching(
  act: SignableFacts,
  sort: 'paper' | 'file',
  { signedOn, today }: { signedOn: Day; today: Day },
): { rule: SignatureRule; field?: string } | null {
  const wanted = sort === 'paper' ? ['paper'] : ['unqualified', 'qualified'];
  const isAwaited = act.state === 'approved' && act.origin === 'program' && wanted.includes(act.signatureKind ?? '');
  if (!isAwaited) return { rule: 'signature-not-awaited' };
  if (act.isSigned) return { rule: 'signed-already' };
  if (signedOn > today) return { rule: 'signed-in-future', field: 'signedOn' };
  return act.registeredOn !== null && signedOn < act.registeredOn
    ? { rule: 'signed-before-act', field: 'signedOn' }
    : null;
}

/** Why the certificate does not fit the day of signing; null when it does. */
export function ruleAgainstCertificate(period: { validFrom: Day; validTo: Day }, signedOn: Day): SignatureRule | null {
  return period.validFrom <= signedOn && signedOn <= period.validTo ? null : 'certificate-not-valid';
}
