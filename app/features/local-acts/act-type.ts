import { actTypeWords } from './act-type.text.ts';
import { TYPES } from './act-type-lines.ts';

/**
 * The types of documents of mentoring as data: what `local_act.kind` may say, who gives each its force, by which kinds
 * of signature, in which journal it gets a number, how long it is kept. A template stands beside each type:
 * `templates/local-acts/<code with hyphens>.md`; a test compares its header with this table.
 * The table itself is `act-type-lines.ts`. Sources: DOMAIN 2.2, 9 (DT-01 … DT-34); Labour Code 22.1–22.3, 351.8, 372;
 * archive list № 236 of 2019.
 */

/** Code of a type of document. */
export type ActKind = keyof typeof TYPES;

/** Where the type stands on the page of new documents. */
export type ActGroup = 'system' | 'pairs' | 'reports' | 'recognition' | 'outside' | 'personal';

/** Journals of registration; a number is unique within one, an organisation and a year (BR-64). */
export const JOURNALS = ['orders', 'regulations', 'minutes', 'reports', 'agreements', 'personal'] as const;

/** One journal of registration. */
export type Journal = (typeof JOURNALS)[number];

/** Terms of keeping: for ever; personnel papers for 50 or 75 years; five years; three years after the end (archive list № 236). */
export type Retention = 'permanent' | 'personnel_75' | 'years_5' | 'years_3';

/** Whether papers of this class are kept over ten years: their left margin is 30 mm (GOST R 7.0.97, BR-63). */
export function longKept(retention: string): boolean {
  return retention === 'permanent' || retention === 'personnel_75';
}

/** Who gives a document its force: the head approves, the sides sign, one person signs, or nobody. */
export type Approval = 'head' | 'sides' | 'person' | 'none';

/** Kinds of signature: by hand on paper; simple, unqualified and qualified electronic ones (law 63-FZ, article 5). */
export const SIGNATURE_KINDS = ['paper', 'simple', 'unqualified', 'qualified'] as const;

/** One kind of signature. */
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

/** What the table says of a type; what it leaves out is «no». */
export interface TypeLine {
  dt: string;
  group: ActGroup;
  journal: Journal;
  retention: Retention;
  approval: Approval;
  signatureKinds: readonly SignatureKind[];
  needsCouncil?: boolean;
  needsUnion?: boolean;
  needsAcquaintance?: boolean;
  obligatory?: 1 | 2 | 3 | 4;
  isPublic?: boolean;
  keptIn?: 'local_act' | 'own-table';
}

/** A type of document with everything that follows from it. */
export interface ActType {
  code: ActKind;
  /** Number in DOMAIN 9. */
  dt: string;
  title: string;
  /** The word over the heading. */
  kindWord: string;
  group: ActGroup;
  journal: Journal;
  retention: Retention;
  approval: Approval;
  /** Allowed kinds; the first is the usual one. */
  signatureKinds: readonly SignatureKind[];
  /** Adopted by the teachers' council: minutes are named. */
  needsCouncil: boolean;
  /** The union's reasoned opinion is asked (Labour Code 372). */
  needsUnion: boolean;
  /** People named in it confirm that they have read it. */
  needsAcquaintance: boolean;
  /** Which of the four obligatory documents of DOMAIN 2.2 it belongs to; null when it is none of them. */
  obligatory: 1 | 2 | 3 | 4 | null;
  isObligatory: boolean;
  /** May be published on the school's site. */
  isPublic: boolean;
  /** `local_act`: drawn up as an act; `own-table`: made and kept by its own feature, printed from its template. */
  keptIn: 'local_act' | 'own-table';
  /** Code of its template. */
  templateCode: string;
}

/** All types in the order of DOMAIN 9. */
export const actTypes: readonly ActType[] = Object.entries<TypeLine>(TYPES).map(([word, line]) => {
  const code = word as ActKind;
  const obligatory = line.obligatory ?? null;
  return {
    code,
    ...actTypeWords[code],
    ...line,
    needsCouncil: line.needsCouncil ?? false,
    needsUnion: line.needsUnion ?? false,
    needsAcquaintance: line.needsAcquaintance ?? false,
    obligatory,
    isObligatory: obligatory !== null,
    isPublic: line.isPublic ?? false,
    keptIn: line.keptIn ?? 'local_act',
    templateCode: code.replaceAll('_', '-'),
  };
});

/** The type a code names; throws on a code nobody knows, which is a fault of the data. */
export function actTypeOf(kind: string): ActType {
  const known = actTypes.find(({ code }) => code === kind);
  if (!known) throw new Error(`unknown type of document: ${kind}`);
  return known;
}

/** Whether a word from an address names a type that is drawn up as an act. */
export function isDrawnUp(word: string): word is ActKind {
  return actTypes.some(({ code, keptIn }) => code === word && keptIn === 'local_act');
}
