import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { kindNames } from '#app/features/org-units/unit.text.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listTopUnits } from './monitoring.queries.server.ts';
import { monitoringText } from './monitoring.text.ts';

/** Where the reach begins: one unit is opened at once, several are offered. */
export const loader = pageLoader({ need: 'monitoring.read' }, async ({ ctx }) => {
  const units = await listTopUnits(ctx);
  const [only] = units;
  if (only && units.length === 1) throw redirect(paths.monitoringUnit(only.id));
  return { units };
});

export const meta: MetaFunction = () => [{ title: `${monitoringText.title} — ${uiText.brand}` }];

export default function MonitoringPage() {
  const { units } = useLoaderData<typeof loader>();
  return (
    <Page title={monitoringText.title} lede={monitoringText.chooseLede}>
      <Card>
        <Table
          caption={monitoringText.title}
          rows={units}
          rowKey={(unit) => unit.id}
          empty={monitoringText.chooseEmpty}
          columns={[
            {
              title: monitoringText.unit,
              heading: true,
              cell: (unit) => <a href={paths.monitoringUnit(unit.id)}>{unit.name}</a>,
            },
            { title: monitoringText.kind, cell: (unit) => (isUnitKind(unit.kind) ? kindNames[unit.kind] : '') },
          ]}
        />
      </Card>
    </Page>
  );
}
