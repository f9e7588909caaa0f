import { expect, test } from 'vitest';
import { accountState, normalLogin, ruleAgainstPassword } from '#app/features/accounts/account.ts';
import { deviceOf } from '#app/features/accounts/device.ts';

test.each([
  ['короткий', 'password-short'],
  ['Ершова@Школа.рф', 'password-is-login'],
  ['1234567890', 'password-common'],
  ['ЙЦУКЕНГШЩЗ', 'password-common'],
  ['абабабабабабаб', 'password-common'],
  ['синий конь идёт домой', null],
])('judges the password %j: %s', (password, rule) => {
  expect(ruleAgainstPassword(password, password, 'ершова@школа.рф')).toBe(rule);
});

test('asks to repeat the same password', () => {
  expect(ruleAgainstPassword('синий конь идёт домой', 'синий конь', 'login')).toBe('password-not-repeated');
});

test('counts characters, not halves of them', () => {
  expect(ruleAgainstPassword('😀😁😂😃😄', '😀😁😂😃😄', 'login')).toBe('password-short');
});

test('compares logins without case and outer spaces', () => {
  expect(normalLogin('  Ershova@School.RU ')).toBe('ershova@school.ru');
});

test.each([
  [true, null, 'open'],
  [false, '2026-11-23T00:00:00.000Z', 'invited'],
  [false, '2026-11-21T00:00:00.000Z', 'expired'],
  [false, null, 'none'],
] as const)('tells the state of an account: password %s, link until %s', (hasPassword, until, state) => {
  expect(accountState(hasPassword, until, '2026-11-22T07:00:00.000Z')).toBe(state);
});

test('names browsers by what they are, not by what they pretend to be', () => {
  const yandex =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 YaBrowser/24.4 Safari/537.36';
  expect(deviceOf(yandex)).toBe('Яндекс Браузер, Windows');
  expect(deviceOf(null)).toBe('Другое устройство');
});
