import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, paragraph } from '#reports/document.ts';
import { documentHash } from '#reports/document-hash.ts';
import { documentOf, sampleOrder } from './sample-documents.ts';

describe('the hash of a document', () => {
  test('is 64 hexadecimal digits', () => {
    expect(documentHash(sampleOrder)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('stays the same through the database, which reorders keys', () => {
    const reordered = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reordered);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reordered(inner)]),
      );
    };
    const stored = JSON.parse(JSON.stringify(reordered(sampleOrder)));
    expect(documentHash(stored)).toBe(documentHash(sampleOrder));
  });

  test('takes an undefined key for an absent one', () => {
    const runs = [{ text: 'слово', bold: undefined }];
    const block: Block = { kind: 'paragraph', runs, align: 'left', firstLineIndent: false };
    const same: Block = { ...block, runs: [{ text: 'слово' }] };
    expect(documentHash(documentOf([block]))).toBe(documentHash(documentOf([same])));
  });

  test('differs when one letter differs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const isSame = documentHash(documentOf([paragraph(one)])) === documentHash(documentOf([paragraph(other)]));
        expect(isSame).toBe(one === other);
      }),
    );
  });

  test('differs when the order of points differs', () => {
    const [one, two] = [paragraph('один'), paragraph('два')];
    expect(documentHash(documentOf([one, two]))).not.toBe(documentHash(documentOf([two, one])));
  });
});
