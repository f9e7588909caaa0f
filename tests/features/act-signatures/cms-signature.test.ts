import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanFormat } from '#app/features/act-signatures/act-file.ts';
import { readDetachedSignature, SignatureRefused } from '#app/features/act-signatures/cms-signature.ts';

const file = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/signatures', name)));
const codeOf = (bytes: Uint8Array): string => {
  try {
    return readDetachedSignature(bytes).holder;
  } catch (error) {
    if (error instanceof SignatureRefused) return error.code;
    throw error;
  }
};

describe('a detached signature', () => {
  test('says whose certificate it is, who issued it and how long it is valid', () => {
    const facts = readDetachedSignature(file('detached.p7s'));
    expect(facts).toMatchObject({ holder: 'Ершова Татьяна Викторовна', issuer: 'Ершова Татьяна Викторовна' });
    expect(facts.serial).toMatch(/^[0-9A-F]{20,}$/);
    expect(facts.validFrom < facts.validTo).toBe(true);
  });

  test('reads the same in Base64 with and without PEM lines', () => {
    const plain = Buffer.from(file('detached.p7s')).toString('base64');
    const pem = `-----BEGIN PKCS7-----\n${plain.replace(/(.{64})/g, '$1\n')}\n-----END PKCS7-----\n`;
    for (const text of [plain, pem]) expect(codeOf(Buffer.from(text))).toBe('Ершова Татьяна Викторовна');
  });

  test.each([
    ['with the document inside', file('attached.p7s'), 'signature-not-detached'],
    ['without the certificate', file('nocert.p7s'), 'signature-without-certificate'],
    ['that is empty', new Uint8Array(), 'signature-unreadable'],
    ['that is a PDF', Buffer.from('%PDF-1.7 words'), 'signature-unreadable'],
    ['that promises four gigabytes', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30), 'signature-unreadable'],
    ['of endless nesting', new Uint8Array(100_000).fill(0x30), 'signature-unreadable'],
  ])('%s is refused in words', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('cut anywhere or with any byte changed never breaks the reader', () => {
    const whole = file('detached.p7s');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const spoilt = Uint8Array.from(whole);
        spoilt[at] = byte;
        expect(typeof codeOf(isCut ? spoilt.subarray(0, at) : spoilt)).toBe('string');
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
  [[0xff, 0xd8, 0xff, 0xe0], 'jpeg'],
  [[0x3c, 0x68, 0x74, 0x6d, 0x6c], null],
  [[0x4d, 0x5a], null],
  [[], null],
])('a scan beginning with %j is %s', (bytes, format) => {
  expect(scanFormat(Uint8Array.from(bytes))).toBe(format);
});
