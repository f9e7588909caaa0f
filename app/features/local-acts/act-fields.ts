import type { ActKind } from './act-type.ts';

/**
 * The named fields of each type of document that is drawn up as an act: what a person may be asked. Everything else a
 * template says comes from the records (`FACTS`). Labels stand in `act-fields.text.ts`. Sources: DOMAIN 9; BR-60.
 */
export type ActField =
  | { kind: 'line' | 'text' | 'lines'; name: string; most: number; isOptional: boolean; isAsked: boolean }
  | { kind: 'day' | 'person' | 'mentorship'; name: string; isOptional: boolean; isAsked: boolean }
  | { kind: 'choice'; name: string; options: readonly string[]; isOptional: boolean; isAsked: boolean }
  | { kind: 'rows'; name: string; columns: readonly Column[]; isOptional: boolean; isAsked: boolean };

/** A column of a list of rows; an empty cell is allowed only where it says so. */
export interface Column {
  name: string;
  most: number;
  isOptional: boolean;
}

/** Rows a list may have: the gate lets through 200 fields of one form. */
export const MOST_ROWS = 24;

const told = { isOptional: false, isAsked: false };
const line = (name: string, most = 300): ActField => ({ kind: 'line', name, most, ...told });
const text = (name: string, most = 3000): ActField => ({ kind: 'text', name, most, ...told });
const lines = (name: string, most = 3000): ActField => ({ kind: 'lines', name, most, ...told });
const day = (name: string): ActField => ({ kind: 'day', name, ...told });
const person = (name: string): ActField => ({ kind: 'person', name, ...told });
const choice = (name: string, ...options: string[]): ActField => ({ kind: 'choice', name, options, ...told });
const rows = (name: string, ...columns: Column[]): ActField => ({ kind: 'rows', name, columns, ...told });
const cell = (name: string, most = 300): Column => ({ name, most, isOptional: false });
const emptyCell = (name: string, most = 300): Column => ({ name, most, isOptional: true });
const optional = (field: ActField): ActField => ({ ...field, isOptional: true });
/** Optional, yet asked for at once: leaving it out is a decision. */
const decided = (field: ActField): ActField => ({ ...field, isOptional: true, isAsked: true });

const MENTORSHIP: ActField = { kind: 'mentorship', name: 'mentorship', ...told };
const CONTROL = choice('control', 'head', 'author');
const OWN_POINTS = optional(lines('ownPoints'));

/** Why a mentorship ends or a mentor is replaced (DOMAIN 2.6). */
export const END_GROUNDS = ['own-wish', 'mentee-wish', 'employer', 'contract-ended', 'both', 'duties', 'done'] as const;

const FIELDS = {
  introduction_order: [
    ...[day('startedOn'), person('curator'), day('requestsDueOn'), day('reportDueOn'), CONTROL, OWN_POINTS],
  ],
  regulation: [
    ...[day('minutesOn'), line('minutesNumber', 50), decided(line('unionOpinion')), line('menteesLimit', 20)],
    ...[line('payAct'), line('site', 200), day('startedOn')],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((section) => optional(lines(`own${section}`))),
  ],
  road_map: [
    line('yearsWords', 60),
    rows('stages', cell('stage'), cell('measure', 1000), cell('due', 100), cell('responsible'), cell('result', 500)),
    ...[optional(text('note')), person('curator')],
  ],
  curator_order: [
    ...[person('curator'), day('startedOn'), optional(day('endedOn')), OWN_POINTS, optional(line('payGround'))],
    ...[optional(person('previous')), CONTROL],
  ],
  assignment_order: [],
  replacement_order: [
    ...[MENTORSHIP, choice('ground', ...END_GROUNDS), day('endsOn'), decided(person('newMentor'))],
    ...[day('resultsDueOn'), OWN_POINTS, CONTROL],
  ],
  curator_report: [
    ...[day('from'), day('to'), person('curator'), lines('risks'), lines('conclusions'), lines('decisions')],
  ],
  participant_report: [MENTORSHIP, text('results'), decided(text('wishes'))],
  pay_order: [
    line('payAct'),
    line('moneySource'),
    rows('payments', cell('recipient'), cell('payment'), cell('size', 100), cell('ground'), cell('period', 100)),
    ...[OWN_POINTS, CONTROL],
  ],
  mentor_portfolio: [
    ...[person('mentor'), line('purpose'), rows('achievements', cell('indicator', 500), cell('evidence', 1000))],
  ],
  award_submission: [
    ...[person('candidate'), line('award'), line('earlierTenure'), text('merits'), lines('evidence')],
    ...[day('minutesOn'), line('minutesNumber', 50)],
  ],
  cooperation_agreement: [
    ...[line('partner'), line('partnerSignerGenitive'), line('partnerGround'), line('partnerSignerPost')],
    ...[line('partnerSigned', 100), text('partnerRequisites', 1000), line('place', 100), text('subject')],
    ...[day('startedOn'), day('endedOn'), text('ownRequisites', 1000), optional(line('mentorsGiven', 500))],
    ...[optional(lines('partnerDuties')), optional(lines('ownDuties'))],
  ],
  practice_card: [
    ...[line('practiceTitle'), line('author'), line('tags'), text('problem'), text('action'), text('outcome')],
    ...[text('conditions'), person('moderator'), person('writer')],
  ],
  meeting_minutes: [
    ...[day('heldOn'), line('place', 200), person('chair'), person('secretary'), text('present', 2000)],
    rows(
      'questions',
      ...[
        cell('question'),
        cell('heard', 1000),
        cell('decided', 1000),
        emptyCell('responsible'),
        emptyCell('due', 100),
      ],
    ),
  ],
} as const satisfies Partial<Record<ActKind, readonly ActField[]>>;

