import type { ReactNode } from 'react';
import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import {
  goalLabels,
  itemStateNames,
  planItemKindNames,
  planItemLabels,
  programmeLabels,
  programmeText,
} from './programme.text.ts';
import { type Goal, itemState, type PlanItemKind } from './programme.ts';

type ShownGoal = Goal & { id: string };
type ShownItem = {
  id: string;
  kind: PlanItemKind;
  topic: string;
  dueOn: string;
  product: string;
  doneOn: string | null;
  resultNote: string | null;
};

/** The programme as it is read: idea, goals, plan. With `editable` each row has its acts; with `markable` what is not done can be marked. */
export function ProgrammeView(props: {
  programme: {
    startedOn: string;
    endedOn: string;
    form: string;
    kind: string;
    idea: { problem: string; aim: string; goals: readonly ShownGoal[] } | null;
    items: readonly ShownItem[];
  };
  today: string;
  editable?: boolean;
  markable?: boolean;
  addGoal?: ReactNode;
  addItem?: ReactNode;
}) {
  const { startedOn, endedOn, form, kind, idea, items } = props.programme;
  const done = items.filter((item) => item.doneOn !== null).length;
  return (
    <>
      <Card title={programmeText.idea}>
        <SummaryList
          rows={[
            ...(idea
              ? [
                  { key: programmeLabels.problem, value: idea.problem },
                  { key: programmeLabels.aim, value: idea.aim },
                ]
              : []),
            { key: programmeText.term, value: programmeText.period(formatDay(startedOn), formatDay(endedOn)) },
            { key: programmeText.form, value: form },
            { key: programmeText.kind, value: kind },
          ]}
        />
      </Card>
      {idea ? (
        <Card title={programmeText.goals} aside={props.addGoal}>
          <GoalTable goals={idea.goals} editable={props.editable ?? false} />
        </Card>
      ) : null}
      <Card title={programmeText.plan} aside={props.addItem}>
        {items.length > 0 ? <p className="mute">{programmeText.planDone(done, items.length)}</p> : null}
        <PlanTable {...props} items={items} />
      </Card>
    </>
  );
}

function GoalTable({ goals, editable }: { goals: readonly ShownGoal[]; editable: boolean }) {
  const acts: Column<ShownGoal> = {
    title: programmeText.acts,
    cell: (goal) => (
      <>
        <a href={paths.goalEdit(goal.id)} aria-label={`${programmeText.edit}: ${goal.aim}`}>
          {programmeText.edit}
        </a>{' '}
        <a href={paths.goalRemove(goal.id)} aria-label={`${programmeText.goalRemove}: ${goal.aim}`}>
          {programmeText.goalRemove}
        </a>
      </>
    ),
  };
  return (
    <Table
      caption={programmeText.goalsCaption}
      rows={goals}
      rowKey={(goal) => goal.id}
      empty={programmeText.goalsEmpty}
      columns={[
        { title: goalLabels.aim, heading: true, cell: (goal) => goal.aim },
        { title: goalLabels.indicator, cell: (goal) => goal.indicator },
        { title: goalLabels.startValue, cell: (goal) => goal.startValue },
        { title: goalLabels.targetValue, cell: (goal) => goal.targetValue },
        ...(editable ? [acts] : []),
      ]}
    />
  );
}

const tones: Record<keyof typeof itemStateNames, Tone> = { done: 'ok', overdue: 'bad', ahead: 'grey' };

function PlanTable(props: { items: readonly ShownItem[]; today: string; editable?: boolean; markable?: boolean }) {
  const acts: Column<ShownItem> = { title: programmeText.acts, cell: (item) => <ItemActs item={item} {...props} /> };
  return (
    <Table
      caption={programmeText.planCaption}
      rows={props.items}
      rowKey={(item) => item.id}
      empty={programmeText.planEmpty}
      columns={[
        { title: planItemLabels.dueOn, cell: (item) => formatDay(item.dueOn) },
        { title: planItemLabels.topic, heading: true, cell: (item) => item.topic },
        { title: planItemLabels.kind, cell: (item) => planItemKindNames[item.kind] },
        { title: planItemLabels.product, cell: (item) => item.product || '—' },
        { title: programmeText.state, cell: (item) => <ItemState item={item} today={props.today} /> },
        ...(props.editable || props.markable ? [acts] : []),
      ]}
    />
  );
}

function ItemState({ item, today }: { item: ShownItem; today: string }) {
  const state = itemState(item, today);
  return (
    <>
      <Tag tone={tones[state]}>{itemStateNames[state]}</Tag>
      {item.doneOn ? <div className="mute">{formatDay(item.doneOn)}</div> : null}
      {item.resultNote ? <div className="mute">{item.resultNote}</div> : null}
    </>
  );
}

function ItemActs({ item, editable, markable }: { item: ShownItem; editable?: boolean; markable?: boolean }) {
  if (editable) {
    return (
      <>
        <a href={paths.planItemEdit(item.id)} aria-label={`${programmeText.edit}: ${item.topic}`}>
          {programmeText.edit}
        </a>{' '}
        <a href={paths.planItemRemove(item.id)} aria-label={`${programmeText.itemRemove}: ${item.topic}`}>
          {programmeText.itemRemove}
        </a>
      </>
    );
  }
  if (!markable || item.doneOn !== null) return null;
  return (
    <a href={paths.planItemDone(item.id)} aria-label={`${programmeText.itemDone}: ${item.topic}`}>
      {programmeText.itemDone}
    </a>
  );
}
