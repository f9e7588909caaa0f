import { DateField } from '#app/ui/DateField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { Day } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { routeText, stepKindNames } from './route.text.ts';
import { STEP_KINDS } from './route.ts';

/** The fields of a roadmap step, empty or filled with the step as it stands. */
export function StepFields(props: {
  step?: { kind: string; area: string | null; title: string; expectedProduct: string };
  startedOn?: Day;
  dueOn?: Day;
}) {
  const { step } = props;
  const { labels, hints } = routeText;
  return (
    <>
      <RadioField
        name="kind"
        label={labels.kind}
        defaultValue={step?.kind}
        options={STEP_KINDS.map((kind) => ({ value: kind, text: stepKindNames[kind].full }))}
      />
      <TextField name="title" label={labels.title} maxLength={300} defaultValue={step?.title} />
      <SelectField
        name="area"
        label={labels.area}
        defaultValue={step?.area}
        options={AREAS.map((area) => ({ value: area, text: areaNames[area] }))}
      />
      <DateField name="startedOn" label={labels.startedOn} defaultValue={props.startedOn} />
      <DateField name="dueOn" label={labels.dueOn} defaultValue={props.dueOn} />
      <TextField
        name="expectedProduct"
        label={labels.expectedProduct}
        hint={hints.expectedProduct}
        maxLength={500}
        defaultValue={step?.expectedProduct}
      />
    </>
  );
}
