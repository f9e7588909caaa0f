import { safeFileName } from '#app/core/file-names.ts';

/**
 * A file a teacher leaves behind: the product of a step, or what confirms a diagnosis. What it is is told by its
 * content, never by its name; a page, a program or a script is not taken. Sources: 002-39, reliability case 17.
 */
export const PRODUCT_KINDS = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'jpeg', 'png'] as const;

/** One kind. */
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** The largest file: twenty megabytes; the gate refuses a post of more than 25 while it still comes. */
export const LARGEST_PRODUCT_BYTES = 20 * 1024 * 1024;

/** Most files of one step or one sheet of diagnosis. */
export const MOST_PRODUCT_FILES = 10;

/** Most bytes all files of one route may take: two hundred megabytes. */
export const MOST_ROUTE_BYTES = 200 * 1024 * 1024;

/** Why a file is not taken; constraint names of the database among them. */
export type ProductFileRule =
  | 'file-missing'
  | 'file-too-large'
  | 'file-is-page'
  | 'file-is-program'
  | 'file-has-script'
  | 'file-is-text'
  | 'file-is-archive'
  | 'file-old-office'
  | 'file-locked'
  | 'file-broken'
  | 'file-kind-unknown'
  | 'files-too-many'
  | 'files-too-large'
  | 'file-already-attached'
  | 'step-takes-no-files'
  | 'file-of-closed-step';

/** A file as it came. */
export interface NewFile {
  name: string;
  bytes: Uint8Array;
}

/** A file looked into and found harmless: what is kept. */
export interface ReadyFile {
  name: string;
  kind: ProductKind;
  /** SHA-256 of the bytes kept, hexadecimal. */
  hash: string;
  bytes: Uint8Array;
}

/** MIME types; files are always given out to be saved, never to be shown. */
export const productTypes: Record<ProductKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** What a browser offers to choose from. */
export const PRODUCT_ACCEPT = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.jpg,.jpeg,.png';

/** Narrows a stored word to a kind; an unknown one is a fault of the data. */
export function productKind(word: string): ProductKind {
  const found = PRODUCT_KINDS.find((kind) => kind === word);
  if (!found) throw new Error(`unknown kind of a file: ${word}`);
  return found;
}

/** The name a file is kept under: what the person called it, with the ending its content has. */
export function productName(name: string, kind: ProductKind): string {
  const ending = kind === 'jpeg' ? 'jpg' : kind;
  const stem = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.[A-Za-z][A-Za-z0-9]{0,4}$/u, '').trim();
  return safeFileName(`${stem}.${ending}`);
}

/** Why these files cannot stand beside those already there; null when they can. Sizes are bytes. */
export function ruleAgainstFiles(
  added: readonly { bytes: Uint8Array }[],
  there: { count: number; routeBytes: number },
): ProductFileRule | null {
  if (added.length === 0) return 'file-missing';
  if (there.count + added.length > MOST_PRODUCT_FILES) return 'files-too-many';
  const size = added.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return there.routeBytes + size > MOST_ROUTE_BYTES ? 'files-too-large' : null;
}
