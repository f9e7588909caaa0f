import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import { forceNames } from '../local-acts/act-force.text.ts';
import type { listActsToExport } from '../local-acts/act-list.queries.server.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import { actStateNames, actText } from '../local-acts/local-act.text.ts';
import { registersText as t } from './act-registers.text.ts';

/** The register as a workbook: a row an act. */
export function actsWorkbook(rows: Awaited<ReturnType<typeof listActsToExport>>, asOf: Day): Workbook {
  const c = t.columns;
  return {
    title: actText.title,
    sheets: [
      {
        name: t.sheet,
        notes: [actText.title, t.asOf(asOf)],
        columns: [
          { title: c.kind, kind: 'text', width: 40 },
          { title: c.heading, kind: 'text', width: 50 },
          { title: c.number, kind: 'text', width: 12 },
          { title: c.registeredOn, kind: 'date', width: 12 },
          { title: c.state, kind: 'text', width: 22 },
          { title: c.from, kind: 'date', width: 12 },
          { title: c.to, kind: 'date', width: 12 },
          { title: c.author, kind: 'text', width: 24 },
          { title: c.unit, kind: 'text', width: 24 },
        ],
        rows: rows.map((act) => [
          actTypeOf(act.kind).title,
          act.heading,
          act.number,
          act.registeredOn,
          act.force ? forceNames[act.force] : actStateNames[act.state],
          act.inForceOn,
          act.endedOn,
          act.author,
          act.unitName,
        ]),
        totals: null,
      },
    ],
  };
}
