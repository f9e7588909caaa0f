/**
 * Checking an act by anybody who holds it: whether it was issued here, is in force, and says the same words. No name,
 * heading or text of the act is told. Source: the 31st requisite of GOST R 7.0.97-2025; acceptance M-22.
 */

/** Why what somebody holds is not the act. */
export type CheckRule =
  | 'nothing-to-compare'
  | 'not-a-hash'
  | 'hash-differs'
  | 'not-our-file'
  | 'words-differ'
  | 'file-changed'
  | 'file-too-big'
  | 'check-busy'
  | 'code-unknown';

/** Largest file looked at, bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** What was found to agree: the very file issued, or the words of the act. */
export type Agreement = 'same-file' | 'same-words';

/** A pasted hash, of the text or of a file; null when it is none. Spaces and the size of letters do not matter. */
export function typedHash(typed: string): string | null {
  const hash = typed.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

/** Why a file is not the act's; null when it is the very file: `isIssued` says that its hash was stored when it was given out. */
export function ruleAgainstFile(
  file: { isPdf: boolean; claimedHash: string | null },
  act: { documentHash: string; isIssued: boolean },
): CheckRule | null {
  if (act.isIssued) return null;
  if (!file.isPdf || file.claimedHash === null) return 'not-our-file';
  // Whoever changes the words of a file leaves the hash inside as it was: the right hash in another file proves nothing.
  return file.claimedHash === act.documentHash ? 'file-changed' : 'words-differ';
}
