import { PAGE_SIZE } from '#app/core/form.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Paging } from '#app/ui/Paging.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { ROW_OUTCOMES, type RowOutcome } from './staff-list.ts';
import { outcomeNames, outcomeNamesDone, staffListText } from './staff-list-import.text.ts';
import type { ShownList } from './staff-list-standing.tsx';

/** A row as the page of its list shows it. */
export interface RowShown {
  row: number;
  name: string | null;
  post: string | null;
  subject: string | null;
  born: string | null;
  personId: string | null;
  unitName: string | null;
  organisation: string | null;
  changes: string[];
  refusals: { cell: string | null; value: string | null; reason: string }[];
}

/** The rows of a list by outcome: a tab each, a page of 50. */
export function RowsCard(props: { list: ShownList; rows: RowShown[]; show: RowOutcome; page: number }) {
  const { list, rows, show, page } = props;
  const names = list.state === 'applied' ? outcomeNamesDone : outcomeNames;
  const address = (outcome: RowOutcome, to = 1) =>
    `${paths.staffList(list.id)}?show=${outcome}${to > 1 ? `&page=${to}` : ''}`;
  return (
    <Card
      title={staffListText.rowsTitle}
      id="rows"
      aside={
        list.counts.refused > 0 ? (
          <ButtonLink href={paths.staffListRefusedXlsx(list.id)} text={staffListText.refusedXlsx} download />
        ) : undefined
      }
    >
      <Tabs
        label={staffListText.rowsTitle}
        items={ROW_OUTCOMES.filter((outcome) => outcome !== 'unplaced' || list.counts.unplaced > 0).map((outcome) => ({
          href: `${address(outcome)}#rows`,
          text: `${names[outcome]}: ${formatNumber(list.counts[outcome])}`,
          current: outcome === show,
        }))}
      />
      <Table
        caption={names[show]}
        rows={rows}
        rowKey={(row) => String(row.row)}
        empty={staffListText.emptyRows}
        columns={columnsFor(show, list)}
      />
      <Paging page={page} pageSize={PAGE_SIZE} total={list.counts[show]} href={(to) => `${address(show, to)}#rows`} />
    </Card>
  );
}

function columnsFor(show: RowOutcome, list: ShownList): Column<RowShown>[] {
  const number: Column<RowShown> = { title: staffListText.row, align: 'num', cell: (row) => row.row };
  const name: Column<RowShown> = {
    title: staffListText.name,
    heading: true,
    cell: (row) =>
      row.personId ? <a href={paths.person(row.personId)}>{row.name}</a> : (row.name ?? uiText.notCounted),
  };
  const post: Column<RowShown> = {
    title: staffListText.post,
    cell: (row) => [row.post, row.subject].filter(Boolean).join(', ') || uiText.notCounted,
  };
  const born: Column<RowShown> = { title: staffListText.born, cell: (row) => row.born ?? uiText.notCounted };
  const where: Column<RowShown> = { title: staffListText.where, cell: (row) => row.unitName ?? uiText.notCounted };
  const places = list.organisations > 0 ? [where] : [];
  switch (show) {
    case 'new':
      return [number, name, post, born, ...places];
    case 'unchanged':
      return [number, name, post, ...places];
    case 'changed':
      return [
        number,
        name,
        { title: list.state === 'applied' ? staffListText.changed : staffListText.changes, cell: changesOf },
      ];
    case 'unplaced':
      return [
        number,
        name,
        post,
        { title: staffListText.inFile, cell: (row) => row.organisation || staffListText.noOrganisation },
      ];
    case 'refused':
      return [
        { ...number, heading: true },
        {
          title: staffListText.cell,
          cell: (row) =>
            linesOf(row.refusals.map(({ cell, value }) => [cell, value || row.name].filter(Boolean).join(': '))),
        },
        { title: staffListText.reason, cell: (row) => linesOf(row.refusals.map(({ reason }) => reason)) },
      ];
  }
}

function changesOf(row: RowShown) {
  return linesOf(row.changes);
}

function linesOf(lines: readonly string[]) {
  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one row are fixed, rendered once on the server
  return lines.map((line, index) => <div key={index}>{line}</div>);
}
