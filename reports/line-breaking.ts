/** Breaking styled text into lines of a given width. Pure: the width of a word comes from the caller. */
import type { Run } from './document.ts';
import { divisionPlaces } from './hyphenation.ts';

/** The width of a piece of text in one style, in points. */
export type Measure = (text: string, bold: boolean) => number;

/** A stretch of a line in one style, `x` points from the line's left edge. */
export type Segment = { text: string; bold: boolean; x: number };

/** One line: its stretches left to right and its natural width. */
export type Line = { segments: Segment[]; width: number };

/**
 * How lines are set. `firstIndent` moves the first line's start to the right, in points; `dividesWords` lets Russian
 * words be divided at line ends.
 */
export type Setting = {
  width: number;
  firstIndent: number;
  align: 'justify' | 'left' | 'center' | 'right';
  measure: Measure;
  dividesWords: boolean;
};

type Piece = { text: string; bold: boolean; width: number };
type Word = { pieces: Piece[]; width: number; spaceBefore: number; startsLine: boolean };

/**
 * The longest stretch of letters laid out in one go. Font layout costs more than linear time in the length of a word:
 * 40 000 letters without a space took two minutes.
 */
const longestWord = 60;

/** Lines of the text, every one within the width. Empty text gives no lines. */
export function breakLines(runs: Run[], setting: Setting): Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let used = 0;
  const indent = () => (lines.length === 0 ? setting.firstIndent : 0);
  const close = (isLast: boolean) => {
    lines.push(setLine(words, used, indent(), setting, isLast));
    words = [];
    used = 0;
  };
  const text = Array.from(splitWords(runs, setting));
  for (const [index, word] of text.entries()) {
    const add = (added: Word) => {
      used += (words.length === 0 ? 0 : added.spaceBefore) + added.width;
      words.push(added);
    };
    const left = setting.width - indent() - used - (words.length === 0 ? 0 : word.spaceBefore);
    if (word.startsLine) close(true);
    else if (words.length > 0 && word.width > left) {
      // Half a word alone on the last line reads badly.
      const mayDivide = setting.dividesWords && index < text.length - 1;
      const halves = mayDivide ? divide(word, left, setting.measure) : null;
      if (halves) add(halves.head);
      close(false);
      add(halves ? halves.tail : word);
      continue;
    }
    add(word);
  }
  if (words.length > 0) close(true);
  return lines;
}

/** Text as it can be set: composed letters, no control or invisible characters, at most three marks on a letter. */
export function settableText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(/[\u202F\u2007]/g, '\u00A0')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\uFFF0-\uFFFF]/g, '')
      .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g, '')
      .replace(/(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      .replace(/(\p{M}{3})\p{M}+/gu, '$1')
  );
}

function* splitWords(runs: Run[], setting: Setting): Generator<Word> {
  let word: Word | null = null;
  let spaceBefore = 0;
  let startsLine = false;
  for (const run of runs) {
    const bold = run.bold === true;
    const spaceWidth = setting.measure(' ', bold);
    for (const token of settableText(run.text).split(/([ \n]|(?<=\p{L}{2}-)(?=\p{L}{2}))/u)) {
      if (token === ' ' || token === '\n' || token === '') {
        if (word) yield word;
        word = null;
        if (token === ' ') spaceBefore = spaceWidth;
        if (token === '\n' && startsLine) yield { pieces: [], width: 0, spaceBefore: 0, startsLine };
        if (token === '\n') startsLine = true;
        continue;
      }
      for (const text of chopped(token, bold, setting)) {
        const width = setting.measure(text, bold);
        if (word && (word.width + width > setting.width - setting.firstIndent || text !== token)) {
          yield word;
          word = null;
        }
        word ??= { pieces: [], width: 0, spaceBefore, startsLine };
        word.pieces.push({ text, bold, width });
        word.width += width;
        spaceBefore = 0;
        startsLine = false;
      }
    }
  }
  if (word) yield word;
}

/** A word in stretches that fit a line by themselves; most words are one stretch. */
function* chopped(word: string, bold: boolean, setting: Setting): Generator<string> {
  const limit = setting.width - setting.firstIndent;
  if (word.length <= longestWord && setting.measure(word, bold) <= limit) {
    yield word;
    return;
  }
  let stretch = '';
  let width = 0;
  for (const letter of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const letterWidth = setting.measure(letter, bold);
    if (stretch !== '' && (width + letterWidth > limit || stretch.length >= longestWord)) {
      yield stretch;
      stretch = '';
      width = 0;
    }
    stretch += letter;
    width += letterWidth;
  }
  if (stretch !== '') yield stretch;
}

/** The word in two so that the first part with its hyphen fits `room`; null when it cannot be divided there. */
function divide(word: Word, room: number, measure: Measure): { head: Word; tail: Word } | null {
  const [piece] = word.pieces;
  if (!piece || word.pieces.length > 1) return null;
  for (const place of divisionPlaces(piece.text).reverse()) {
    const head = `${piece.text.slice(0, place)}-`;
    const width = measure(head, piece.bold);
    if (width > room) continue;
    const tail = piece.text.slice(place);
    const tailWidth = measure(tail, piece.bold);
    return {
      head: { ...word, pieces: [{ ...piece, text: head, width }], width },
      tail: {
        pieces: [{ ...piece, text: tail, width: tailWidth }],
        width: tailWidth,
        spaceBefore: 0,
        startsLine: false,
      },
    };
  }
  return null;
}

/**
 * Places the words of one line. A justified line is set word by word, each with its own space, so that the text taken
 * out of the file keeps its spaces; other lines are set by stretches of one style.
 */
function setLine(words: Word[], used: number, indent: number, setting: Setting, isLast: boolean): Line {
  const spare = Math.max(0, setting.width - indent - used);
  const gaps = words.slice(1).filter((word) => word.spaceBefore > 0).length;
  const stretch = setting.align === 'justify' && !isLast && gaps > 0 ? spare / gaps : 0;
  const segments: Segment[] = [];
  let x = indent + offset(setting.align, spare);
  for (const [index, word] of words.entries()) {
    const hasSpace = index > 0 && word.spaceBefore > 0;
    if (hasSpace) x += word.spaceBefore + stretch;
    const previous = segments.at(-1);
    if (hasSpace && previous) previous.text += ' ';
    for (const [pieceIndex, piece] of word.pieces.entries()) {
      const last = segments.at(-1);
      const continues = stretch === 0 || pieceIndex > 0 || !hasSpace;
      if (last && last.bold === piece.bold && continues) last.text += piece.text;
      else segments.push({ text: piece.text, bold: piece.bold, x });
      x += piece.width;
    }
  }
  return { segments, width: used };
}

function offset(align: Setting['align'], spare: number): number {
  if (align === 'center') return spare / 2;
  return align === 'right' ? spare : 0;
}
