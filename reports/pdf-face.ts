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
 * A stretch of text ready to be shown: what stands between the brackets of the operator TJ, and its width in thousandths of the size.
 * `isRaised` says that marks stand higher or lower than the line, which TJ cannot say.
 */
export type Shown = { codes: string; width: number; isRaised: boolean };

/** A font with its cache. */
export type Face = { font: EmbeddedFont; shown: Map<string, Shown> };

/** The text, laid out word by word with its kerning. */
export function shownText(face: Face, text: string): Shown {
  const known = face.shown.get(text);
  if (known) return known;
  const space = text.indexOf(' ');
  if (space === -1 || space === text.length - 1) {
    const made = layOut(face.font, text);
    face.shown.set(text, made);
    return made;
  }
  // Whole lines seldom come again; their words do.
  const words = text.match(/[^ ]+ ?| /g) ?? [];
  return joined(words.map((word) => shownText(face, word)));
}

function joined(parts: Shown[]): Shown {
  return {
    codes: parts.map(({ codes }) => codes).join(''),
    width: parts.reduce((sum, { width }) => sum + width, 0),
    isRaised: parts.some(({ isRaised }) => isRaised),
  };
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
