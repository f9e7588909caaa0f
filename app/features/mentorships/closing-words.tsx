import { formatDay } from '#app/core/dates.ts';
import { Card } from '#app/ui/Card.tsx';
import { Table } from '#app/ui/Table.tsx';
import type { ClosingWord } from './closing-word.queries.server.ts';
import { closingWordText as t } from './closing-word.text.ts';

/** What the sides said at the end, each for itself. */
export function ClosingWords({ words }: { words: readonly ClosingWord[] }) {
  return (
    <Card title={t.card}>
      <Table
        caption={t.card}
        rows={words}
        rowKey={(word) => word.id}
        empty={t.empty}
        columns={[
          { title: t.who, heading: true, cell: (word) => `${word.name}, ${t.sides[word.side]}` },
          { title: t.what, cell: (word) => <p className="as-typed">{word.words}</p> },
          { title: t.when, cell: (word) => formatDay(word.writtenOn) },
        ]}
      />
    </Card>
  );
}
