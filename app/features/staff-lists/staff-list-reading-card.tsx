import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Table } from '#app/ui/Table.tsx';
import { asideKinds, fieldNames, ignoredColumn } from './staff-list.text.ts';
import type { AsideKind } from './staff-list-aside.ts';
import type { StaffListField } from './staff-list-columns.ts';
import { staffListText } from './staff-list-import.text.ts';
import { columnLetters } from './staff-list-source.ts';

/** How a file was read, as the page shows it. */
export interface ReadingShown {
  sheetName: string;
  headerRow: number;
  dataStartRow: number;
  asOf: string;
  columns: { index: number; heading: string; field: StaffListField | null; examples: string[] }[];
  skipped: { row: number; kind: AsideKind }[];
  skippedTotal: number;
}

/** The meaning of each column as found or corrected, and the rows left out. */
export function ReadingCard(props: { listId: string; isOpen: boolean; reading: ReadingShown }) {
  const { listId, isOpen, reading } = props;
  const named = reading.columns.filter((column) => column.heading !== '' || column.field !== null);
  return (
    <Card
      title={staffListText.mappingTitle}
      aside={isOpen ? <ButtonLink href={paths.staffListMapping(listId)} text={staffListText.correct} /> : undefined}
    >
      <p>
        {staffListText.mappingSheet(reading.sheetName, reading.headerRow, reading.dataStartRow)}{' '}
        <span className="mute">{staffListText.asOf(reading.asOf)}</span>
      </p>
      <Table
        caption={staffListText.mappingTitle}
        rows={named}
        rowKey={(column) => String(column.index)}
        empty={staffListText.noHeading}
        columns={[
          { title: staffListText.column, heading: true, cell: (column) => columnLetters(column.index) },
          { title: staffListText.heading, cell: (column) => column.heading || staffListText.noHeading },
          {
            title: staffListText.meaning,
            cell: (column) => (column.field ? fieldNames[column.field] : <span className="mute">{ignoredColumn}</span>),
          },
          ...(isOpen
            ? [
                {
                  title: staffListText.example,
                  cell: (column: (typeof named)[number]) => column.examples.filter(Boolean).join('; '),
                },
              ]
            : []),
        ]}
      />
      {reading.skippedTotal > 0 ? (
        <Details summary={staffListText.skipped(reading.skippedTotal)}>
          <ul className="govuk-list">
            {reading.skipped.map(({ row, kind }) => (
              <li key={row}>{staffListText.skippedRow(row, asideKinds[kind])}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  );
}
