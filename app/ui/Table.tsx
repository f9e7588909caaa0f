import type { ReactNode } from 'react';

/** One column: its heading and how a row's cell is drawn. Numbers (`num`) stand on the right in tabular figures. */
export type Column<Row> = {
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'num';
  /** This column names the row: its cells are row headings. */
  heading?: boolean;
  /** Makes the heading a link that sorts by this column. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};

/** What a table may be told. */
export type TableProps<Row> = {
  /** Says what the table is about to those who hear the page; also names its scrolling region. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The whole sentence shown instead of a table without rows. */
  empty: ReactNode;
  /** A last row of totals, cell by cell. */
  totals?: readonly ReactNode[];
};

/** A table of records. It scrolls sideways by itself; the page never does. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0) return <p className="empty">{props.empty}</p>;
  return (
    <section
      className="scroll"
      aria-label={props.caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <table className="table">
        <caption className="govuk-visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed and rendered once on the server
                key={index}
                scope="col"
                className={column.align}
                aria-sort={column.sort?.direction}
              >
                {column.sort ? <a href={column.sort.href}>{column.title}</a> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>{props.columns.map((column, index) => cellOf(column, row, index))}</tr>
          ))}
        </tbody>
        {props.totals ? (
          <tfoot>
            <tr>
              {props.totals.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: totals stand under the columns, one each
                <td key={index} className={props.columns[index]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function cellOf<Row>(column: Column<Row>, row: Row, index: number) {
  return column.heading ? (
    <th key={index} scope="row">
      {column.cell(row)}
    </th>
  ) : (
    <td key={index} className={column.align}>
      {column.cell(row)}
    </td>
  );
}
