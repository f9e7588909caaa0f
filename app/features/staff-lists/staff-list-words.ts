import { formatDay } from '#app/core/dates.ts';
import { categoryNames } from '#app/features/people/person.text.ts';
import { CATEGORIES } from '#app/features/people/person.ts';
import { formatPhone } from '#app/features/people/phone.ts';
import { rowRefusals, unreadableFiles } from './staff-list.text.ts';
import type { MatchRefusalCode } from './staff-list.ts';
import type { RowRefusalCode } from './staff-list-cell.ts';
import {
  changeLabels,
  jobRefusals,
  matchRefusals,
  staffListSentences,
  staffListText,
} from './staff-list-import.text.ts';
import { POST_WORDS } from './staff-list-posts.text.ts';
import { isPostCode } from './staff-list-posts.ts';

/** The sentence of a row's refusal. */
export function refusalSentence(refusal: { code: RowRefusalCode | MatchRefusalCode; otherRow?: number }): string {
  const { code, otherRow } = refusal;
  const sentences: Record<RowRefusalCode | MatchRefusalCode, string> = { ...rowRefusals, ...matchRefusals };
  return otherRow === undefined ? sentences[code] : `${sentences[code]} ${staffListText.otherRow(otherRow)}`;
}

/** The sentence of why a list as a whole was refused or given back. */
export function listRefusalSentence(code: string): string {
  const sentences: Record<string, string> = { ...jobRefusals, ...unreadableFiles, ...staffListSentences };
  return sentences[code] ?? jobRefusals.fault ?? '';
}

/** Changes of a row as lines «field: before → after», in the order of a card. */
export function changeLines(changes: Record<string, [unknown, unknown]>): string[] {
  return Object.entries(changeLabels).flatMap(([field, label]) => {
    const change = changes[field];
    return change ? [staffListText.change(label, shown(field, change[0]), shown(field, change[1]))] : [];
  });
}

/** The name of a post by its code. */
export function postName(code: string): string {
  return isPostCode(code) ? POST_WORDS[code].name : code;
}

function shown(field: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') return staffListText.nothing;
  switch (field) {
    case 'birthOn':
    case 'startedOn':
    case 'teachingSince':
    case 'categoryFrom':
    case 'categoryUntil':
      return formatDay(value);
    case 'postCode':
      return postName(value);
    case 'category': {
      const category = CATEGORIES.find((known) => known === value);
      return category ? categoryNames[category] : value;
    }
    case 'phone':
      return formatPhone(value);
    default:
      return value;
  }
}
