import { createHash } from 'node:crypto';
import type { Document } from './document.ts';

/**
 * SHA-256 (hex) of what a document says: the hash of what was shown is what gets approved. The order of keys does not
 * matter and absent and undefined keys are the same, so a document that went through the database keeps its hash.
 */
export function documentHash(document: Document): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}
