import { TextField } from '#app/ui/TextField.tsx';
import { goalLabels, programmeText } from './programme.text.ts';
import type { Goal } from './programme.ts';

/** Fields of a measurable goal. */
export function GoalFields({ goal }: { goal?: Goal }) {
  return (
    <>
      <TextField name="aim" label={goalLabels.aim} defaultValue={goal?.aim} maxLength={300} />
      <TextField
        name="indicator"
        label={goalLabels.indicator}
        hint={programmeText.goalHint}
        defaultValue={goal?.indicator}
        maxLength={200}
      />
      <TextField
        name="startValue"
        label={goalLabels.startValue}
        defaultValue={goal?.startValue}
        width="20"
        maxLength={100}
      />
      <TextField
        name="targetValue"
        label={goalLabels.targetValue}
        defaultValue={goal?.targetValue}
        width="20"
        maxLength={100}
      />
    </>
  );
}
