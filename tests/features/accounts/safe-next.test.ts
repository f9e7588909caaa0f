import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from '#app/features/accounts/safe-next.ts';

const hostile = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  'https://evil.example',
  'http:evil.example',
  'HTTPS://evil.example/people',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example',
  ' //evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/\r\nSet-Cookie: a=b',
  '/people\u0000',
  '/people\u2028',
  '/./\\evil.example',
  '/.//evil.example',
  '/people/..//evil.example',
  '/sign-in',
  '/sign-in?next=/people',
  '/sign-out',
  '',
  `/${'a'.repeat(2_000)}`,
  '?next=//evil.example',
  '#//evil.example',
];

test.each(hostile)('leads home instead of %j', (asked) => {
  expect(safeNext(asked, '/')).toBe('/');
});

test.each(['/people', '/people?search=%D0%95&page=2', '/units/0197/add', '/'])('keeps the own page %j', (asked) => {
  expect(safeNext(asked, '/home')).toBe(asked);
});

test('whatever is asked, a browser stays on this site', () => {
  const pieces = fc.constantFrom(
    '/',
    '//',
    '\\',
    '.',
    '..',
    '@',
    ':',
    'evil.example',
    'people',
    '%2f',
    '%5c',
    '\t',
    ' ',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const answer = safeNext(parts.join(''), '/');
      expect(new URL(answer, 'http://ours.example').origin).toBe('http://ours.example');
    }),
    { numRuns: 2_000 },
  );
});
