/** The one file that knows exceljs: writes a workbook as XLSX by its streaming writer. */
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { reportsText } from './reports.text.ts';
import {
  safeCell,
  safeSheetName,
  type Workbook,
  type WorkbookCell,
  type WorkbookColumn,
  type WorkbookSheet,
} from './workbook.ts';

export { type ReadLimits, readWorkbookRows, type SourceCell, type SourceRow } from './workbook-read.ts';

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

/** After this many rows other work gets its turn. */
const rowsPerTurn = 250;

/**
 * The workbook as an XLSX file that runs nothing: no formulas, no links, text always typed as text. `createdAt` is a
 * moment (ISO string). Dates that are not days, and text in columns of numbers, are written as text.
 */
export async function workbookToXlsx(workbook: Workbook, options: { createdAt: string }): Promise<Buffer> {
  // Loaded when first written: readers of uploads come through this file too, and exceljs is slow to start.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const finished = collect(stream);
  const writer: Writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const moment = new Date(options.createdAt);
  Object.assign(writer, {
    creator: reportsText.product,
    lastModifiedBy: reportsText.product,
    created: moment,
    modified: moment,
    title: safeCell(workbook.title),
  });
  const names: string[] = [];
  for (const sheet of workbook.sheets) {
    const name = safeSheetName(sheet.name, names);
    names.push(name);
    await writeSheet(writer, sheet, name);
  }
  await writer.commit();
  return finished;
}

async function collect(stream: PassThrough): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function writeSheet(writer: Writer, sheet: WorkbookSheet, name: string) {
  // An empty line parts the title block from the table, so that Excel does not take it for the table's first row.
  const headerRow = sheet.notes.length === 0 ? 1 : sheet.notes.length + 2;
  const worksheet = writer.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
  for (const [index, note] of sheet.notes.entries()) {
    const row = worksheet.getRow(index + 1);
    row.getCell(1).value = safeCell(note);
    row.getCell(1).font = index === 0 ? { bold: true, size: 14 } : { size: 11 };
    row.commit();
  }
  const header = worksheet.getRow(headerRow);
  for (const [index, column] of sheet.columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = safeCell(column.title);
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF2' } };
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
  header.commit();
  const from = { row: headerRow, column: 1 };
  worksheet.autoFilter = {
    from,
    to: { row: headerRow + sheet.rows.length, column: Math.max(1, sheet.columns.length) },
  };
  let rowNumber = headerRow;
  for (const values of sheet.rows) {
    rowNumber += 1;
    writeRow(worksheet.getRow(rowNumber), sheet.columns, values, false);
    if (rowNumber % rowsPerTurn === 0) await turn();
  }
  if (sheet.totals) writeRow(worksheet.getRow(rowNumber + 1), sheet.columns, sheet.totals, true);
  worksheet.commit();
}

function writeRow(row: ExcelJS.Row, columns: WorkbookColumn[], values: WorkbookCell[], isTotals: boolean) {
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null;
    if (value === null) continue;
    const cell = row.getCell(index + 1);
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) continue;
      cell.value = value;
      cell.numFmt = numberFormat(column);
    } else if (column.kind === 'date' && isDay(value)) {
      cell.value = new Date(`${value}T00:00:00Z`);
      cell.numFmt = 'dd.mm.yyyy';
    } else {
      cell.value = safeCell(value);
      cell.alignment = { wrapText: true, vertical: 'top' };
    }
    if (isTotals) cell.font = { bold: true };
  }
  row.commit();
}

/** Excel's own codes: it shows the comma and the spaces by the reader's language. */
function numberFormat(column: WorkbookColumn): string {
  const fraction = '0'.repeat(column.digits ?? 1);
  switch (column.kind) {
    case 'decimal':
      return `#,##0.${fraction}`;
    case 'percent':
      return fraction === '' ? '0%' : `0.${fraction}%`;
    case 'integer':
      return '#,##0';
    default:
      return 'General';
  }
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
