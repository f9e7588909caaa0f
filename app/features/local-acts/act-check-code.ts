/** The code under an act's barcode: sixteen hexadecimal digits, shown in fours for those who type it from paper. */

/** The code as it is shown: «3f7a-92c1-0b4e-77aa». */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?!$)/g, '$1-');
}

/** The code somebody typed, with or without hyphens and spaces, in letters of either size; null when it is none. */
export function typedCode(text: string): string | null {
  const code = text.replace(/[\s\u2010-\u2015-]/g, '').toLowerCase();
  return /^[0-9a-f]{16}$/.test(code) ? code : null;
}
