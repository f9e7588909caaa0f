import { X509Certificate } from 'node:crypto';
import { childrenOf, type Der, NotDer, oidOf, readDer } from './der.ts';

/** Whom a detached signature names as its signer. */
export interface SignatureFacts {
  holder: string;
  issuer: string;
  /** Hexadecimal, upper case. */
  serial: string;
  /** ISO 8601. */
  validFrom: string;
  validTo: string;
}

/** Why a file is no detached signature we can show. */
export type UnreadableSignature = 'signature-unreadable' | 'signature-not-detached' | 'signature-without-certificate';

/** The file is refused; the code is the rule's. */
export class SignatureRefused extends Error {
  override name = 'SignatureRefused';
  /** Which rule. */
  readonly code: UnreadableSignature;
  constructor(code: UnreadableSignature) {
    super(code);
    this.code = code;
  }
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const EXPLICIT_0 = 0xa0;
const SEQUENCE = 0x30;
const SET = 0x31;
const LONGEST_NAME = 400;

/**
 * Reads a detached CMS signature (RFC 5652), DER or the same in Base64, and says whose certificate signed. It reads, it does
 * not verify: GOST algorithms are not in Node; a verifier would be asked here, with the signed PDF beside the signature.
 * Throws SignatureRefused. Sources: law 63-FZ, articles 5 and 14; L-4.
 */
export function readDetachedSignature(file: Uint8Array): SignatureFacts {
  try {
    return factsOf(readDer(derOf(file)));
  } catch (error) {
    if (error instanceof SignatureRefused) throw error;
    // Whatever else goes wrong in a stranger's file means one thing: it cannot be read.
    throw new SignatureRefused('signature-unreadable');
  }
}

function factsOf(info: Der): SignatureFacts {
  const [type, wrapped] = childrenOf(expect(info, SEQUENCE));
  if (!type || !wrapped || oidOf(type) !== SIGNED_DATA) throw new NotDer('not signed data');
  const parts = childrenOf(expect(readDer(expect(wrapped, EXPLICIT_0).contents), SEQUENCE));
  const content = parts[2];
  if (!content || childrenOf(expect(content, SEQUENCE)).length > 1)
    throw new SignatureRefused('signature-not-detached');
  const certificates = parts.slice(3).find(({ tag }) => tag === EXPLICIT_0);
  const signers = parts.slice(3).find(({ tag }) => tag === SET);
  const [signer] = signers ? childrenOf(signers) : [];
  if (!signer) throw new NotDer('no signer');
  const found = (certificates ? childrenOf(certificates) : []).find((one) => isOf(one, signer));
  if (!found) throw new SignatureRefused('signature-without-certificate');
  return certificateFacts(found.whole);
}

/** Whether the signer's «issuer and serial number» are those of the certificate. */
function isOf(certificate: Der, signer: Der): boolean {
  const [, sid] = childrenOf(expect(signer, SEQUENCE));
  const [body] = childrenOf(certificate);
  if (!sid || !body || sid.tag !== SEQUENCE) return false;
  const [issuer, serial] = childrenOf(sid);
  const fields = childrenOf(body);
  const from = fields[0]?.tag === EXPLICIT_0 ? 1 : 0;
  const [ownSerial, , ownIssuer] = fields.slice(from);
  return same(serial, ownSerial) && same(issuer, ownIssuer);
}

function same(one: Der | undefined, other: Der | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one.whole, other.whole) === 0;
}

function certificateFacts(der: Uint8Array): SignatureFacts {
  const certificate = new X509Certificate(der);
  const moment = (text: string) => new Date(Date.parse(text)).toISOString();
  return {
    holder: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    serial: certificate.serialNumber,
    validFrom: moment(certificate.validFrom),
    validTo: moment(certificate.validTo),
  };
}

/** The common name of a distinguished name, else all of it in one line. */
function nameOf(distinguished: string): string {
  const lines = distinguished.split('\n');
  const common = lines.find((line) => line.startsWith('CN='))?.slice(3);
  const name = (common ?? lines.join(', ')).replace(/\p{C}+/gu, ' ').trim();
  if (name === '') throw new NotDer('no name');
  return name.slice(0, LONGEST_NAME);
}

function expect(der: Der, tag: number): Der {
  if (der.tag !== tag) throw new NotDer(`tag ${der.tag}`);
  return der;
}

/** Signing programs save DER or its Base64, with or without PEM lines. */
function derOf(file: Uint8Array): Uint8Array {
  if (file[0] === SEQUENCE) return file;
  const text = Buffer.from(file)
    .toString('latin1')
    .replace(/-----[A-Z0-9 ]+-----/g, '')
    .replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new NotDer('not base64');
  return new Uint8Array(Buffer.from(text, 'base64'));
}
