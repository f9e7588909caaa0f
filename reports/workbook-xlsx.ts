/** The one file that knows exceljs, and the door to reading a workbook. */
export { type ReadLimits, readWorkbookRows, type SourceCell, type SourceRow } from './workbook-read.ts';
