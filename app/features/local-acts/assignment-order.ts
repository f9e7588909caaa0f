import { formatDay, formatDayLong } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import type { ActTemplate } from './act-template.ts';
import type { SignedValues } from './act-values.ts';
import { orderWords } from './assignment-order.text.ts';
import { templateDocument } from './template-document.ts';

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
  /** In a reverse mentorship: both are assigned to each other, with what each teaches. */
  mutual?: { menteeAccusative: string; topics: readonly { teacherName: string; topic: string }[] };
}

/** Everything the order says; stored with the act, so that the same words come out in ten years. */
export interface OrderValues extends SignedValues {
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
  return templateDocument(template, values, {
    grounds: `${isLabour ? orderWords.labourGround : orderWords.otherGround}${regulationWords(values)}`,
    isLabour,
    control: values.control,
    programmeDueOn: formatDayLong(values.programmeDueOn),
    assignments: byMentorship(values.assignments).map(rowWords),
    signerPost: values.signerPost,
    signerName: values.signerName,
    acquainted: acquaintedNames(values).map((name) => ({ name })),
  });
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

/** Everyone of one mentorship whose work is the same stands in one sub-point: a group with all its mentees, co-mentors together. */
function byMentorship(assignments: readonly Assignment[]): [Assignment, ...Assignment[]][] {
  const groups = new Map<string, [Assignment, ...Assignment[]]>();
  for (const row of assignments) {
    const key = [row.mentorshipId, row.content, row.jobDescription].join('\n');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function rowWords(rows: [Assignment, ...Assignment[]]): Record<string, string> {
  const [row] = rows;
  const { form, kind } = row;
  return {
    form,
    kind,
    who: row.mutual ? mutualWords(row, row.mutual) : assignedWords(rows),
    startedOn: formatDayLong(row.startedOn),
    endedOn: formatDayLong(row.endedOn),
    basis: `${orderWords.bases[row.legalBasis] ?? ''}${row.jobDescription && orderWords.jobDescription(row.jobDescription)}`,
    work: row.content && orderWords.content(row.content.replace(/[.\s]+$/u, '')),
  };
}

function regulationWords({ regulation }: OrderValues): string {
  return regulation ? orderWords.regulation(regulation.orderNumber, formatDayLong(regulation.approvedOn)) : '';
}

function assignedWords(rows: readonly Assignment[]): string {
  const mentors = rows.map((row) => orderWords.withPost(row.mentorAccusative, row.mentorPost));
  const mentees = rows.map((row) => orderWords.withPost(row.menteeInstrumental, row.menteePost));
  return orderWords.assigned([...new Set(mentors)].join(', '), [...new Set(mentees)].join(', '));
}

function mutualWords(row: Assignment, { menteeAccusative, topics }: NonNullable<Assignment['mutual']>): string {
  const first = orderWords.withPost(row.mentorAccusative, row.mentorPost);
  const second = orderWords.withPost(menteeAccusative, row.menteePost);
  return orderWords.mutual(first, second, topics.map(orderWords.taught).join('; '));
}

function acquaintedNames(values: OrderValues): string[] {
  return [...new Set(values.assignments.flatMap(({ mentorName, menteeName }) => [mentorName, menteeName]))];
}
