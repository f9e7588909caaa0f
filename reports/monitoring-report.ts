/**
 * The monitoring report of a unit: one value, from which the PDF and the workbook are made, so that their numbers and
 * the page's are the same. Source: DOMAIN 4.6 (what ministry tables print), BR-45, BR-46.
 */
import { createHash } from 'node:crypto';
import { type Block, type Document, paragraph, plain, type TableColumn } from './document.ts';
import { monitoringReportText as words } from './monitoring-report.text.ts';
import { formatDecimal, formatInteger, formatPercent } from './numbers.ts';
import type { Workbook, WorkbookCell, WorkbookColumn, WorkbookSheet } from './workbook.ts';

/** One indicator of one unit: the value, what it is made of, or why there is none. */
export interface ReportFigure {
  value: number | null;
  part: number | null;
  whole: number | null;
  isHidden: boolean;
}

/** A unit's line; `people` is the plain number of pairs or mentees, null when withheld. */
export interface ReportRow {
  name: string;
  organisations: number;
  people: number | null;
  figures: ReportFigure[];
}

/** An indicator as a column and as a line of the method. */
export interface ReportIndicator {
  name: string;
  short: string;
  unit: string;
  kind: 'share' | 'ratio';
  digits: number;
  formula: string;
  part: string;
  whole: string;
  definition: string;
  version: number;
  source: string;
}

/** The table of one stage. */
export interface ReportSection {
  title: string;
  /** Heading of the plain number. */
  people: string;
  indicators: ReportIndicator[];
  rows: ReportRow[];
  total: ReportRow;
}

/** Everything the report says. */
export interface MonitoringReport {
  unit: string;
  period: string;
  /** Moment of counting in words. */
  cut: string;
  sections: ReportSection[];
}

