import { formatDay } from '#app/core/dates.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { planItemKindNames, planItemLabels, programmeText } from './programme.text.ts';
import { type Period, PLAN_ITEM_KINDS, type PlanItemKind } from './programme.ts';

/** Fields of an item of the plan. */
export function PlanItemFields(props: {
  period: Period;
  item?: { kind: PlanItemKind; topic: string; dueOn: string; product: string };
}) {
  const { item, period } = props;
  return (
    <>
      <SelectField
        name="kind"
        label={planItemLabels.kind}
        defaultValue={item?.kind}
        options={PLAN_ITEM_KINDS.map((kind) => ({ value: kind, text: planItemKindNames[kind] }))}
      />
      <TextField name="topic" label={planItemLabels.topic} defaultValue={item?.topic} maxLength={300} />
      <DateField
        name="dueOn"
        label={planItemLabels.dueOn}
        hint={programmeText.itemDue(formatDay(period.startedOn), formatDay(period.endedOn))}
        defaultValue={item?.dueOn}
      />
      <TextArea
        name="product"
        label={planItemLabels.product}
        defaultValue={item?.product}
        rows={2}
        maxLength={500}
        optional
      />
    </>
  );
}
