import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatMoment } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import type { MonitoringReport, ReportRow, ReportSection } from '#reports/monitoring-report.ts';
import { findMonitoredUnit } from './monitoring.queries.server.ts';
import { monitoringText } from './monitoring.text.ts';
import { indicatorWords } from './monitoring-indicators.text.ts';
import { indicatorsOf, type Stage } from './monitoring-indicators.ts';
import { findFigures, type MonitoringFigures } from './monitoring-page.server.ts';
import { halfOf, type Period, partsOf } from './monitoring-period.ts';
import type { UnitRow } from './monitoring-table.ts';

/** The report of a unit with both stages, made of exactly what its page shows. Throws NotFound before it is counted. */
export async function findReport(
  ctx: Context,
  unitId: Id,
  period: Period | null,
): Promise<{ report: MonitoringReport; fileName: string; countedAt: string }> {
  const unit = await findMonitoredUnit(ctx, unitId);
  const figures = await findFigures(ctx, unit, period ?? halfOf(ctx.today));
  if (!figures) throw new NotFound('report');
  const report = reportOf(figures);
  return { report, fileName: monitoringText.fileName(unit.name, report.period), countedAt: figures.countedAt };
}

/** What page and files share, as the report prints it. */
function reportOf(figures: MonitoringFigures): MonitoringReport {
  const { firstYear, part } = partsOf(figures.period);
  return {
    unit: figures.unit.name,
    period: monitoringText.period(firstYear, part),
    cut: formatMoment(figures.countedAt, figures.unit.timeZone),
    sections: ([1, 2] as const).map((stage) => sectionOf(figures, stage)),
  };
}

function sectionOf(figures: MonitoringFigures, stage: Stage): ReportSection {
  const table = figures.tables[stage];
  const counter = stage === 1 ? 'mentorships' : 'mentees';
  const row = (unit: UnitRow): ReportRow => ({
    name: unit.name,
    organisations: unit.organisations,
    people: unit[counter],
    figures: unit.figures.map(({ value, part, whole, state }) => ({ value, part, whole, isHidden: state === 'small' })),
  });
  return {
    title: monitoringText.stages[stage],
    people: stage === 1 ? monitoringText.mentorshipsColumn : monitoringText.menteesColumn,
    indicators: indicatorsOf(stage).map(({ id, kind, digits, version }) => ({
      ...indicatorWords[id],
      kind,
      digits,
      version,
    })),
    rows: table.rows.map(row),
    total: row(table.total),
  };
}
