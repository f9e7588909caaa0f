import { roleNames } from '#app/access/roles.text.ts';
import { isRole } from '#app/access/roles.ts';
import { formatDay, isDay } from '#app/core/dates.ts';
import { fieldNames, journalText, valueNames } from './journal.text.ts';

/** One field of an act as the journal shows it. */
export interface ShownChange {
  field: string;
  before: string;
  after: string;
}

const LONGEST = 200;

/**
 * What an act changed, in words. Only fields known to hold no confidential content are shown with values; that others
 * changed is said in one line, so a field added later tells nothing by mistake.
 */
export function shownChanges(before: unknown, after: unknown): ShownChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const shown = names.flatMap((name): ShownChange[] => {
    const field = fieldNames[name];
    return field ? [{ field, before: shownValue(was[name]), after: shownValue(is[name]) }] : [];
  });
  const isMore = names.some((name) => !fieldNames[name]);
  const rest = { field: journalText.withheldField, before: journalText.nothing, after: journalText.withheldValue };
  return isMore ? [...shown, rest] : shown;
}

/** The table's name whichever way it was written: `orgUnit` and `org_unit` are one. */
export function tableName(objectKind: string): string {
  return objectKind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function shownValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return journalText.nothing;
  if (typeof value === 'boolean') return value ? journalText.yes : journalText.no;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const known = value.map((each) => fieldNames[String(each)] ?? journalText.withheldField);
    return [...new Set(known)].join(', ');
  }
  if (typeof value !== 'string') return journalText.withheldValue;
  if (isDay(value) && value.length === 10) return formatDay(value);
  if (isRole(value)) return roleNames[value];
  const text = valueNames[value] ?? value;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
