import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addressRefused, type GatedRequest, gate, securityHeaders } from '#app/core/gate.server.ts';
import { gateText } from '#app/core/gate.text.ts';
import { bodyLimits } from '#app/core/gate-body.server.ts';

const origin = 'http://ryadom.test';
const form = 'application/x-www-form-urlencoded';
let server: Server;
let port: number;
let reached = 0;

beforeAll(async () => {
  const app = express();
  app.use(securityHeaders({ isSecure: false }));
  app.use(gate({ origins: [origin] }));
  app.use((req: GatedRequest, res) => {
    reached += 1;
    res.json({ received: req.postedBody?.byteLength ?? null });
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => void server.close());

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Asks as raw as Node allows: neither path nor headers are tidied. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function post(body: string | Buffer, headers: Record<string, string> = {}) {
  return ask({ method: 'POST', headers: { Origin: origin, 'Content-Type': form, ...headers }, body });
}

test.each([
  '/?_data=root',
  '/people?_DATA=routes%2Fpeople',
  '/people?a=1&%5Fdata=x',
  '/people.data',
  '/people.DATA/',
  '/_root.data?_routes=x',
  '/people?_routes=x',
  '/__manifest?p=/',
  '//evil.example/people',
  '/people//7',
  '/people%2f7',
  '/people%5c7',
  '/people\\7',
  '/people;jsessionid=1',
  '/people.',
  '/people./7',
  '/people%2e',
  '/../etc/passwd',
  '/%2e%2e/etc/passwd',
  '/people%00',
  '/people%0d%0aSet-Cookie:a',
  '/people%E0%A4%A',
  'http://evil.example/people',
])('an address that is no page is not found: %s', async (path) => {
  const before = reached;
  const answer = await ask({ path });
  expect(answer.status).toBe(404);
  expect(answer.text).toContain(gateText[404].title);
  expect(reached).toBe(before);
});

test.each(['/', '/people', '/people/0190a-b?page=2&q=100%', '/people?q=%D0%AF', '/files/act.1.pdf', '/data'])(
  'an ordinary address passes: %s',
  async (path) => expect((await ask({ path })).status).toBe(200),
);

test('an address longer than any page has is refused', () => {
  expect(addressRefused(`/people?q=${'a'.repeat(5_000)}`)).toBe(414);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is not a way to ask', async (method) => {
  const answer = await ask({ method });
  expect(answer.status).toBe(405);
  expect(answer.headers.allow).toBe('GET, HEAD, POST');
});

test.each<[string, Record<string, string>, number]>([
  ['our origin', { Origin: origin }, 200],
  ['our origin, confirmed by the browser', { Origin: origin, 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['no origin, but the browser says it is ours', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['nothing said', {}, 403],
  ['typed by hand', { 'Sec-Fetch-Site': 'none' }, 403],
  ['another site', { Origin: 'http://evil.example' }, 403],
  ['another port', { Origin: `${origin}:8080` }, 403],
  ['an opaque origin', { Origin: 'null' }, 403],
  ['our name as part of another', { Origin: `${origin}.evil.example` }, 403],
  ['a forged host', { Origin: 'http://evil.example', Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' }, 403],
  ['a rebound name', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' }, 403],
  ['our origin from another site', { Origin: origin, 'Sec-Fetch-Site': 'cross-site' }, 403],
])('a post with %s', async (_, headers, status) => {
  const answer = await ask({ method: 'POST', headers: { 'Content-Type': form, ...headers }, body: 'a=1' });
  expect(answer.status).toBe(status);
});

test.each<[string, Record<string, string>, number]>([
  ['followed as a link', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' }, 200],
  ['loaded as a picture', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' }, 403],
  ['put into a frame', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Dest': 'iframe' }, 403],
  ['fetched by a script', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'empty' }, 403],
  ['fetched by our own script', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty' }, 200],
])('a page of ours %s from elsewhere', async (_, headers, status) => {
  expect((await ask({ headers })).status).toBe(status);
});

function upload(parts: string[], boundary = 'edge'): Buffer {
  const lines = parts.map(
    (text, at) => `--${boundary}\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\n${text}\r\n`,
  );
  return Buffer.from(`${lines.join('')}--${boundary}--\r\n`);
}

const uploadType = { 'Content-Type': 'multipart/form-data; boundary=edge' };

test.each<[string, string | Buffer, Record<string, string>, number]>([
  ['a form', 'a=1&b=2', {}, 200],
  ['an empty form', '', {}, 200],
  ['a form with its letters named', 'a=1', { 'Content-Type': `${form}; charset=UTF-8` }, 200],
  ['the most fields', Array(bodyLimits.formFields).fill('a=1').join('&'), {}, 200],
  [
    'one field too many',
    Array(bodyLimits.formFields + 1)
      .fill('a=1')
      .join('&'),
    {},
    413,
  ],
  ['the longest form', `a=${'x'.repeat(bodyLimits.formBytes - 2)}`, {}, 200],
  ['a form one byte too long', `a=${'x'.repeat(bodyLimits.formBytes - 1)}`, {}, 413],
  ['a file', upload(['text']), uploadType, 200],
  ['the most parts', upload(Array(bodyLimits.uploadParts).fill('x')), uploadType, 200],
  ['a part too many', upload(Array(bodyLimits.uploadParts + 1).fill('x')), uploadType, 413],
  ['a file cut short', upload(['text']).subarray(0, -9), uploadType, 400],
  ['a file with no beginning', 'no such thing', uploadType, 400],
  ['a file without a boundary', upload(['x']), { 'Content-Type': 'multipart/form-data' }, 415],
  ['JSON', '{}', { 'Content-Type': 'application/json' }, 415],
  ['plain text', 'a=1', { 'Content-Type': 'text/plain' }, 415],
  ['nothing named', 'a=1', { 'Content-Type': '' }, 415],
  ['packed letters', 'a=1', { 'Content-Encoding': 'gzip' }, 415],
  ['other letters', 'a=1', { 'Content-Type': `${form}; charset=windows-1251` }, 415],
])('%s posted', async (_, body, headers, status) => {
  const answer = await post(body, headers);
  expect(answer.status).toBe(status);
  if (status === 200) expect(JSON.parse(answer.text)).toEqual({ received: body.length });
});

test('a large file is counted while it comes, announced or not, and refused with a page', async () => {
  const tooMuch = Buffer.alloc(bodyLimits.uploadBytes + 1);
  expect((await post(tooMuch, uploadType)).status).toBe(413);
  expect((await post(tooMuch, { ...uploadType, 'Transfer-Encoding': 'chunked' })).status).toBe(413);
});

test('forgets what it held, so that many posts one after another pass', async () => {
  const file = upload(['x'.repeat(20_000_000)]);
  const statuses = [];
  for (let time = 0; time < 8; time += 1) statuses.push((await post(file, uploadType)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('files held back by slow senders make further files wait, and nobody who sends an ordinary form', async () => {
  const slow = await Promise.all([0, 1].map(() => holdBack(bodyLimits.uploadBytes)));
  await vi.waitFor(async () => expect((await post(upload(['text']), uploadType)).status).toBe(503));
  expect((await post('a=1')).status).toBe(200);
  for (const socket of slow) socket.destroy();
  await Promise.all(slow.map((socket) => once(socket, 'close')));
  await vi.waitFor(async () => expect((await post(upload(['text']), uploadType)).status).toBe(200));
});

/** Sends a file of so many bytes but for the last one. */
async function holdBack(bytes: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST / HTTP/1.1\r\nHost: a\r\nOrigin: ${origin}\r\nContent-Type: ${uploadType['Content-Type']}\r\n`;
  socket.write(`${head}Content-Length: ${bytes}\r\n\r\n`);
  await new Promise((resolve) => socket.write(Buffer.alloc(bytes - 1), resolve));
  return socket;
}

test('a sender who goes away in the middle reaches nothing and stops nothing', async () => {
  const before = reached;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST / HTTP/1.1\r\nHost: a\r\nOrigin: ${origin}\r\nContent-Type: ${form}\r\nContent-Length: 100\r\n\r\na=1`,
  );
  socket.destroy();
  expect((await post('a=1')).status).toBe(200);
  expect(reached).toBe(before + 1);
});

test('every answer, given or refused, carries the guarding headers and is not kept', async () => {
  for (const asked of [{ path: '/' }, { path: '/x.data' }, { method: 'PUT' }, { method: 'POST' }]) {
    const { headers } = await ask(asked);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|https?:/);
    expect(headers).not.toHaveProperty('strict-transport-security');
  }
});
