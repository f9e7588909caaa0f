import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listEntries, listKeepers } from './directory.queries.server.ts';
import { directoryFilter } from './directory.schema.ts';
import { listNames, directoryText as t } from './directory.text.ts';
import { DIRECTORIES, type Entry, FORM_LISTS, type FormList } from './directory.ts';
import { EntryState, sidesWords, traitWords } from './entry-words.tsx';
import { viewedRegion } from './viewed-region.server.ts';

/** Forms under the list they are looked at in, else under the first they stand in; lists without forms are left out. */
function groupsOf(forms: readonly Entry[], chosen: string): { list: FormList; forms: Entry[] }[] {
  return FORM_LISTS.map((list) => ({
    list,
    forms: forms.filter(({ lists }) => (chosen === '' ? lists[0] === list : chosen === list)),
  })).filter((group) => group.forms.length > 0);
}

/** Forms and kinds as they stand today in the viewer's region. */
export const loader = pageLoader({ need: 'signedIn', query: directoryFilter }, async ({ ctx, query }) => {
  const { region, regions } = await viewedRegion(ctx, query.region);
  const entries = await listEntries(ctx, region?.id ?? null, ctx.today);
  return {
    list: query.list,
    region,
    regions,
    forms: entries.filter(({ directory, lists }) => {
      if (directory !== 'form' || query.list === 'kinds') return false;
      return query.list === '' || lists.includes(query.list);
    }),
    kinds: entries.filter(({ directory }) => directory === 'kind' && (query.list === '' || query.list === 'kinds')),
    mayAdd: (await listKeepers(ctx)).length > 0,
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function DirectoriesPage() {
  const { list, region, regions, forms, kinds, mayAdd } = useLoaderData<typeof loader>();
  const columns: Column<Entry>[] = [
    {
      title: t.name,
      heading: true,
      cell: (entry) => <a href={paths.directoryEntry(entry.directory, entry.code)}>{entry.name}</a>,
    },
    { title: t.meaning, cell: (entry) => entry.meaning },
    { title: t.traits, cell: (entry) => traitWords(entry) },
    { title: t.state, cell: (entry) => <EntryState entry={entry} /> },
  ];
  const sides: Column<Entry> = { title: t.sides, cell: sidesWords };
  return (
    <Page
      title={t.title}
      lede={region ? `${t.lede} ${t.ledeRegion(region.name)}` : t.lede}
      actions={
        <>
          {mayAdd
            ? DIRECTORIES.map((one) => (
                <ButtonLink key={one} href={paths.directoryEntryAdd(one)} text={t.add[one]} primary={one === 'form'} />
              ))
            : null}
          <ButtonLink href={paths.workingDays()} text={t.toCalendar} />
          <ButtonLink href={paths.legalReferences()} text={t.toLegal} />
        </>
      }
    >
      <Filter reset={list === '' ? undefined : paths.directories()}>
        <SelectField
          name="list"
          label={t.list}
          empty={t.anyList}
          defaultValue={list}
          options={[
            ...FORM_LISTS.map((one) => ({ value: one, text: listNames[one] })),
            { value: 'kinds', text: t.onlyKinds },
          ]}
        />
        {regions.length > 1 ? (
          <SelectField
            name="region"
            label={t.region}
            empty={null}
            defaultValue={region?.id}
            options={regions.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : null}
      </Filter>
      {groupsOf(forms, list).map((group) => (
        <Card key={group.list} title={listNames[group.list]}>
          <Table
            caption={listNames[group.list]}
            rows={group.forms}
            rowKey={(entry) => entry.code}
            empty={t.empty}
            columns={columns.toSpliced(2, 0, sides)}
          />
        </Card>
      ))}
      {kinds.length > 0 ? (
        <Card title={t.kinds}>
          <Table caption={t.kinds} rows={kinds} rowKey={(entry) => entry.code} empty={t.empty} columns={columns} />
        </Card>
      ) : null}
    </Page>
  );
}
