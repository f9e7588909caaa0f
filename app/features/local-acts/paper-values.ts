import type { ActKind } from './act-type.ts';

const PERSON = ['personName', 'personPost', 'personSigned'];
const TERM = ['startedOn', 'endedOn'];

/**
 * What the templates of papers kept in tables of their own say: the features that keep them give exactly these values.
 * Lists are named with their columns. Source: DOMAIN 9.
 */
export const PAPER_VALUES: Partial<
  Record<ActKind, { plain: readonly string[]; rows: Record<string, readonly string[]> }>
> = {
  mentor_consent: {
    plain: [...PERSON, ...TERM, 'mentees', 'content', 'workForm', 'pay', 'mark'],
    rows: {},
  },
  mentee_consent: {
    plain: [...PERSON, ...TERM, 'mentors', 'form', 'kind', 'guardian', 'mark'],
    rows: {},
  },
  contract_supplement: {
    plain: [
      ...[...TERM, 'signerName', 'signerGenitive', 'employeeName', 'employeeSignature', 'employeePost'],
      ...['contractNumber', 'contractOn', 'content', 'mentees', 'workForm', 'volume', 'pay'],
    ],
    rows: { received: ['name'] },
  },
  early_end_notice: {
    plain: [
      ...[...TERM, 'addressee', 'byWorker', 'mentors', 'mentees', 'givenOn', 'lastDay', 'reason'],
      ...['giverPost', 'giverSigned'],
    ],
    rows: {},
  },
  programme: {
    plain: [...TERM, 'approvedOn', 'approverName', 'mentors', 'mentees', 'form', 'kind', 'problem', 'aim'],
    rows: {
      goals: ['goal', 'indicator', 'startValue', 'targetValue'],
      items: ['due', 'topic', 'itemKind', 'product', 'outcome'],
      mentorSigns: ['signed'],
      menteeSigns: ['signed'],
    },
  },
  educational_route: {
    plain: [...PERSON, ...TERM, 'tutor', 'target'],
    rows: {
      steps: ['area', 'activity', 'place', 'due', 'product', 'state'],
      revisions: ['revisedOn', 'change'],
    },
  },
  diagnostics_protocol: {
    plain: [...PERSON, 'instrument', 'instrumentVersion', 'heldOn', 'mode', 'conclusion', 'visibleTo'],
    rows: { results: ['area', 'points', 'maximum', 'level'] },
  },
  reflection_sheet: { plain: ['personName', 'subject', 'heldOn'], rows: { answers: ['question', 'answer'] } },
  data_consent: {
    plain: [...['personName', 'personSigned', 'purpose', 'categories', 'actions'], ...['recipients', 'term', 'mark']],
    rows: {},
  },
  dissemination_consent: {
    plain: [...['personName', 'personSigned', 'contacts', 'site', 'purpose', 'term', 'mark']],
    rows: { fields: ['category', 'allowed', 'conditions'] },
  },
  guardian_consent: {
    plain: [
      ...[...TERM, 'guardianName', 'guardianDocument', 'guardianSigned', 'childGenitive', 'childBorn'],
      ...['form', 'categories', 'purpose', 'term', 'childAgrees'],
    ],
    rows: {},
  },
  destruction_act: {
    plain: ['signerPost', 'signerName', 'commission', 'destroyedOn', 'journalMark'],
    rows: { classes: ['category', 'subjects', 'count', 'ground', 'method'], members: ['signed'] },
  },
};
