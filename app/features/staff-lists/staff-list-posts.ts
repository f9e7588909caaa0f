import { OUTSIDE_NOMENCLATURE, POST_PREFIXES, POST_SHORTENINGS, POST_WORDS } from './staff-list-posts.text.ts';
import { plainWords } from './staff-list-source.ts';
import { subjectIn } from './staff-list-subjects.ts';

/** Code of a post of the nomenclature (decree 225 of 21.02.2022). */
export type PostCode = keyof typeof POST_WORDS;

/** One post of the nomenclature: code, Russian name, and whether it is pedagogical (else managerial). */
export interface Post {
  code: PostCode;
  name: string;
  isTeaching: boolean;
}

/** What a post's text of a staff list means; `subject` when the post itself names one (teacher of physics). */
export interface RecognisedPost {
  code: PostCode;
  subject: string | null;
}

/** The nomenclature of posts, in its order; the database's reference table holds the same rows. */
export const POSTS: readonly Post[] = postCodes().map((code) => ({
  code,
  name: POST_WORDS[code].name,
  isTeaching: POST_WORDS[code].isTeaching,
}));

const TEACHES_A_SUBJECT: ReadonlySet<PostCode> = new Set(['teacher', 'lecturer', 'senior_lecturer']);
const NONE = 'none';
const aliases = aliasesByText();

/**
 * Recognises a post by its text, however shortened; null when it is not in the nomenclature.
 * The longest known beginning decides, so that a speech therapist is not a teacher of an odd subject.
 */
export function recognisePost(text: string): RecognisedPost | null {
  const inBrackets = /\(([^)]*)\)/.exec(text)?.[1] ?? null;
  const words = plainPost(inBrackets === null ? text : text.replace(/\([^)]*\)?/g, ' ')).split(' ');
  for (let length = Math.min(words.length, 12); length > 0; length--) {
    const code = aliases.get(words.slice(0, length).join(' '));
    if (code === undefined) continue;
    if (code === NONE) return null;
    if (!TEACHES_A_SUBJECT.has(code)) return { code, subject: null };
    const rest = words.slice(length).join(' ');
    const inPost = inBrackets === null ? null : subjectIn(inBrackets, 'named');
    return { code, subject: inPost ?? subjectIn(rest, 'genitive') };
  }
  return null;
}

/** A post's text as aliases are written: as `plainWords` leaves it, shortened words in full, no «acting». */
export function plainPost(text: string): string {
  const words = plainWords(text);
  const prefix = POST_PREFIXES.find((known) => words.startsWith(`${known} `));
  const post = prefix === undefined ? words : words.slice(prefix.length + 1);
  return post
    .split(' ')
    .map((word) => POST_SHORTENINGS[word] ?? word)
    .join(' ');
}

function aliasesByText(): ReadonlyMap<string, PostCode | typeof NONE> {
  const found = new Map<string, PostCode | typeof NONE>();
  for (const code of postCodes()) {
    for (const text of [POST_WORDS[code].name, ...POST_WORDS[code].aliases]) found.set(plainPost(text), code);
  }
  for (const text of OUTSIDE_NOMENCLATURE) found.set(plainPost(text), NONE);
  return found;
}

function postCodes(): PostCode[] {
  const codes: PostCode[] = [];
  for (const code in POST_WORDS) if (isPostCode(code)) codes.push(code);
  return codes;
}

/** Whether a text is a code of the nomenclature. */
export function isPostCode(code: string): code is PostCode {
  return Object.hasOwn(POST_WORDS, code);
}
