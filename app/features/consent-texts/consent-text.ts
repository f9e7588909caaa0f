import { addYears } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { ActKind } from '../local-acts/act-type.ts';

/**
 * The directory of purposes for which consent about personal data is asked, one document each, never a tick inside another
 * form (152-FZ article 9 as of 01.09.2025; BR-80). Each purpose has a built-in text; a region or an organisation may put
 * its own in its place for a period, and the nearest text in force is the one that is shown and signed.
 */
export const PURPOSES = ['data_processing', 'dissemination', 'centre_transfer', 'minor_participation'] as const;

/** One purpose. */
export type Purpose = (typeof PURPOSES)[number];

/** Purposes a person consents to for himself; the last one is the guardian's (BR-83). */
export const OWN_PURPOSES = ['data_processing', 'dissemination', 'centre_transfer'] as const satisfies Purpose[];

/** A purpose of one's own. */
export type OwnPurpose = (typeof OWN_PURPOSES)[number];

/** Narrows a stored word to a purpose of one's own; an unknown one is a fault of the data. */
export function ownPurpose(word: string): OwnPurpose {
  const known = OWN_PURPOSES.find((purpose) => purpose === word);
  if (!known) throw new Error(`unknown purpose of a consent: ${word}`);
  return known;
}

/** The type of document each purpose is, whose template has the heading, the opening and the built-in points (DT-29 to DT-31). */
export const purposeTypes = {
  data_processing: 'data_consent',
  dissemination: 'dissemination_consent',
  centre_transfer: 'data_consent',
  minor_participation: 'guardian_consent',
} as const satisfies Record<Purpose, ActKind>;

/** The text that stands for a purpose at a place on a day. */
export interface TextInForce {
  purpose: Purpose;
  /** What a consent remembers: the template with its version, or the id of the own text. */
  key: string;
  /** Whose it is. */
  source: 'builtIn' | 'region' | 'organisation';
  type: ActKind;
  /** Points of the own text; null when the template's stand. */
  points: string[] | null;
  /** Since when; null for the built-in text. */
  startedOn: Day | null;
}

/** Why a text cannot be recorded; a constraint of the database bears the last code. */
export type ConsentTextRule =
  | 'consent-text-starts-in-past'
  | 'consent-text-starts-too-late'
  | 'consent-text-ends-before-start'
  | 'consent-text-overlaps';

/** What stands against a period of a new text: what people are shown today is not changed behind their backs. */
export function ruleAgainstTextPeriod(
  { startedOn, endedOn }: { startedOn: Day; endedOn: Day | null },
  today: Day,
): { rule: ConsentTextRule; field: 'startedOn' | 'endedOn' } | null {
  if (startedOn < today) return { rule: 'consent-text-starts-in-past', field: 'startedOn' };
  if (startedOn > addYears(today, 1)) return { rule: 'consent-text-starts-too-late', field: 'startedOn' };
  if (endedOn !== null && endedOn < startedOn) return { rule: 'consent-text-ends-before-start', field: 'endedOn' };
  return null;
}

/** The points of a typed text: its lines that say something; what looks like a place to fill in is no such place here. */
export function pointsOf(body: string): string[] {
  return body
    .replaceAll('{{', '{ {')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
