import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { paragraph } from '#reports/document.ts';
import { SUBSTITUTE, settableText, unshownSigns, unshownSignsOf } from '#reports/settable-text.ts';
import { documentOf } from './sample-documents.ts';

const resolve = createRequire(import.meta.url).resolve;

function signsOf(file: string): Set<number> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: resolve(`@expo-google-fonts/pt-serif/${file}`) });
  return new Set((pdf as unknown as { _font: { font: { characterSet: number[] } } })._font.font.characterSet);
}

describe('text that documents can show', () => {
  test('has every sign in both fonts: nothing else gets through', () => {
    const fonts = [signsOf('400Regular/PTSerif_400Regular.ttf'), signsOf('700Bold/PTSerif_700Bold.ttf')];
    const lacking: string[] = [];
    for (let code = 0x20; code <= 0x1f_ff_ff && code <= 0x10_ff_ff; code += 1) {
      for (const sign of settableText(String.fromCodePoint(code)).replaceAll('\n', '')) {
        if (!fonts.every((font) => font.has(sign.codePointAt(0) ?? 0))) lacking.push(code.toString(16));
      }
      if (code === 0x3_ff_ff) code = 0xd_ff_ff;
    }
    expect(lacking).toEqual([]);
  });

  test('keeps every letter of Russian and of the languages of Russia that the font has', () => {
    const letters = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяҚқҒғӘәҮүҺһҢңӨөӐӑӖӗӲӳҪҫӸӹ';
    expect(settableText(letters)).toBe(letters);
    expect(unshownSigns(letters)).toEqual([]);
  });

  test('names what it cannot show, each sign once', () => {
    expect(unshownSigns('план 漢字 и ещё 漢 🎉\u200B')).toEqual(['漢', '字', '🎉']);
    expect(settableText('漢🎉')).toBe(SUBSTITUTE.repeat(2));
    expect(unshownSignsOf(documentOf([paragraph('漢 а'), paragraph('字 漢')]))).toEqual(['漢', '字']);
  });
});
