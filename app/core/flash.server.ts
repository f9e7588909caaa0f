const NAME = 'ryadom-done';

/** Cookie that carries the confirming sentence over one redirect. */
export function flashCookie(sentence: string, secure: boolean): string {
  const value = encodeURIComponent(sentence.slice(0, 300));
  return `${NAME}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Cookie that forgets the sentence once shown. */
export const clearedFlashCookie = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

/** The sentence a redirect carried, or null. */
export function readFlash(cookieHeader: string | null): string | null {
  const match = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(cookieHeader ?? '');
  if (!match?.[1]) return null;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return null;
  }
}
