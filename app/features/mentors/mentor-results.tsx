import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import type { Day, Id } from '#db/schema.ts';
import { type ResultState, resultState } from '../mentor-profiles/mentor-result.ts';
import { changeWords, resultKindNames, resultStateNames, resultText as t } from '../mentor-profiles/portfolio.text.ts';
import { Evidence, type ShownResult } from '../mentor-profiles/result-facts.tsx';

/** A result as the profile shows it. */
export interface ListedResult extends ShownResult {
  id: Id;
  /** Null for those who see only what counts. */
  state: ResultState | null;
  canConfirm: boolean;
  canWithdraw: boolean;
}

/** A result as the profile shows it, with its state and acts inside only. */
export function shownResult(
  result: ShownResult & {
    id: Id;
    confirmedOn: Day | null;
    withdrawnOn: Day | null;
    canConfirm: boolean;
    canWithdraw: boolean;
  },
  isInside: boolean,
): ListedResult {
  const { confirmedOn, withdrawnOn, canConfirm, canWithdraw, ...shown } = result;
  const state = resultState({ confirmedOn, withdrawnOn });
  return {
    ...shown,
    state: isInside ? state : null,
    canConfirm: isInside && canConfirm && state === 'waiting',
    canWithdraw: isInside && canWithdraw && state !== 'withdrawn',
  };
}

const TONES = { waiting: 'warn', confirmed: 'ok', withdrawn: 'grey' } as const;

/** Results of a mentor with their evidence, the newest first. */
export function MentorResults({ results, isOwn }: { results: readonly ListedResult[]; isOwn: boolean }) {
  return (
    <Card title={t.caption}>
      <Table
        caption={t.caption}
        rows={results}
        rowKey={(row) => row.id}
        empty={isOwn ? t.emptyOwn : t.empty}
        columns={[
          {
            title: t.labels.title,
            heading: true,
            cell: (row) => (
              <>
                {row.title} {row.state ? <Tag tone={TONES[row.state]}>{resultStateNames[row.state]}</Tag> : null}
                <div className="mute">
                  {resultKindNames[row.kind]}, {row.year}
                </div>
              </>
            ),
          },
          { title: t.labels.measure, cell: (row) => changeWords(row) },
          { title: t.evidence, cell: (row) => <Evidence result={row} /> },
          {
            title: <span className="govuk-visually-hidden">{t.acts}</span>,
            cell: (row) => <Acts row={row} isOwn={isOwn} />,
          },
        ]}
      />
    </Card>
  );
}

function Acts({ row, isOwn }: { row: ListedResult; isOwn: boolean }) {
  return (
    <>
      {row.canConfirm && !isOwn ? (
        <div>
          <a href={paths.mentorResultConfirm(row.id)} aria-label={`${t.confirm}: ${row.title}`}>
            {t.confirm}
          </a>
        </div>
      ) : null}
      {row.canWithdraw ? (
        <div>
          <a href={paths.mentorResultWithdraw(row.id)} aria-label={`${t.withdraw}: ${row.title}`}>
            {t.withdraw}
          </a>
        </div>
      ) : null}
    </>
  );
}
