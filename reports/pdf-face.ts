/** The glyphs of one font as a page's content wants them: each word is laid out once, however often it is drawn. */

/** What is used of pdfkit's embedded font; its types do not describe it. Lengths are thousandths of the size. */
export type EmbeddedFont = {
  id: string;
  ascender: number;
  ref(): unknown;
  encode(text: string): [codes: string[], positions: GlyphPosition[]];
};

type GlyphPosition = { xAdvance: number; xOffset: number; yOffset: number; advanceWidth: number };

/**
 * A stretch of text ready to be shown: what stands between the brackets of the operator TJ, and its width in
 * thousandths of the size. `isRaised` says that marks stand higher or lower than the line, which TJ cannot say.
 */
export type Shown = { codes: string; width: number; isRaised: boolean };

/** A letter before another one: how far the next one stands, and how much nearer than alone. */
type Placed = { advance: number; back: number };

/**
 * A font in one file: its words laid out, the codes of its letters. `pairs`, letters by the letter that follows, null
 * where they join, are the same in every file.
 */
export type Face = {
  font: EmbeddedFont;
  words: Map<string, Shown>;
  codes: Map<string, string>;
  pairs: Map<string, Placed | null>;
};

/** The font of a file, `name` tells it from other fonts. */
export function faceOf(font: EmbeddedFont, name: string): Face {
  const pairs = knownPairs.get(name) ?? new Map<string, Placed | null>();
  knownPairs.set(name, pairs);
  return { font, words: new Map(), codes: new Map(), pairs };
}

/** There are two fonts and some ten thousand pairs of simple letters: this stays small. */
const knownPairs = new Map<string, Map<string, Placed | null>>();

/** The text, laid out word by word with its kerning. */
export function shownText(face: Face, text: string): Shown {
  const known = face.words.get(text);
  if (known) return known;
  const space = text.indexOf(' ');
  if (space === -1 || space === text.length - 1) {
    const made = (simple.test(text) ? pairwise(face, text) : null) ?? layOut(face.font, text);
    face.words.set(text, made);
    return made;
  }
  // Whole lines seldom come again; their words do.
  const line: Shown = { codes: '', width: 0, isRaised: false };
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(' ', start);
    const next = end === -1 ? text.length : end + 1;
    const { codes, width, isRaised } = shownText(face, text.slice(start, next));
    line.codes += codes;
    line.width += width;
    line.isRaised ||= isRaised;
    start = next;
  }
  return line;
}

// Letters that neither join nor change beside others, so that a word is the sum of its pairs; a test holds the font to it.
const simple = /^[ -eg-~\xA0-\xFF\u0401\u0410-\u044F\u0451\u2013\u2014\u2116]+$/;

/** The word letter by letter: new words cost a fifth of what the font's own layout takes. Null where a pair joins. */
function pairwise(face: Face, text: string): Shown | null {
  let shown = '';
  let pending = '';
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const placed = placedBefore(face, text.slice(index, index + 2));
    if (placed === null) return null;
    pending += codeOf(face, text.charAt(index));
    width += placed.advance;
    if (Math.abs(placed.back) > 0.01) {
      shown += closed(pending, placed.back);
      pending = '';
    }
  }
  return { codes: shown + closed(pending, 0), width, isRaised: false };
}

function codeOf({ font, codes }: Face, letter: string): string {
  const known = codes.get(letter);
  if (known !== undefined) return known;
  const code = font.encode(letter)[0].join('');
  codes.set(letter, code);
  return code;
}

function placedBefore({ font, pairs }: Face, pair: string): Placed | null {
  const known = pairs.get(pair);
  if (known !== undefined) return known;
  const [codes, positions] = font.encode(pair);
  const [first] = positions;
  const isPlain = codes.length === pair.length && positions.every((each) => each.xOffset === 0 && each.yOffset === 0);
  const placed = first && isPlain ? { advance: first.xAdvance, back: first.advanceWidth - first.xAdvance } : null;
  pairs.set(pair, placed);
  return placed;
}

function layOut(font: EmbeddedFont, text: string): Shown {
  const [codes, positions] = font.encode(text);
  let shown = '';
  let width = 0;
  let pending = '';
  for (const [index, code] of codes.entries()) {
    const { xAdvance, xOffset, advanceWidth } = positions[index] ?? none;
    if (xOffset !== 0) {
      shown += closed(pending, -xOffset);
      pending = '';
    }
    pending += code;
    width += xAdvance;
    const kerning = advanceWidth - xAdvance + xOffset;
    if (Math.abs(kerning) > 0.01) {
      shown += closed(pending, kerning);
      pending = '';
    }
  }
  return { codes: shown + closed(pending, 0), width, isRaised: positions.some(({ yOffset }) => yOffset !== 0) };
}

const none: GlyphPosition = { xAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 0 };

function closed(pending: string, back: number): string {
  const shift = Math.abs(back) > 0.01 ? `${Math.round(back * 100) / 100} ` : '';
  return `${pending === '' ? '' : `<${pending}>`}${shift}`;
}
