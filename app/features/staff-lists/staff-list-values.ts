import { cleanText, plainWords } from './staff-list-source.ts';
import { CATEGORY_PATTERNS } from './staff-list-values.text.ts';

/** Qualification category. Source: order 196 of 24.03.2023 on attestation; the last two stand above the highest. */
export type StaffCategory = 'none' | 'first' | 'highest' | 'mentor_teacher' | 'methodist_teacher';

/** The longest e-mail address, in letters (RFC 5321). */
export const EMAIL_LETTERS = 254;

/** The category a text means; null when it means none of them. */
export function recogniseCategory(text: string): StaffCategory | null {
  const words = plainWords(text);
  return CATEGORY_PATTERNS.find(({ pattern }) => pattern.test(words))?.category ?? null;
}

/** The first e-mail address of a text in lower case; null when it holds none. */
export function readEmail(text: string): string | null {
  const addresses = cleanText(text)
    .toLowerCase()
    .replace(/^mailto:/, '')
    .split(/[\s,;]+/);
  return addresses.find(isEmail) ?? null;
}

/** The first phone number of a text as +7XXXXXXXXXX when it is a whole Russian one, else the text itself. */
export function readPhone(text: string): string {
  const clean = cleanText(text);
  for (const part of [...clean.split(/[,;/]/), clean]) {
    const digits = part.replace(/\D/g, '');
    if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
    if (digits.length === 10) return `+7${digits}`;
  }
  return clean;
}

/** Phone and e-mail of a cell that holds both; a part that is not there is ''. */
export function splitContacts(text: string): { phone: string; email: string } {
  const parts = cleanText(text).split(/[\s,;]+/);
  const email = parts.find((part) => part.includes('@')) ?? '';
  const rest = parts.filter((part) => part !== email && /\d/.test(part)).join(' ');
  return { phone: rest, email };
}

function isEmail(text: string): boolean {
  if (text.length > EMAIL_LETTERS) return false;
  return /^[a-z0-9_%+'-]+(\.[a-z0-9_%+'-]+)*@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(
    text,
  );
}
