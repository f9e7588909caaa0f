/** Why a file cannot be read as a staff list at all. */
export type UnreadableFileCode =
  | 'too-large'
  | 'not-a-table'
  | 'old-excel'
  | 'broken-zip'
  | 'zip-bomb'
  | 'encrypted'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-long'
  | 'empty'
  | 'too-heavy'
  | 'busy';

/** A file refused as a whole; the code has one Russian sentence in `staff-list.text.ts`. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly code: UnreadableFileCode,
    options?: ErrorOptions,
  ) {
    super(`unreadable staff list: ${code}`, options);
  }
}
