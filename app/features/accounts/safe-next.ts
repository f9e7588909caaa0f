const ELSEWHERE = 'http://elsewhere.invalid';
const UNSAFE = /[\\\p{Cc}\p{Zl}\p{Zp}]|^\/\//u;
const LONGEST = 1_000;

/**
 * Where to go after signing in: the asked page when it is a path of this site, otherwise home. Whatever a browser could
 * read as another address (`//host`, `/\host`, a scheme, control characters) leads home.
 */
export function safeNext(asked: string | null | undefined, home: string): string {
  if (!asked || asked.length > LONGEST || !asked.startsWith('/') || UNSAFE.test(asked)) return home;
  if (!URL.canParse(asked, ELSEWHERE)) return home;
  const url = new URL(asked, ELSEWHERE);
  if (url.origin !== ELSEWHERE || url.pathname.startsWith('//')) return home;
  return /^\/sign-(in|out)(\/|$)/.test(url.pathname) ? home : `${url.pathname}${url.search}`;
}
