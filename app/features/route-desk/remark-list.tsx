import { formatMoment } from '#app/core/dates.ts';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import type { Id, Moment } from '#db/schema.ts';
import { deskText as t } from './desk.text.ts';
import type { RemarkKind } from './remark.queries.server.ts';

const tones = { remark: 'grey', agreed: 'ok', accepted: 'ok', more: 'warn', supplement: 'info' } as const;

/** What was said about a step, oldest first: who, when, what about. */
export function RemarkList(props: {
  remarks: readonly {
    id: Id;
    kind: RemarkKind;
    text: string;
    isAboutPlan: boolean;
    author: string;
    createdAt: Moment;
  }[];
  timeZone: string;
}) {
  return (
    <TaskList
      wide
      empty={t.talkEmpty}
      items={props.remarks.map((remark) => ({
        key: remark.id,
        title: remark.author,
        mark: remark.isAboutPlan ? <Tag>{t.aboutPlan}</Tag> : null,
        why: (
          <>
            {formatMoment(remark.createdAt, props.timeZone)}
            {remark.text === '' ? null : <span className="prose"> · {remark.text}</span>}
          </>
        ),
        tag: remark.kind === 'remark' ? null : <Tag tone={tones[remark.kind]}>{t.remarkKinds[remark.kind]}</Tag>,
      }))}
    />
  );
}
