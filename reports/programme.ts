import { formatDay, formatDayLong } from '#app/core/dates.ts';
import { type Block, type Document, paragraph } from './document.ts';
import { programmeSheetText as words } from './programme.text.ts';

/** What a printed programme says; days are ISO, the rest is in words already. Source: DT-11, M-09. */
export interface ProgrammeSheet {
  organisation: string;
  /** Who approved and on which day; null while it is a draft. */
  approval: { name: string; day: string } | null;
  mentors: readonly string[];
  mentees: readonly string[];
  form: string;
  kind: string;
  startedOn: string;
  endedOn: string;
  problem: string;
  aim: string;
  goals: readonly { aim: string; indicator: string; startValue: string; targetValue: string }[];
  items: readonly { kind: string; topic: string; dueOn: string; product: string; outcome: string }[];
}

/** The programme of a mentorship as a document: approval, term, problem, aim, measurable goals, plan, signatures. */
export function programmeDocument(sheet: ProgrammeSheet): Document {
  return {
    language: 'ru',
    title: words.title,
    kind: 'programme',
    profile: 'plain',
    orientation: 'portrait',
    footer: sheet.approval ? null : words.draft,
    blocks: [
      approvalOf(sheet),
      { kind: 'heading', level: 1, text: words.title },
      aboutTable(sheet),
      { kind: 'heading', level: 2, text: words.problem },
      paragraph(sheet.problem || words.empty),
      { kind: 'heading', level: 2, text: words.aim },
      paragraph(sheet.aim || words.empty),
      { kind: 'heading', level: 2, text: words.goals },
      goalTable(sheet),
      { kind: 'heading', level: 2, text: words.plan },
      planTable(sheet),
      ...signatures(words.mentor, sheet.mentors),
      ...signatures(words.mentee, sheet.mentees),
    ],
  };
}

function approvalOf({ approval, organisation }: ProgrammeSheet): Block {
  if (!approval) return { kind: 'approval', lines: [organisation, words.draft] };
  const lines = [words.approve, organisation, words.approvedBy(approval.name), formatDayLong(approval.day)];
  return { kind: 'approval', lines };
}

function aboutTable(sheet: ProgrammeSheet): Block {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { share: 2, align: 'left' },
      { share: 5, align: 'left' },
    ],
    headerRows: [[words.about, words.value]],
    rows: [
      [words.mentor, sheet.mentors.join(', ')],
      [words.mentee, sheet.mentees.join(', ')],
      [words.form, sheet.form],
      [words.kind, sheet.kind],
      [words.term, words.period(formatDayLong(sheet.startedOn), formatDayLong(sheet.endedOn))],
    ],
    totals: null,
  };
}

function goalTable({ goals }: ProgrammeSheet): Block {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { share: 1, align: 'left' },
      { share: 5, align: 'left' },
      { share: 4, align: 'left' },
      { share: 3, align: 'left' },
      { share: 3, align: 'left' },
    ],
    headerRows: [words.goalColumns],
    rows: goals.map((goal, index) => [String(index + 1), goal.aim, goal.indicator, goal.startValue, goal.targetValue]),
    totals: null,
  };
}

function planTable({ items }: ProgrammeSheet): Block {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { share: 1, align: 'left' },
      { share: 3, align: 'left' },
      { share: 5, align: 'left' },
      { share: 3, align: 'left' },
      { share: 4, align: 'left' },
      { share: 4, align: 'left' },
    ],
    headerRows: [words.planColumns],
    rows: items.map((item, index) => [
      String(index + 1),
      formatDay(item.dueOn),
      item.topic,
      item.kind,
      item.product,
      item.outcome,
    ]),
    totals: null,
  };
}

function signatures(post: string, names: readonly string[]): Block[] {
  return names.map((name) => ({ kind: 'signature', post, name, mark: null }));
}
