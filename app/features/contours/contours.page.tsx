import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { kindNames } from '#app/features/org-units/unit.text.ts';
import { isOrganisation, isUnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listTopContours } from './contour.queries.server.ts';
import { contourText as t } from './contour.text.ts';

/** Where the reach begins: one organisation or area is opened at once, several are offered. */
export const loader = pageLoader({ need: 'contour.read' }, async ({ ctx }) => {
  const units = (await listTopContours(ctx)).map(({ id, name, kind }) => ({
    id,
    name,
    kind: isUnitKind(kind) ? kindNames[kind] : '',
    href: isOrganisation(kind) ? paths.contour(id) : paths.contourArea(id),
  }));
  const [only] = units;
  if (only && units.length === 1) throw redirect(only.href);
  return { units };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ContoursPage() {
  const { units } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.chooseLede}>
      <Card>
        <Table
          caption={t.title}
          rows={units}
          rowKey={(unit) => unit.id}
          empty={t.chooseEmpty}
          columns={[
            { title: t.unit, heading: true, cell: (unit) => <a href={unit.href}>{unit.name}</a> },
            { title: t.kind, cell: (unit) => unit.kind },
          ]}
        />
      </Card>
    </Page>
  );
}
