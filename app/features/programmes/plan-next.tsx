import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { itemStateNames, planItemKindNames, programmeText } from './programme.text.ts';
import { itemState, type PlanItemKind } from './programme.ts';

const SHOWN = 3;

/** The nearest items of an approved plan that are not done yet, each with its button; items come by their due day. */
export function NextItems(props: {
  items: readonly { id: string; kind: PlanItemKind; topic: string; dueOn: string; doneOn: string | null }[];
  today: string;
}) {
  const open = props.items.filter((item) => item.doneOn === null);
  return (
    <Card title={programmeText.next}>
      <TaskList
        empty={programmeText.allDone}
        items={open.slice(0, SHOWN).map((item, index) => ({
          key: item.id,
          title: item.topic,
          why: planItemKindNames[item.kind],
          tag:
            itemState(item, props.today) === 'overdue' ? (
              <Tag tone="bad">{`${itemStateNames.overdue}: ${formatDay(item.dueOn)}`}</Tag>
            ) : (
              <Tag>{programmeText.until(formatDay(item.dueOn))}</Tag>
            ),
          action: { href: paths.planItemDone(item.id), text: programmeText.itemDone, primary: index === 0 },
        }))}
      />
    </Card>
  );
}
