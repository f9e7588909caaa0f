/** Text as every writer shows it: preview, PDF and DOCX say the same words, and no sign silently disappears. */
import type { Document } from './document.ts';

/** What stands for a sign the documents' font does not have. */
export const SUBSTITUTE = '\u25CA';

// Most texts hold nothing else; they are passed on as they are.
const ordinary = /^[\n\x20-\x7E\xA0-\xAC\xAE-\xFF\u0401\u0410-\u044F\u0451\u2013\u2014\u201C-\u201E\u2026\u2116]*$/;

// Signs of the font of documents, checked against its file by a test; private signs of the font are left out.
const missing =
  /(?!\u0301)[^\n\x20-\x7E\xA0-\xFF\u0100-\u0109\u010C-\u0113\u0116-\u011F\u0122-\u0127\u012A\u012B\u012E-\u0131\u0134-\u0137\u0139-\u013E\u0141-\u0148\u014C\u014D\u0150-\u0165\u016A-\u0173\u0178-\u017F\u0192\u01F4\u01F5\u0218-\u021B\u0237\u02BC\u02C6\u02C7\u02D8-\u02DD\u0394\u03A9\u03BC\u03C0\u0401-\u040C\u040E-\u044F\u0451-\u045C\u045E\u045F\u0462\u0463\u0472-\u0475\u048A-\u04C0\u04C3-\u04F9\u04FC\u04FD\u0510-\u0513\u051C\u051D\u0524-\u0527\u1E30\u1E31\u1E3E\u1E3F\u1E54\u1E55\u1E9E\u2011\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u2044\u2081-\u2084\u20AC\u20B4\u20B6\u20B7\u20B9-\u20CF\u2113\u2116\u2122\u2126\u212E\u2202\u2206\u220F\u2211\u2212\u2215\u221A\u221E\u222B\u2248\u2260\u2264\u2265\u25CA\u2C67\u2C68\uFB01\uFB02]/gu;

/** Signs that pasted text brings and the font lacks, by what says the same. Word keeps its bullets in private places. */
const sayingTheSame: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2012': '\u2013',
  '\u2015': '\u2014',
  '\u2043': '\u2013',
  '\u2032': "'",
  '\u2033': '"',
  '\u201F': '\u201C',
  '\u201B': '\u2018',
  '\u2190': '<-',
  '\u2192': '->',
  '\u21D2': '=>',
  '\u2219': '\u2022',
  '\u25A0': '\u2022',
  '\u25AA': '\u2022',
  '\u25CB': '\u2022',
  '\u25CF': '\u2022',
  '\u25E6': '\u2022',
  '\u2713': '+',
  '\u2714': '+',
  '\uF02D': '\u2013',
  '\uF076': '\u2022',
  '\uF0A7': '\u2022',
  '\uF0B7': '\u2022',
  '\uF0D8': '\u2022',
  '\uF0E0': '->',
  '\uF0FC': '+',
};

/**
 * Text as it can be set: composed letters, no control or invisible characters, at most three marks on a letter, signs
 * outside the font by a look-alike or by the substitute.
 */
export function settableText(text: string): string {
  return ordinary.test(text) ? text : cleanText(text).replace(missing, SUBSTITUTE);
}

/** The signs of a text that documents cannot show, each once, in order; empty when every word comes out. */
export function unshownSigns(text: string): string[] {
  return ordinary.test(text) ? [] : [...new Set(cleanText(text).match(missing) ?? [])];
}

function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u202F\u2007]/g, '\u00A0')
    .replace(/[^\P{Zs}\xA0]/gu, ' ')
    .replace(/[^\P{Cc}\n]|\u00AD|[\uFFF0-\uFFFF]|\p{Variation_Selector}/gu, '')
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\p{Cs}/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/[\u2010-\u25FF\u2700-\u27BF\uF000-\uF0FF]/g, (sign) => sayingTheSame[sign] ?? sign);
}

/** The document with every text settable. */
export function settableDocument(document: Document): Document {
  return settableValue(document) as Document;
}

/** The signs anywhere in a document that it cannot show. */
export function unshownSignsOf(document: Document): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') for (const sign of unshownSigns(value)) found.add(sign);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) look(inner);
  };
  look(document.blocks);
  return [...found];
}

/** JSON keeps its shape: only the texts in it change. */
function settableValue(value: unknown): unknown {
  if (typeof value === 'string') return settableText(value);
  if (Array.isArray(value)) return value.map(settableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settableValue(inner)]));
}
