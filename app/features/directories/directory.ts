import type { Day, Id } from '#db/schema.ts';

/**
 * Directories of forms (who teaches whom) and kinds (how they work). An entry keeps its code for good; what it means
 * stands in versions, each valid for a period. A region may switch entries off and on from a day, and add its own.
 * Sources: DOMAIN 2.5 (three lists of forms exist), 003-5, 004-4, BR-09.
 */
export const DIRECTORIES = ['form', 'kind'] as const;

/** One of the two directories. */
export type Directory = (typeof DIRECTORIES)[number];

/** Lists of forms: teacher model, student model by two sources, reverse forms. */
export const FORM_LISTS = ['teacher', 'student_s3', 'student_r145', 'reverse'] as const;

/** A list of forms. */
export type FormList = (typeof FORM_LISTS)[number];

/** Who may stand on a side: worker of the organisation, leader of it, teacher of a college or university, partner, student, pupil. */
export const PARTIES = ['employee', 'leader', 'lecturer', 'partner', 'student', 'pupil'] as const;

/** Who may stand on a side. */
export type Party = (typeof PARTIES)[number];

/** What follows from an entry for a mentorship. */
export interface Traits {
  /** Labour Code 351.8 and the job itself may be the ground. */
  underLabourLaw: boolean;
  /** An order names the people (BR-09). */
  needsOrder: boolean;
  /** Both teach and learn: roles go per topic (004-2). */
  hasRolesPerTopic: boolean;
  /** One meeting, no long assignment (BR-09). */
  isEvent: boolean;
  /** Several mentees. */
  isGroup: boolean;
}

/** Names of the traits, in the order they are shown. */
export const TRAITS = ['underLabourLaw', 'needsOrder', 'hasRolesPerTopic', 'isEvent', 'isGroup'] as const;

/** An entry as it stands on a day in a region. */
export interface Entry extends Traits {
  directory: Directory;
  code: string;
  name: string;
  meaning: string;
  source: string;
  lists: FormList[];
  /** Empty for kinds: a kind does not say who takes part. */
  mentorSides: Party[];
  menteeSides: Party[];
  /** The entry is the region's own. */
  isRegional: boolean;
  /** The period of the version; null when none is in force on the day. */
  startedOn: Day | null;
  endedOn: Day | null;
  /** Off in the region on the day. */
  isOff: boolean;
}

/** What follows for a mentorship of this form and this kind. */
export function traitsOf(form: Traits, kind: Traits): Traits {
  return {
    underLabourLaw: form.underLabourLaw && kind.underLabourLaw,
    needsOrder: form.needsOrder && kind.needsOrder,
    hasRolesPerTopic: form.hasRolesPerTopic || kind.hasRolesPerTopic,
    isEvent: form.isEvent || kind.isEvent,
    isGroup: form.isGroup || kind.isGroup,
  };
}

/** Whether the entry may be chosen: in force and not off. */
export function isOpen(entry: Entry): boolean {
  return entry.startedOn !== null && !entry.isOff;
}

/** What the directories need of a person to tell on which sides he may stand. */
export interface Standing {
  postCodes: readonly string[];
  /** Kind of the home organisation. */
  unitKind: string;
}

const LEADING_POSTS = ['head', 'deputy_head', 'unit_head', 'deputy_unit_head', 'senior_master'];

/** As whom a person may take part. A worker may be a student besides, a pupil works nowhere. */
export function partiesOf({ postCodes, unitKind }: Standing): Party[] {
  if (unitKind === 'partner_organization') return ['partner'];
  if (postCodes.length === 0) return ['student', 'pupil'];
  const parties: Party[] = ['employee', 'student'];
  if (unitKind === 'university' || unitKind === 'college') parties.push('lecturer');
  if (postCodes.some((code) => LEADING_POSTS.includes(code))) parties.push('leader');
  return parties;
}

/** Whether the two people may stand on the sides of the form. */
export function fitsSides(form: Entry, mentor: Standing, mentee: Standing): boolean {
  return meets(form.mentorSides, partiesOf(mentor)) && meets(form.menteeSides, partiesOf(mentee));
}

function meets(wanted: readonly Party[], held: readonly Party[]): boolean {
  return wanted.length === 0 || wanted.some((party) => held.includes(party));
}

/** Why an entry cannot be chosen in a proposal. */
export type EntryRule =
  | 'entry-unknown'
  | 'entry-not-in-force'
  | 'entry-off'
  | 'side-not-for-form'
  | 'form-needs-topics';

/** What stands against choosing an entry: the region does not know it, it is not in force on the day, or it is off. */
export function ruleAgainstEntry(entry: Entry | null): EntryRule | null {
  if (!entry) return 'entry-unknown';
  if (entry.startedOn === null) return 'entry-not-in-force';
  return entry.isOff ? 'entry-off' : null;
}

/** Whether the kind suits the form: where both teach, the kind must give roles by topic (004-2). */
export function ruleAgainstKindOfForm(form: Traits, kind: Traits): EntryRule | null {
  return form.hasRolesPerTopic && !kind.hasRolesPerTopic ? 'form-needs-topics' : null;
}

/** Why a change of a directory is refused. */
export type DirectoryRule =
  | 'version-in-past'
  | 'version-not-later'
  | 'version-ends-before-start'
  | 'form-without-sides'
  | 'form-without-list'
  | 'switch-in-past'
  | 'already-off'
  | 'already-on'
  | 'nothing-left-on';

/** What stands against a version that starts on the day: the past is not rewritten, and versions follow each other. */
export function ruleAgainstVersion(
  version: { startedOn: Day; endedOn: Day | null },
  lastStartedOn: Day | null,
  today: Day,
): DirectoryRule | null {
  if (version.endedOn !== null && version.endedOn < version.startedOn) return 'version-ends-before-start';
  if (version.startedOn < today) return 'version-in-past';
  return lastStartedOn !== null && version.startedOn <= lastStartedOn ? 'version-not-later' : null;
}

/** What stands against switching an entry from a day; `remaining` are the other entries open in the region then. */
export function ruleAgainstSwitching(
  entry: { isOff: boolean },
  wanted: { isOff: boolean; from: Day },
  remaining: number,
  today: Day,
): DirectoryRule | null {
  if (wanted.from < today) return 'switch-in-past';
  if (entry.isOff === wanted.isOff) return wanted.isOff ? 'already-off' : 'already-on';
  return wanted.isOff && remaining === 0 ? 'nothing-left-on' : null;
}

/** Who keeps entries: the federation those of all, a region its own. */
export interface Keeper {
  unitId: Id;
  /** Null for the federation. */
  regionId: Id | null;
  name: string;
}

/** Narrows a stored word to a party; an unknown one is a fault of the data. */
export function party(word: string): Party {
  const known = PARTIES.find((one) => one === word);
  if (!known) throw new Error(`unknown party: ${word}`);
  return known;
}

/** Narrows a stored word to a list of forms; an unknown one is a fault of the data. */
export function formList(word: string): FormList {
  const known = FORM_LISTS.find((one) => one === word);
  if (!known) throw new Error(`unknown list of forms: ${word}`);
  return known;
}
