import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countJournal, listJournal, MOST_LINES } from './journal.queries.server.ts';
import { journalFilter } from './journal.schema.ts';
import { actNames, journalText, objectNames, systemNames, unknownAct } from './journal.text.ts';
import { type ShownChange, shownChanges, tableName } from './journal-change.ts';
import { findLinks, objectKey } from './journal-link.queries.server.ts';

/** The journal within reach: an auditor's subtree, a head's unit, everybody's own. */
export const loader = pageLoader({ need: 'journal.read', query: journalFilter }, async ({ ctx, query }) => {
  const total = await countJournal(ctx, query);
  const lines = await listJournal(ctx, query);
  const links = await findLinks(ctx, lines);
  return {
    filter: query,
    total,
    isCut: total === MOST_LINES,
    isByRole: holdsByRole(ctx.actor, 'journal.read'),
    lines: lines.map((line) => ({
      id: line.id,
      when: formatMoment(line.happenedAt, line.timeZone),
      act: actNames[line.act] ?? unknownAct,
      actor: line.actor ?? journalText.system(systemNames[line.systemName ?? ''] ?? line.systemName ?? ''),
      about: objectNames[tableName(line.objectKind)] ?? journalText.nothing,
      link: links.get(objectKey(line)) ?? null,
      person: line.person,
      card: line.cardId && line.person ? paths.person(line.cardId) : null,
      unitName: line.unitName,
      changes: shownChanges(line.before, line.after),
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${journalText.title} — ${uiText.brand}` }];

export default function JournalPage() {
  const { filter, total, isCut, isByRole, lines } = useLoaderData<typeof loader>();
  const isFiltered = Boolean(filter.from || filter.to || filter.act);
  return (
    <Page title={journalText.title} lede={isByRole ? journalText.lede : journalText.own}>
      <Filter reset={isFiltered ? paths.journal() : undefined}>
        <DateField name="from" hint={undefined} label={journalText.from} defaultValue={filter.from} />
        <DateField name="to" hint={undefined} label={journalText.to} defaultValue={filter.to} />
        <SelectField
          name="act"
          label={journalText.act}
          empty={journalText.anyAct}
          defaultValue={filter.act}
          options={Object.entries(actNames)
            .map(([value, text]) => ({ value, text }))
            .sort((a, b) => a.text.localeCompare(b.text, 'ru'))}
        />
      </Filter>
      <Card>
        <Table
          caption={journalText.caption}
          rows={lines}
          rowKey={(line) => line.id}
          empty={journalText.empty}
          columns={[
            { title: journalText.when, cell: (line) => line.when },
            { title: journalText.who, cell: (line) => line.actor },
            {
              title: journalText.act,
              heading: true,
              cell: (line) => line.act,
            },
            { title: journalText.about, cell: (line) => <About line={line} /> },
            { title: journalText.where, cell: (line) => line.unitName ?? journalText.nothing },
            {
              title: journalText.change,
              cell: (line) => (line.changes.length > 0 ? <Changes changes={line.changes} /> : journalText.nothing),
            },
          ]}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => pageHref(filter, page)} />
        {isCut ? <p className="mute">{journalText.most}</p> : null}
      </Card>
    </Page>
  );
}

/** What the line tells of and whose it is, each leading to its page where the reader may open it. */
function About({ line }: { line: { about: string; link: string | null; person: string | null; card: string | null } }) {
  const about = line.link ? <a href={line.link}>{line.about}</a> : line.about;
  if (!line.person) return about;
  const person = line.card && line.card !== line.link ? <a href={line.card}>{line.person}</a> : line.person;
  return (
    <>
      {about}: {person}
    </>
  );
}

function Changes({ changes }: { changes: readonly ShownChange[] }) {
  return (
    <Details summary={journalText.show}>
      <table className="table">
        <caption className="govuk-visually-hidden">{journalText.changeCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{journalText.field}</th>
            <th scope="col">{journalText.before}</th>
            <th scope="col">{journalText.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{change.field}</th>
              <td>{change.before}</td>
              <td>{change.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}

function pageHref(filter: { from: string | null; to: string | null; act: string }, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  if (filter.from) query.set('from', filter.from);
  if (filter.to) query.set('to', filter.to);
  if (filter.act) query.set('act', filter.act);
  return `${paths.journal()}?${query}`;
}
