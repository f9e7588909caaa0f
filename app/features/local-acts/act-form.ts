import { z } from 'zod';
import { day, id, line, optionalDay, optionalId, optionalText, text } from '#app/core/form.ts';
import { cellLabel, fieldLabels } from './act-fields.text.ts';
import { type ActField, type Column, MOST_ROWS } from './act-fields.ts';

/** A typed row of a list. */
export type GivenRow = Readonly<Record<string, string>>;

/** What a person gave for a document: texts, ISO days, ids, codes of choices, rows. Empty text = left out. */
export type Given = Readonly<Record<string, string | readonly GivenRow[]>>;

/** The name a cell of a list has in the form. */
export function cellName(list: string, index: number, column: string): string {
  return `${list}.${index}.${column}`;
}

/**
 * The schema of a form with these fields. A form shows only some of them: what it does not show stays as it was. Rows come
 * as separate cells; empty rows are nothing.
 */
export function actFormSchema(fields: readonly ActField[]) {
  const shape: Record<string, z.ZodType> = {};
  for (const field of fields) {
    if (field.kind !== 'rows') shape[field.name] = schemaOf(field).optional();
    else for (const [name, column] of cellsOf(field)) shape[name] = optionalText(column.most).optional();
  }
  return z.object(shape).superRefine((values, context) => {
    for (const field of fields) {
      if (field.kind === 'rows' && isShown(field, values)) {
        for (const name of emptyCells(field, rowsOf(field, values))) {
          context.addIssue({ code: 'custom', path: [name], params: { code: 'missing' }, input: '' });
        }
      }
    }
  });
}

/** Cells that have to be filled: those needed in rows that are begun, the first one of a needed list without rows. */
function emptyCells({ name: list, columns, isOptional }: RowsField, rows: readonly GivenRow[]): string[] {
  if (rows.every(isEmptyRow)) return isOptional ? [] : [cellName(list, 0, columns[0]?.name ?? '')];
  return rows.flatMap((row, index) =>
    isEmptyRow(row)
      ? []
      : columns.filter((one) => !one.isOptional && !row[one.name]).map((one) => cellName(list, index, one.name)),
  );
}

/** Labels for the sentences about a form with these fields. */
export function actFormLabels(fields: readonly ActField[]): Record<string, string> {
  const cells = fields.flatMap((field) => (field.kind === 'rows' ? cellsOf(field) : []));
  return {
    ...fieldLabels,
    ...Object.fromEntries(cells.map(([name, { name: column }, index]) => [name, cellLabel(column, index + 1)])),
  };
}

/** What was given, out of a parsed form: cells become rows again, empty rows are dropped, fields not shown are left out. */
export function givenFrom(fields: readonly ActField[], values: Readonly<Record<string, unknown>>): Given {
  const shown = fields.filter((field) =>
    field.kind === 'rows'
      ? isShown(field, values)
      : Object.hasOwn(values, field.name) && values[field.name] !== undefined,
  );
  return Object.fromEntries(
    shown.map((field) => {
      if (field.kind === 'rows') return [field.name, rowsOf(field, values).filter((row) => !isEmptyRow(row))];
      const value = values[field.name];
      return [field.name, typeof value === 'string' ? value : ''];
    }),
  );
}

type RowsField = Extract<ActField, { kind: 'rows' }>;

function isShown(field: RowsField, values: Readonly<Record<string, unknown>>): boolean {
  return cellsOf(field).some(([name]) => values[name] !== undefined);
}

function schemaOf(field: Exclude<ActField, { kind: 'rows' }>): z.ZodType {
  switch (field.kind) {
    case 'line':
      return field.isOptional ? optionalText(field.most) : line(field.most);
    case 'text':
    case 'lines':
      return field.isOptional ? optionalText(field.most) : text(field.most);
    case 'day':
      return field.isOptional ? optionalDay() : day();
    case 'person':
    case 'mentorship':
      return field.isOptional ? optionalId() : id();
    case 'choice':
      return z.enum(field.options);
  }
}

function cellsOf(field: RowsField): [string, Column, number][] {
  return Array.from({ length: MOST_ROWS }, (_, index) => index).flatMap((index) =>
    field.columns.map((column): [string, Column, number] => [cellName(field.name, index, column.name), column, index]),
  );
}

function rowsOf(field: RowsField, values: Readonly<Record<string, unknown>>): GivenRow[] {
  return Array.from({ length: MOST_ROWS }, (_, index) =>
    Object.fromEntries(
      field.columns.map(({ name }) => [name, String(values[cellName(field.name, index, name)] ?? '')]),
    ),
  );
}

function isEmptyRow(row: GivenRow): boolean {
  return Object.values(row).every((value) => value === '');
}

/** Fields that have to be asked: not known yet and needed, or a decision of their own. */
export function askedFields(fields: readonly ActField[], known: Given): ActField[] {
  return fields.filter((field) => field.isAsked || (!field.isOptional && isMissing(known[field.name])));
}

/** Whether nothing is given for a field. */
export function isMissing(value: Given[string] | undefined): boolean {
  return value === undefined || value.length === 0;
}
