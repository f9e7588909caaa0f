import type { Day } from '#db/schema.ts';
import type { Block, Document } from '#reports/document.ts';
import { markText } from './act-mark.text.ts';

/** An electronic signature of an act as its mark tells it; days of validity are those of the certificate. */
export interface SignatureFacts {
  kind: string;
  signedOn: Day;
  certificateHolder: string | null;
  certificateSerial: string | null;
  validFrom: Day | null;
  validTo: Day | null;
}

/** Who signs an act. */
export type Signer = { name: string; post: string };

/** The mark in lines; null for paper, which is signed by hand. */
export function markOf(signature: SignatureFacts, signer: string): string | null {
  const { kind, signedOn, certificateHolder: holder, certificateSerial: serial, validFrom, validTo } = signature;
  if (kind === 'simple') return markText.simple(signer, signedOn);
  if ((kind !== 'unqualified' && kind !== 'qualified') || !holder || !serial || !validFrom || !validTo) return null;
  const words = [markText.heading, markText.kinds[kind], markText.certificate(serial), markText.holder(holder)];
  return [...words, markText.valid(validFrom, validTo)].join('\n');
}

/**
 * The document with the mark where its signer signs: under his name, at his side of an agreement, in the grif of approval,
 * or, where he is named nowhere, in a signature of his under the text.
 */
export function markedDocument(document: Document, mark: string, { name: signer, post }: Signer): Document {
  const own = document.blocks.findLastIndex((block) => isSignedBy(block, signer));
  const grif = document.blocks.findIndex(({ kind }) => kind === 'approval');
  const at = own === -1 ? grif : own;
  if (at === -1) {
    const last: Block = { kind: 'signature', post, name: signer, mark };
    return { ...document, blocks: [...document.blocks, last] };
  }
  return {
    ...document,
    blocks: document.blocks.map((block, index) => (index === at ? marked(block, mark, signer) : block)),
  };
}

function isSignedBy(block: Block, signer: string): boolean {
  if (block.kind === 'signature') return block.name === signer;
  return block.kind === 'sides' && block.sides.some(({ name }) => name.endsWith(signer));
}

function marked(block: Block, mark: string, signer: string): Block {
  if (block.kind === 'signature') return { ...block, mark };
  if (block.kind === 'approval') return { ...block, lines: [...block.lines, ...mark.split('\n')] };
  if (block.kind !== 'sides') return block;
  return { ...block, sides: block.sides.map((side) => (side.name.endsWith(signer) ? { ...side, mark } : side)) };
}
