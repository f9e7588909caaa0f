import { describe, expect, test } from 'vitest';
import { formatBits, masks, qrCode, versionBits } from '#reports/qr-code.ts';
import { correctionOf } from '#reports/qr-correction.ts';
import { decodeQr } from './decode-qr.ts';

describe('a QR code', () => {
  test('corrects errors as the published example «HELLO WORLD», 1-M, does', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(correctionOf(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test('names level, mask and version as the tables of the standard do', () => {
    expect(formatBits(0).toString(2)).toBe('101010000010010');
    expect(formatBits(5).toString(2)).toBe('100000011001110');
    expect(versionBits(7)).toBe(0b000111110010010100);
    expect(versionBits(10)).toBe(0b001010010011010011);
  });

  test.each([1, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213])('of %s bytes reads back', (length) => {
    const text = Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * 7) % 90))).join('');
    expect(decodeQr(qrCode(text).isDark)).toBe(text);
  });

  test('of an address reads back, and the smallest version is taken', () => {
    const address = 'https://ryadom.example.ru/check/3f7a-92c1-0b4e-77aa';
    const { size, isDark } = qrCode(address);
    expect(size).toBe(33);
    expect(decodeQr(isDark)).toBe(address);
  });

  test('keeps Cyrillic', () => {
    expect(decodeQr(qrCode('рядом.рф/проверка').isDark)).toBe('рядом.рф/проверка');
  });

  test('refuses what does not fit', () => {
    expect(() => qrCode('я'.repeat(107))).toThrow(RangeError);
  });

  test('has eight masks', () => {
    expect(masks).toHaveLength(8);
  });
});
