import { formatDay, formatDayLong } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Block, type Document, paragraph, plain } from '#reports/document.ts';
import { type ActTemplate, filled } from './act-template.ts';
import { orderWords } from './assignment-order.text.ts';

/** One assignment of the order, in words ready for the text. */
export interface Assignment {
  mentorshipId: Id;
  mentorName: string;
  mentorAccusative: string;
  mentorPost: string;
  menteeName: string;
  menteeInstrumental: string;
  menteePost: string;
  form: string;
  kind: string;
  legalBasis: string;
  /** Content of the work from the mentor's terms; empty where the basis has none. Its pay stands in the supplement only. */
  content: string;
  /** Where the job description holds the work; empty on other bases. */
  jobDescription: string;
  startedOn: Day;
  endedOn: Day;
}

/** Everything the order says; stored with the act, so that the same words come out in ten years. */
export interface OrderValues {
  organisation: string;
  /** Person who signs: the head at the time of drafting. */
  signerId: Id;
  signerName: string;
  signerPost: string;
  /** Who controls: words that follow the control point. */
  control: string;
  /** First results under the programmes are due. */
  programmeDueOn: Day;
  /** By which order the regulation is in force; null when none is recorded (BR-62). */
  regulation: { orderNumber: string; approvedOn: Day } | null;
  assignments: Assignment[];
}

/** The order as a document, without number and date: those are given by the approval. */
export function orderDocument(template: ActTemplate, values: OrderValues): Document {
  const isLabour = values.assignments.some(({ legalBasis }) => legalBasis === 'labor_351_8');
  const words = {
    grounds: `${isLabour ? orderWords.labourGround : orderWords.otherGround}${regulationWords(values)}`,
    control: values.control,
    programmeDueOn: formatDayLong(values.programmeDueOn),
  };
  const points = template.points
    .filter((point) => !point.isConditional || isLabour)
    .map((point) => ({
      runs: plain(filled(point.text, words)),
      points: point.rowText
        ? values.assignments.map((row) => ({ runs: plain(filled(point.rowText ?? '', rowWords(row))) }))
        : undefined,
    }));
  return {
    language: 'ru',
    title: template.heading,
    kind: template.code,
    profile: 'orders',
    orientation: 'portrait',
    footer: null,
    blocks: [
      letterhead(values, '', ''),
      { kind: 'subject', text: template.heading },
      ...template.preamble.map((text, position) =>
        position === template.preamble.length - 1 ? command(text) : paragraph(filled(text, words)),
      ),
      { kind: 'points', startAt: 1, points },
      { kind: 'signature', post: values.signerPost, name: values.signerName, mark: null },
      { kind: 'acquaintance', title: orderWords.acquainted, names: acquaintedNames(values) },
    ],
  };
}

/** The approved document: the same words with the date and number the approval gave. */
export function registeredDocument(document: Document, number: string, registeredOn: Day): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'letterhead' ? { ...block, number, date: formatDay(registeredOn) } : block,
    ),
  };
}

function letterhead(values: OrderValues, date: string, number: string): Block {
  return {
    kind: 'letterhead',
    layout: 'centred',
    organisation: [values.organisation],
    details: [],
    documentKind: orderWords.documentKind,
    date,
    number,
    place: '',
  };
}

function command(text: string): Block {
  return { kind: 'paragraph', runs: [{ text, bold: true }], align: 'left', firstLineIndent: false };
}

function rowWords(row: Assignment): Record<string, string> {
  return {
    ...row,
    startedOn: formatDayLong(row.startedOn),
    endedOn: formatDayLong(row.endedOn),
    basis: `${orderWords.bases[row.legalBasis] ?? ''}${row.jobDescription && orderWords.jobDescription(row.jobDescription)}`,
    work: row.content && orderWords.content(row.content.replace(/[.\s]+$/u, '')),
  };
}

function regulationWords({ regulation }: OrderValues): string {
  return regulation ? orderWords.regulation(regulation.orderNumber, formatDayLong(regulation.approvedOn)) : '';
}

function acquaintedNames(values: OrderValues): string[] {
  return [...new Set(values.assignments.flatMap(({ mentorName, menteeName }) => [mentorName, menteeName]))];
}