/** Twelve letters and digits that are the same for the same figures: whoever holds both files can tell they agree. */
export function reportCode(report: MonitoringReport): string {
  const hash = createHash('sha256').update(JSON.stringify(report)).digest('hex').toUpperCase();
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}-${hash.slice(8, 12)}`;
}

/** The report as a document in landscape: a table a stage, then the method, then a line for the one who answers. */
export function monitoringDocument(report: MonitoringReport): Document {
  const code = reportCode(report);
  const title = words.title(report.unit, report.period);
  return {
    language: 'ru',
    title,
    kind: 'monitoring-report',
    profile: 'plain',
    orientation: 'landscape',
    footer: words.footer(report.unit, code),
    blocks: [
      { kind: 'paragraph', runs: plain(words.kind), align: 'center', firstLineIndent: false },
      { kind: 'heading', level: 1, text: title },
      note(`${words.cut(report.cut)} ${words.code(code)}.`),
      ...report.sections.flatMap((section) => sectionBlocks(section)),
      note(`${isAnythingHidden(report) ? `${words.hiddenNote} ` : ''}${words.nothingNote}`),
      { kind: 'heading', level: 2, text: words.method },
      ...report.sections.flatMap((section) => section.indicators.flatMap(methodBlocks)),
      { kind: 'signature', post: words.signature, name: '', mark: null },
    ],
  };
}

function note(text: string): Block {
  return { kind: 'paragraph', runs: plain(text), align: 'left', firstLineIndent: false };
}

function sectionBlocks(section: ReportSection): Block[] {
  const columns: TableColumn[] = [
    { share: 3, align: 'left' },
    ...[...Array(section.indicators.length + 2)].map((): TableColumn => ({ share: 1.5, align: 'right' })),
  ];
  return [
    { kind: 'heading', level: 2, text: section.title },
    {
      kind: 'table',
      caption: null,
      columns,
      headerRows: [[words.unit, words.organisations, section.people, ...section.indicators.map((each) => each.short)]],
      rows: section.rows.map((row) => printedRow(row, section)),
      totals: printedRow({ ...section.total, name: words.total }, section),
    },
  ];
}

function printedRow(row: ReportRow, { indicators }: ReportSection): string[] {
  const people = row.people === null ? words.hidden : formatInteger(row.people);
  const figures = indicators.map((indicator, index) => printedFigure(indicator, row.figures[index]));
  return [row.name, formatInteger(row.organisations), people, ...figures];
}

function printedFigure(indicator: ReportIndicator, figure: ReportFigure | undefined): string {
  if (!figure || figure.value === null) return figure?.isHidden ? words.hidden : words.dash;
  const value =
    indicator.kind === 'share'
      ? formatPercent(figure.value, indicator.digits)
      : formatDecimal(figure.value, indicator.digits);
  return `${value}\n${words.of(formatInteger(figure.part), formatInteger(figure.whole))}`;
}

function methodBlocks(indicator: ReportIndicator): Block[] {
  return [
    {
      kind: 'paragraph',
      runs: [
        { text: `${indicator.name} (${indicator.unit}): `, bold: true },
        { text: words.legend(indicator.formula, indicator.part, indicator.whole) },
      ],
      align: 'left',
      firstLineIndent: false,
    },
    paragraph(`${indicator.definition} ${words.versionOf(indicator.version, indicator.source)}`),
  ];
}

function isAnythingHidden(report: MonitoringReport): boolean {
  return report.sections.some((section) =>
    [...section.rows, section.total].some(
      (row) => row.people === null || row.figures.some((figure) => figure.isHidden),
    ),
  );
}

/** The report as a workbook: a sheet a stage with values and what they are made of, and a sheet with the method. */
export function monitoringWorkbook(report: MonitoringReport): Workbook {
  const title = words.title(report.unit, report.period);
  const notes = [words.cut(report.cut), words.code(reportCode(report))];
  if (isAnythingHidden(report)) notes.push(words.hiddenNote);
  const sheets = report.sections.map((section) => sectionSheet(section, [`${title}. ${section.title}`, ...notes]));
  return { title, sheets: [...sheets, methodSheet(report, notes)] };
}

function sectionSheet(section: ReportSection, notes: string[]): WorkbookSheet {
  const columns: WorkbookColumn[] = [
    { title: words.unit, kind: 'text', width: 34 },
    { title: words.organisations, kind: 'integer', width: 13 },
    { title: section.people, kind: 'integer', width: 13 },
    ...section.indicators.flatMap((indicator): WorkbookColumn[] => [
      {
        title: `${indicator.name}, ${indicator.unit}`,
        kind: indicator.kind === 'share' ? 'percent' : 'decimal',
        width: 18,
        digits: indicator.digits,
      },
      { title: words.partColumn(indicator.short), kind: 'integer', width: 14 },
      { title: words.wholeColumn(indicator.short), kind: 'integer', width: 14 },
    ]),
  ];
  const cells = (row: ReportRow) => sheetCells(row, section.indicators.length);
  return {
    name: section.title,
    notes,
    columns,
    rows: section.rows.map(cells),
    totals: cells({ ...section.total, name: words.total }),
  };
}

function sheetCells(row: ReportRow, indicators: number): WorkbookCell[] {
  const figures = row.figures.slice(0, indicators).flatMap((figure): WorkbookCell[] => {
    const hidden = (number: number | null) => number ?? (figure.isHidden ? words.hidden : words.dash);
    return [hidden(figure.value), hidden(figure.part), hidden(figure.whole)];
  });
  return [row.name, row.organisations, row.people ?? words.hidden, ...figures];
}

function methodSheet(report: MonitoringReport, notes: string[]): WorkbookSheet {
  const heads = words.methodColumns;
  const text = (title: string, width: number): WorkbookColumn => ({ title, kind: 'text', width });
  return {
    name: words.methodSheet,
    notes: [words.method, ...notes],
    columns: [
      text(heads.name, 36),
      text(heads.unit, 10),
      text(heads.formula, 20),
      text(heads.part, 40),
      text(heads.whole, 40),
      text(heads.definition, 60),
      { title: heads.version, kind: 'integer', width: 9 },
      text(heads.source, 36),
    ],
    rows: report.sections.flatMap((section) =>
      section.indicators.map((each) => [
        each.name,
        each.unit,
        each.formula,
        each.part,
        each.whole,
        each.definition,
        each.version,
        each.source,
      ]),
    ),
    totals: null,
  };
}