/** A type that is drawn up as an act. */
export type DrawnKind = keyof typeof FIELDS;

/** The fields of a type in the order they are asked. */
export function fieldsOf(kind: DrawnKind): readonly ActField[] {
  return FIELDS[kind];
}

/** Narrows a code to a type that is drawn up as an act; null for papers kept by their own features. */
export function drawnKind(word: string): DrawnKind | null {
  return Object.hasOwn(FIELDS, word) ? (word as DrawnKind) : null;
}

const OF_PAIR = ['mentors', 'mentees', 'form', 'kind', 'startedOn', 'endedOn'];

/** What each template gets from the records: texts, and lists with their columns. */
export const FACTS: Record<
  DrawnKind,
  { plain: readonly string[]; rows: Record<string, readonly string[]>; required?: readonly string[] }
> = {
  introduction_order: {
    plain: ['regulationOn', 'regulationNumber', 'roadMapOn', 'roadMapNumber'],
    rows: { acquainted: ['name'] },
  },
  regulation: {
    plain: ['forms', 'kinds', 'orderOn', 'orderNumber'],
    rows: {},
  },
  road_map: { plain: [], rows: {} },
  curator_order: { plain: [], rows: { acquainted: ['name'] } },
  assignment_order: {
    plain: ['grounds', 'isLabour', 'control', 'programmeDueOn'],
    rows: {
      acquainted: ['name'],
      assignments: ['who', 'form', 'kind', 'startedOn', 'endedOn', 'basis', 'work'],
    },
    required: ['assignments', 'grounds'],
  },
  replacement_order: {
    plain: [
      ...['replacementWords', 'orderWords', 'newFrom', 'endedOn'],
      ...['mentorsGenitive', 'mentorsAccusative', 'menteesGenitive', 'menteesInstrumental'],
    ],
    rows: { acquainted: ['name'] },
  },
  curator_report: { plain: ['madeOn'], rows: { indicators: ['indicator', 'value'] } },
  participant_report: {
    plain: [...OF_PAIR, 'itemsDone', 'itemsAll'],
    rows: {
      goals: ['goal', 'indicator', 'startValue', 'targetValue'],
      doneItems: ['doneOn', 'topic', 'outcome'],
      mentorSigns: ['signed'],
      menteeSigns: ['signed'],
    },
  },
  pay_order: { plain: [], rows: { acquainted: ['name'] } },
  mentor_portfolio: {
    plain: ['madeOn', 'tenureWords'],
    rows: { mentorships: ['mentee', 'form', 'period', 'order'] },
  },
  award_submission: { plain: ['tenureWords'], rows: {} },
  cooperation_agreement: { plain: ['signerGenitive'], rows: {} },
  practice_card: { plain: [], rows: {} },
  meeting_minutes: { plain: [], rows: {} },
};
