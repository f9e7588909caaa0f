import { parse } from 'csv-parse/sync';
import type { SourceSheet } from './staff-list-source.ts';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** Caps of a list: lines taken, columns, letters of one cell. */
export interface CsvLimits {
  maxRows: number;
  maxColumns: number;
  maxText: number;
}

const DELIMITERS = [';', ',', '\t'] as const;
const LOOKED_AT_LETTERS = 20_000;
const RECORD_LETTERS = 130_000;

/**
 * Text of a list's bytes: UTF-8 or UTF-16 by its mark, UTF-8 when it is valid, else Windows-1251.
 * Throws UnreadableFile `not-a-table` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw new UnreadableFile('not-a-table');
  const text = validUtf8(bytes) ?? new TextDecoder('windows-1251').decode(bytes);
  const controls = text.match(/[^\P{Cc}\t\r\n]/gu)?.length ?? 0;
  if (controls * 100 > text.length || looksLikeMarkup(text)) throw new UnreadableFile('not-a-table');
  return text;
}

/** Reads a delimited text as one sheet. Throws UnreadableFile when it is empty, no table, or over the limits. */
export function readCsvSheet(text: string, name: string, limits: CsvLimits): SourceSheet {
  if (text.trim() === '') throw new UnreadableFile('empty');
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? guessDelimiter(body);
  const records = readRecords(body, delimiter, limits.maxRows + 1);
  if (records.length > limits.maxRows) throw new UnreadableFile('too-many-rows');
  const widest = records.reduce((width, record) => Math.max(width, filledLength(record)), 0);
  if (widest > limits.maxColumns) throw new UnreadableFile('too-many-columns');
  if (widest < 2) throw new UnreadableFile('not-a-table');
  const rows = records.map((record, index) => ({
    rowNumber: index + 1,
    cells: record
      .slice(0, limits.maxColumns)
      .map((cell) => (cell === '' ? null : { kind: 'text' as const, text: cell.slice(0, limits.maxText) })),
  }));
  return { name, isHidden: false, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) };
}

function readRecords(body: string, delimiter: string, to: number): string[][] {
  const options = { delimiter, to, bom: true, relax_column_count: true, max_record_size: RECORD_LETTERS };
  try {
    return parse(body, { ...options, relax_quotes: true });
  } catch {
    return withoutQuotes(body, options);
  }
}

/** A stray quote swallows the rest of a list; then quotes mean nothing in it. */
function withoutQuotes(body: string, options: { delimiter: string; to: number }): string[][] {
  try {
    return parse(body, { ...options, quote: null });
  } catch (cause) {
    throw new UnreadableFile('too-long', { cause });
  }
}

function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_LETTERS)
    .split(/\r?\n|\r/)
    .slice(0, 50);
  const counts = DELIMITERS.map((delimiter) => {
    const perLine = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    return { delimiter, lines: perLine.filter((count) => count > 0).length, most: Math.max(...perLine) };
  });
  counts.sort((a, b) => b.lines * b.most - a.lines * a.most);
  return counts[0]?.delimiter ?? ';';
}

function filledLength(record: readonly string[]): number {
  let length = record.length;
  while (length > 0 && record[length - 1]?.trim() === '') length -= 1;
  return length;
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeMarkup(text: string): boolean {
  return /^\s*(<!doctype|<html|<\?xml|<table|<head|<meta|<script|%PDF|\{\\rtf|[[{]\s*["[{])/i.test(text);
}
