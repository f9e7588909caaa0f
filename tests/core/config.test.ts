import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#app/core/config.server.ts';
import { StartRefused } from '#db/start-refused.ts';

test('without settings: this machine only, built-in database, no mail', () => {
  const config = readConfig({}, []);
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    smtpUrl: null,
    origin: 'http://127.0.0.1:3000',
    isSecure: false,
    isDemonstration: false,
  });
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.origins).toContain('http://localhost:3000');
});

test('a configured origin is the only one', () => {
  const config = readConfig({ ORIGIN: 'https://ryadom.example.ru/', HOST: '0.0.0.0' }, ['--demo']);
  expect(config).toMatchObject({ origin: 'https://ryadom.example.ru', isSecure: true, isDemonstration: true });
  expect(config.origins).toEqual(['https://ryadom.example.ru']);
});

test('listening everywhere, people may come by this machine’s names', () => {
  const config = readConfig({ HOST: '0.0.0.0', PORT: '8080' }, []);
  expect(config.origin).toBe('http://localhost:8080');
  expect(config.origins).toContain('http://127.0.0.1:8080');
});

test('an empty setting is a missing one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', ORIGIN: '' }, [])).toMatchObject({ port: 3000, databaseUrl: null });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '-1'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['HOST', 'two words'],
  ['DATABASE_URL', 'mysql://a/b'],
  ['DATABASE_URL', 'just words'],
  ['SMTP_URL', 'http://mail'],
  ['ORIGIN', 'ryadom.example.ru'],
  ['ORIGIN', 'https://example.ru/path'],
  ['ORIGIN', 'ftp://example.ru'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value }, [])).toThrow(StartRefused);
  expect(() => readConfig({ [name]: value }, [])).toThrow(`Настройка ${name} задана неверно`);
});
