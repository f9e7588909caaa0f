import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findEntry, listKeepers, listSwitches, listVersions } from './directory.queries.server.ts';
import { entryParams } from './directory.schema.ts';
import { listNames, directoryText as t } from './directory.text.ts';
import { EntryState, sidesWords, traitWords } from './entry-words.tsx';
import { viewedRegion } from './viewed-region.server.ts';

/** One form or kind: what it means now, how it meant before, when it was off in the region. */
export const loader = pageLoader({ need: 'signedIn', params: entryParams }, async ({ ctx, params }) => {
  const { region } = await viewedRegion(ctx, undefined);
  const entry = await findEntry(ctx, params, region?.id ?? null, ctx.today);
  const keepers = await listKeepers(ctx);
  return {
    entry,
    region,
    versions: await listVersions(ctx, params),
    switches: await listSwitches(ctx, params, region?.id ?? null),
    mayVersion: keepers.some(({ regionId }) => (regionId === null) !== entry.isRegional),
    maySwitch: keepers.some(({ regionId }) => regionId !== null && regionId === region?.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.entry.name ?? t.title} — ${uiText.brand}` },
];

export default function EntryPage() {
  const { entry, region, versions, switches, mayVersion, maySwitch } = useLoaderData<typeof loader>();
  const { directory, code } = entry;
  return (
    <Page
      title={entry.name}
      lede={entry.meaning}
      back={{ href: paths.directories(), text: t.back }}
      actions={
        <>
          {mayVersion ? (
            <ButtonLink href={paths.directoryVersionAdd(directory, code)} text={t.versionAdd} primary />
          ) : null}
          {maySwitch ? (
            <ButtonLink href={paths.directorySwitch(directory, code)} text={entry.isOff ? t.switchOn : t.switchOff} />
          ) : null}
        </>
      }
    >
      <Card aside={<EntryState entry={entry} />}>
        <SummaryList
          rows={[
            ...(directory === 'form'
              ? [
                  { key: t.lists, value: entry.lists.map((list) => listNames[list]).join(', ') },
                  { key: t.sides, value: sidesWords(entry) },
                ]
              : []),
            { key: t.traits, value: traitWords(entry) },
            ...(entry.startedOn ? [{ key: t.period, value: t.periodOf(entry.startedOn, entry.endedOn) }] : []),
            { key: t.source, value: entry.source },
          ]}
        />
      </Card>
      <Card title={t.versions}>
        <Table
          caption={t.versions}
          rows={versions}
          rowKey={(version) => version.id}
          empty={t.versionsEmpty}
          columns={[
            { title: t.period, heading: true, cell: (version) => t.periodOf(version.startedOn, version.endedOn) },
            { title: t.name, cell: (version) => version.name },
            { title: t.meaning, cell: (version) => version.meaning },
            { title: t.source, cell: (version) => version.source },
          ]}
        />
      </Card>
      {region ? (
        <Card title={t.switches(region.name)}>
          <Table
            caption={t.switches(region.name)}
            rows={switches}
            rowKey={(period) => period.id}
            empty={t.switchesEmpty}
            columns={[{ title: t.period, heading: true, cell: (off) => t.periodOf(off.startedOn, off.endedOn) }]}
          />
        </Card>
      ) : null}
    </Page>
  );
}
