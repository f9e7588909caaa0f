import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { journalNames } from '../local-acts/act-type.text.ts';
import { JOURNALS } from '../local-acts/act-type.ts';
import { actText } from '../local-acts/local-act.text.ts';
import { placeSchema } from './act-registers.schema.ts';
import { registersText as t } from './act-registers.text.ts';
import { findKeptUnits, listGaps, listJournals } from './numbering.queries.server.ts';

/** How the organisation's documents are numbered this year, and which numbers were left out and why. */
export const loader = pageLoader({ need: 'act.edit', query: placeSchema }, async ({ ctx, query }) => {
  const { units, unit } = await findKeptUnits(ctx, query.unit);
  const year = Number(ctx.today.slice(0, 4));
  const [journals, gaps] = unit
    ? await Promise.all([listJournals(ctx, unit.id, year), listGaps(ctx, unit.id, year)])
    : [[], []];
  return { units, unit, year, journals, gaps };
});

export const meta: MetaFunction = () => [{ title: `${t.numberingTitle} — ${uiText.brand}` }];

export default function NumberingPage() {
  const { units, unit, year, journals, gaps } = useLoaderData<typeof loader>();
  const back = { href: paths.acts(), text: actText.back };
  if (!unit) {
    return (
      <Page title={t.numberingTitle} back={back} narrow>
        <Empty>{t.noUnit}</Empty>
      </Page>
    );
  }
  const nameOf = (code: string) => journalNames[JOURNALS.find((journal) => journal === code) ?? 'orders'];
  return (
    <Page
      title={t.numberingTitle}
      lede={t.numberingLede(unit.name, year)}
      back={back}
      actions={<ButtonLink href={paths.paperAct(unit.id)} text={t.paper} />}
    >
      {units.length > 1 ? (
        <Tabs
          label={t.unit}
          items={units.map(({ id, shortName }) => ({
            href: `${paths.numbering()}?unit=${id}`,
            text: shortName,
            current: id === unit.id,
          }))}
        />
      ) : null}
      <Card>
        <Table
          caption={t.numberingTitle}
          empty={t.gapsEmpty}
          rows={journals}
          rowKey={({ journal }) => journal}
          columns={[
            { title: t.journal, heading: true, cell: ({ journal }) => journalNames[journal] },
            { title: t.next, cell: ({ next }) => next },
            { title: t.given, align: 'num', cell: ({ given }) => given },
            {
              title: t.mask,
              cell: ({ journal, mask }) => (
                <>
                  {mask} · <a href={paths.numberMask(unit.id, journal)}>{t.change}</a> ·{' '}
                  <a href={paths.numbersSkip(unit.id, journal)}>{t.skip}</a>
                </>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t.gaps}>
        <Table
          caption={t.gaps}
          empty={t.gapsEmpty}
          rows={gaps}
          rowKey={({ id }) => id}
          columns={[
            { title: t.gap, heading: true, cell: ({ number }) => number },
            { title: t.journal, cell: ({ journal }) => nameOf(journal) },
            { title: t.reason, cell: ({ reason }) => reason },
          ]}
        />
      </Card>
    </Page>
  );
}
