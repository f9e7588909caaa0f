import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';

const site = new URL(inject('siteUrl'));
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

async function open(): Promise<Socket> {
  const socket = connect(Number(site.port), site.hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes as they are; the status of the first answer, or null when the connection was closed without one. */
async function statusOf(raw: Buffer): Promise<number | null> {
  const socket = await open();
  return new Promise((resolve) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      if (heard.includes('\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? Number.NaN) || null));
    socket.end(raw);
  });
}

const strange = fc.constantFrom(
  '\u0000',
  '%00',
  '%',
  '%zz',
  '..',
  '//',
  '\\',
  ';',
  '?_data=x',
  '.data',
  'я',
  '\uD800',
  '[]',
  '__proto__',
  "'--",
  '<b>',
  '%2e%2e%2f',
  'a'.repeat(9_000),
);
const path = fc
  .tuple(
    fc.constantFrom('/', '/sign-in', '/people', '/mentorships/', '/units/', '/assets/', '/_root'),
    fc.array(strange, { maxLength: 3 }),
  )
  .map(([base, parts]) => base + parts.join(''));
const header = fc.constantFrom(
  `Origin: ${site.origin}`,
  'Origin: null',
  'Sec-Fetch-Site: same-origin',
  'Cookie: auth_session=%00%ff; ryadom-done=%E0%A4%A',
  `Cookie: ${'c=1;'.repeat(3_000)}`,
  'Host: a b',
  'Host: evil.example:99999999',
  'X-Forwarded-Host: evil.example',
  'Transfer-Encoding: chunked',
  'Content-Encoding: gzip',
  'Expect: 100-continue',
  'Accept: \u0001',
  'Range: bytes=5-1',
  'If-None-Match: "x"',
  'Accept-Encoding: br;q=9, *;q=x',
);
const type = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'application/json',
  'x',
  '',
);
const body = fc.constantFrom(
  '',
  'a=1&'.repeat(500),
  'login=%00&password=%ff%fe',
  '%%%=&&&==',
  '__proto__[x]=1&constructor=2&a[]=3',
  '--b\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\n\r\nPK\u0003\u0004\r\n--b--\r\n',
  '--b\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--b--\r\n',
  '--b\r\n\r\n--b--\r\n',
  '{"a":',
);
const malformed = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'HEAD', 'PUT', 'BREW', 'get'),
  path,
  headers: fc.array(header, { maxLength: 4 }),
  type,
  body,
});

test(`a thousand malformed requests get no answer of ours that is a fault (seed ${seed})`, async () => {
  const faults: unknown[] = [];
  for (const asked of fc.sample(malformed, { numRuns: 1_000, seed })) {
    const length = Buffer.byteLength(asked.body);
    const lines = [`${asked.method} ${asked.path} HTTP/1.1`, 'Host: x', ...asked.headers, 'Connection: close'];
    if (asked.method === 'POST') lines.push(`Content-Type: ${asked.type}`, `Content-Length: ${length}`);
    const status = await statusOf(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${asked.body}`));
    if (status !== null && status >= 500) faults.push({ status, ...asked });
  }
  expect(faults).toEqual([]);
  expect((await fetch(`${site.origin}/ready`)).status).toBe(200);
});

test('three hundred senders who never finish do not keep others waiting', async () => {
  const slow = await Promise.all(Array.from({ length: 300 }, open));
  for (const socket of slow)
    socket.write(`POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${site.origin}\r\nContent-Length: 1000\r\n`);
  const began = Date.now();
  expect((await fetch(`${site.origin}/sign-in`)).status).toBeLessThan(500);
  expect(Date.now() - began).toBeLessThan(1_000);
  for (const socket of slow) socket.destroy();
});
