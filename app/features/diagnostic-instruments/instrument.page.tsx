import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { findInstrument } from './instrument.queries.server.ts';
import { instrumentText, schemeNames } from './instrument.text.ts';

/** One edition of an instrument: scale, cuts, and which areas each block stands for. */
export const loader = pageLoader(
  { need: 'instrument.read', params: z.object({ id: id() }) },
  async ({ ctx, params }) => ({
    instrument: await findInstrument(ctx, params.id),
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.instrument.name ?? instrumentText.title} — ${uiText.brand}` },
];

export default function InstrumentPage() {
  const { instrument } = useLoaderData<typeof loader>();
  const words = instrumentText.columns;
  const { startedOn, endedOn } = instrument;
  const term = endedOn
    ? instrumentText.term(formatDay(startedOn), formatDay(endedOn))
    : instrumentText.since(formatDay(startedOn));
  const end = <ButtonLink href={paths.instrumentEnd(instrument.id)} text={instrumentText.end} />;
  return (
    <Page
      title={instrument.name}
      lede={instrumentText.edition(instrument.edition)}
      back={{ href: paths.instruments(), text: instrumentText.back }}
      actions={instrument.mayManage && !endedOn ? end : undefined}
    >
      <Card title={instrumentText.facts}>
        <SummaryList
          rows={[
            { key: words.scheme, value: schemeNames[instrument.scheme] },
            { key: words.cuts, value: instrumentText.cuts(instrument.lowCutPercent, instrument.highCutPercent) },
            { key: instrumentText.labels.provider, value: instrument.provider },
            { key: words.keeper, value: instrument.keeper },
            { key: words.term, value: term },
          ]}
        />
      </Card>
      <Card title={instrumentText.blocks}>
        <Table
          caption={instrumentText.blocks}
          rows={instrument.blocks}
          rowKey={(block) => block.code}
          empty={null}
          columns={[
            { title: instrumentText.block, heading: true, cell: (block) => block.name },
            {
              title: instrumentText.areas,
              cell: (block) => block.areas.map((area) => areaNames[area]).join(', ') || uiText.notCounted,
            },
            { title: instrumentText.maximum, align: 'num', cell: (block) => block.maximum },
          ]}
        />
      </Card>
    </Page>
  );
}
