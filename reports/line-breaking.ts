/** Breaking styled text into lines of a given width. Pure: the width of a word comes from the caller. */
import type { Run } from './document.ts';
import { divisionPlaces } from './hyphenation.ts';
import { settableText } from './settable-text.ts';

/** The width of a piece of text in one style, in points. */
export type Measure = (text: string, bold: boolean) => number;

/** A stretch of a line in one style, `x` points from the line's left edge. */
export type Segment = { text: string; bold: boolean; x: number };

/** One line: its stretches left to right, its natural width, and whether its last word goes on in the next line. */
export type Line = { segments: Segment[]; width: number; goesOn: boolean };

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
type Halves = { head: Word; tail: Word | null };
type Word = { pieces: Piece[]; width: number; spaceBefore: number; startsLine: boolean };

/**
 * The longest stretch of letters laid out in one go. Font layout costs more than linear time in the length of a word:
 * 40 000 letters without a space took two minutes.
 */
const longestWord = 60;

/** A letter with its marks, and a word in stretches of such letters. */
const letters = /\P{M}\p{M}*|\p{M}+/gu;
const stretches = new RegExp(`(?:\\P{M}\\p{M}*|\\p{M}+){1,${longestWord}}`, 'gu');

/** Lines of the text, every one within the width. Empty text gives no lines. */
export function breakLines(runs: Run[], setting: Setting): Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let used = 0;
  const indent = () => (lines.length === 0 ? setting.firstIndent : 0);
  const close = (isLast: boolean, goesOn = false) => {
    lines.push({ ...setLine(words, used, indent(), setting, isLast), goesOn });
    words = [];
    used = 0;
  };
  const text = splitWords(runs, setting);
  for (const [index, whole] of text.entries()) {
    if (whole.startsLine) close(true);
    for (let word: Word | null = whole; word; ) {
      const gap: number = words.length === 0 ? 0 : word.spaceBefore;
      const room: number = setting.width - indent() - used - gap;
      // Half a word alone on the last line reads badly, unless the word is longer than a line.
      const isLast: boolean = index === text.length - 1 && word.width <= setting.width;
      const halves: Halves | null =
        word.width <= room ? { head: word, tail: null } : partWord(word, room, words.length === 0, isLast, setting);
      if (halves) {
        used += gap + halves.head.width;
        words.push(halves.head);
      }
      if (halves?.tail !== null) close(false, halves !== null || word.spaceBefore === 0);
      word = halves ? halves.tail : word;
    }
  }
  if (words.length > 0) close(true);
  return lines;
}

/** A number sign stays with its number. */
function joinedSigns(text: string): string {
  const settable = settableText(text);
  return settable.includes('\u2116 ') ? settable.replace(/\u2116 (?=\p{Nd})/gu, '\u2116\u00A0') : settable;
}

/** Spaces, line feeds and words; an empty token stands after a hyphen where the word may go on in the next line. */
function tokensOf(text: string): string[] {
  const tokens = joinedSigns(text).match(/[ \n]|[^ \n]+/g) ?? [];
  return text.includes('-') ? tokens.flatMap((token) => token.split(/((?<=\p{L}{2}-)(?=\p{L}{2}))/u)) : tokens;
}

function splitWords(runs: Run[], { measure }: Setting): Word[] {
  const words: Word[] = [];
  let spaceBefore = 0;
  let startsLine = false;
  let isOpen = false;
  for (const run of runs) {
    const bold = run.bold === true;
    for (const token of tokensOf(run.text)) {
      if (token === ' ' || token === '\n' || token === '') {
        isOpen = false;
        if (token === ' ') spaceBefore = measure(' ', bold);
        if (token === '\n' && startsLine) words.push({ pieces: [], width: 0, spaceBefore: 0, startsLine });
        if (token === '\n') startsLine = true;
        continue;
      }
      for (const text of token.length > longestWord ? (token.match(stretches) ?? []) : [token]) {
        const width = measure(text, bold);
        const open = isOpen && text === token ? words.at(-1) : undefined;
        if (open) {
          open.pieces.push({ text, bold, width });
          open.width += width;
        } else words.push({ pieces: [{ text, bold, width }], width, spaceBefore, startsLine });
        isOpen = true;
        spaceBefore = 0;
        startsLine = false;
      }
    }
  }
  return words;
}

/** What of the word stays on the line; null when it goes to the next line whole. */
function partWord(word: Word, room: number, isEmptyLine: boolean, isLast: boolean, setting: Setting): Halves | null {
  const halves = setting.dividesWords && !isLast ? divide(word, room, isEmptyLine, setting.measure) : null;
  return halves ?? (isEmptyLine ? cut(word, room, setting.measure) : null);
}

/**
 * The word in two by the rules of its language, so that the first part with its hyphen fits; null when there is no
 * place. A name is divided only when a line is too short for it.
 */
function divide(word: Word, room: number, isTooLong: boolean, measure: Measure): Halves | null {
  const [piece] = word.pieces;
  if (!piece || word.pieces.length > 1) return null;
  const text = isTooLong ? piece.text.toLowerCase() : piece.text;
  for (const place of divisionPlaces(text).toReversed()) {
    const head = `${piece.text.slice(0, place)}-`;
    if (measure(head, piece.bold) <= room) return parted(word, 0, place, '-', measure);
  }
  return null;
}

/** The word in two at the last letter that fits, at least one. */
function cut(word: Word, room: number, measure: Measure): Halves {
  let width = 0;
  for (const [index, piece] of word.pieces.entries()) {
    width += piece.width;
    if (width <= room) continue;
    width -= piece.width;
    let fitting = 0;
    for (const letter of piece.text.match(letters) ?? []) {
      width += measure(letter, piece.bold);
      if (width > room && (index > 0 || fitting > 0)) break;
      fitting += letter.length;
    }
    if (index < word.pieces.length - 1 || fitting < piece.text.length) return parted(word, index, fitting, '', measure);
  }
  return { head: word, tail: null };
}

function parted(word: Word, pieceIndex: number, place: number, ending: string, measure: Measure): Halves {
  const piece = word.pieces[pieceIndex];
  if (!piece) return { head: word, tail: null };
  const sized = (text: string): Piece => ({ text, bold: piece.bold, width: measure(text, piece.bold) });
  const shown = (pieces: Piece[]): Word => {
    const kept = pieces.filter((each) => each.text !== '');
    const width = kept.reduce((sum, each) => sum + each.width, 0);
    return { pieces: kept, width, spaceBefore: 0, startsLine: false };
  };
  const head = shown([...word.pieces.slice(0, pieceIndex), sized(piece.text.slice(0, place) + ending)]);
  const tail = shown([sized(piece.text.slice(place)), ...word.pieces.slice(pieceIndex + 1)]);
  return { head: { ...head, spaceBefore: word.spaceBefore }, tail };
}

/**
 * Places the words of one line. A justified line is set word by word, each with its own space, so that the text taken
 * out of the file keeps its spaces; other lines are set by stretches of one style.
 */
function setLine(words: Word[], used: number, indent: number, setting: Setting, isLast: boolean) {
  const spare = Math.max(0, setting.width - indent - used);
  const gaps = words.reduce((count, { spaceBefore }, index) => count + (index > 0 && spaceBefore > 0 ? 1 : 0), 0);
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
