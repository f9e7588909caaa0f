import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listInstruments, listKeepers } from './instrument.queries.server.ts';
import { instrumentText, schemeNames } from './instrument.text.ts';

/** Instruments of outside diagnosis: the federation's and the region's own. */
export const loader = pageLoader({ need: 'instrument.read' }, async ({ ctx }) => {
  const [instruments, keepers] = await Promise.all([listInstruments(ctx), listKeepers(ctx)]);
  return { instruments, mayAdd: keepers.length > 0 };
});

export const meta: MetaFunction = () => [{ title: `${instrumentText.title} — ${uiText.brand}` }];

export default function InstrumentsPage() {
  const { instruments, mayAdd } = useLoaderData<typeof loader>();
  const words = instrumentText.columns;
  const add = (
    <>
      <ButtonLink href={paths.instrumentAdd('nine')} text={instrumentText.addNine} primary={instruments.length === 0} />
      <ButtonLink href={paths.instrumentAdd('four')} text={instrumentText.addFour} />
    </>
  );
  return (
    <Page
      title={instrumentText.title}
      lede={instrumentText.lede}
      back={{ href: paths.routes(), text: instrumentText.routes }}
      actions={mayAdd ? add : undefined}
    >
      <Card>
        <Table
          caption={instrumentText.title}
          rows={instruments}
          rowKey={(row) => row.id}
          empty={mayAdd ? instrumentText.empty : instrumentText.emptyReader}
          columns={[
            {
              title: words.name,
              heading: true,
              cell: (row) => (
                <>
                  <a href={paths.instrument(row.id)}>{row.name}</a>
                  <div className="mute">{instrumentText.edition(row.edition)}</div>
                </>
              ),
            },
            { title: words.scheme, cell: (row) => schemeNames[row.scheme] },
            { title: words.cuts, cell: (row) => instrumentText.cuts(row.lowCutPercent, row.highCutPercent) },
            { title: words.keeper, cell: (row) => row.keeper },
            { title: words.term, cell: termOf },
          ]}
        />
      </Card>
    </Page>
  );
}

function termOf({ startedOn, endedOn }: { startedOn: string; endedOn: string | null }): string {
  return endedOn
    ? instrumentText.term(formatDay(startedOn), formatDay(endedOn))
    : instrumentText.since(formatDay(startedOn));
}
