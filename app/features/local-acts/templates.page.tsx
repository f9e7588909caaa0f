import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { optionalId } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { drawText } from './act-fields.text.ts';
import { actTemplate } from './act-templates.server.ts';
import { actTypes } from './act-type.ts';
import { listTemplateUnits, listVariants } from './template-variant.queries.server.ts';
import { variantText as t } from './template-variant.text.ts';

/** Templates an organisation uses: the standard ones and its own. */
export const loader = pageLoader(
  { need: 'template.manage', query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, query }) => {
    const units = await listTemplateUnits(ctx);
    const unitId = units.find(({ id }) => id === query.unit)?.id ?? units[0]?.id ?? null;
    const own = unitId === null ? [] : await listVariants(ctx, unitId);
    const rows = actTypes
      .filter(({ keptIn }) => keptIn === 'local_act')
      .map(({ code, title }) => ({
        code,
        title,
        standard: actTemplate(code).version,
        own: own.find(({ kind }) => kind === code) ?? null,
      }));
    return { units, unitId, rows };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function TemplatesPage() {
  const { units, unitId, rows } = useLoaderData<typeof loader>();
  const back = { href: paths.actTypes(), text: drawText.back };
  if (unitId === null) {
    return (
      <Page title={t.title} back={back}>
        <Empty>{t.noUnit}</Empty>
      </Page>
    );
  }
  return (
    <Page title={t.title} lede={t.lede} back={back}>
      {units.length > 1 ? (
        <Tabs
          label={t.labels.unitId}
          items={units.map(({ id, name }) => ({ href: paths.actTemplates(id), text: name, current: id === unitId }))}
        />
      ) : null}
      <Card>
        <Table
          caption={t.title}
          empty={t.noUnit}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              title: t.kind,
              heading: true,
              cell: ({ code, title }) => <a href={paths.actTemplate(code, unitId)}>{title}</a>,
            },
            {
              title: t.state,
              cell: ({ own, standard }) =>
                own ? (
                  <>
                    <Tag tone="info">{t.own(own.version)}</Tag>
                    {own.standardVersion < standard ? <div className="mute">{t.outdatedOwn}</div> : null}
                  </>
                ) : (
                  t.standard(standard)
                ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}
