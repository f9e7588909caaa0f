import { describe, expect, test } from 'vitest';
import {
  type MonitoringReport,
  monitoringDocument,
  monitoringWorkbook,
  type ReportFigure,
  type ReportIndicator,
  reportCode,
} from '#reports/monitoring-report.ts';

const coverage: ReportIndicator = {
  name: 'Охват молодых педагогов',
  short: 'Охват, %',
  unit: '%',
  kind: 'share',
  digits: 1,
  formula: 'm / N × 100 %',
  part: 'с наставником',
  whole: 'все молодые',
  definition: 'Не больше трёх лет.',
  version: 1,
  source: 'кадровые записи',
};
const load: ReportIndicator = {
  ...coverage,
  name: 'Нагрузка наставника',
  short: 'Нагрузка',
  unit: 'чел.',
  kind: 'ratio',
  digits: 2,
};
const told = (part: number, whole: number): ReportFigure => ({ value: part / whole, part, whole, isHidden: false });
const small: ReportFigure = { value: null, part: null, whole: 26, isHidden: true };
const nothing: ReportFigure = { value: null, part: 0, whole: 0, isHidden: false };

const report: MonitoringReport = {
  unit: 'Верхневолжская область',
  period: 'первое полугодие 2026/27',
  cut: '22.11.2026, 10:00',
  sections: [
    {
      title: 'Этап 1',
      people: 'Пар',
      indicators: [coverage, load],
      rows: [
        { name: 'Заречный округ', organisations: 2, people: 1412, figures: [told(909, 1000), told(5, 4)] },
        { name: 'Лесной район', organisations: 1, people: null, figures: [small, nothing] },
      ],
      total: { name: 'Верхневолжская область', organisations: 3, people: 1415, figures: [told(911, 1003), told(9, 7)] },
    },
  ],
};

const tables = monitoringDocument(report).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the monitoring report', () => {
  test('prints values with what they are made of, dashes with their reason, and totals', () => {
    expect(tables[0]?.rows.map((row) => row.map(plain))).toEqual([
      ['Заречный округ', '2', '1 412', '90,9 %\n909 из 1 000', '1,25\n5 из 4'],
      ['Лесной район', '1', 'скрыто', 'скрыто', '—'],
    ]);
    expect(tables[0]?.totals?.map(plain)).toEqual(['Всего', '3', '1 415', '90,8 %\n911 из 1 003', '1,29\n9 из 7']);
  });

  test('says the moment, the code, the method of every indicator', () => {
    const text = JSON.stringify(monitoringDocument(report));
    for (const part of ['22.11.2026, 10:00', reportCode(report), 'm / N × 100 %', 'все молодые', 'версия 1'])
      expect(text).toContain(part);
  });

  test('gives the workbook the same numbers as values, not as text', () => {
    const sheet = monitoringWorkbook(report).sheets[0];
    expect(sheet?.rows[0]).toEqual(['Заречный округ', 2, 1412, 0.909, 909, 1000, 1.25, 5, 4]);
    expect(sheet?.rows[1]).toEqual(['Лесной район', 1, 'скрыто', 'скрыто', 'скрыто', 26, '—', 0, 0]);
    expect(sheet?.totals?.slice(0, 4)).toEqual(['Всего', 3, 1415, 911 / 1003]);
    expect(sheet?.columns.map((column) => column.kind).slice(3, 7)).toEqual([
      'percent',
      'integer',
      'integer',
      'decimal',
    ]);
  });

  test('has a sheet with the method and the same code', () => {
    const method = monitoringWorkbook(report).sheets.at(-1);
    expect(method?.rows.map((row) => row[0])).toEqual(['Охват молодых педагогов', 'Нагрузка наставника']);
    expect(method?.notes.join(' ')).toContain(reportCode(report));
  });

  test('has another code when any figure differs', () => {
    const [section] = report.sections;
    if (!section) throw new Error('the sample has a section');
    const other = { ...report, sections: [{ ...section, total: { ...section.total, organisations: 4 } }] };
    expect(reportCode(other)).not.toBe(reportCode(report));
    expect(reportCode(structuredClone(report))).toBe(reportCode(report));
  });

  test('does not speak of withheld numbers when none is', () => {
    const [section] = report.sections;
    if (!section) throw new Error('the sample has a section');
    const open = { ...report, sections: [{ ...section, rows: section.rows.slice(0, 1) }] };
    expect(JSON.stringify(monitoringDocument(open))).not.toMatch(/скрыто/i);
    expect(JSON.stringify(monitoringDocument(report))).toContain('скрыто');
  });
});
