import { DateField } from '#app/ui/DateField.tsx';
import { Details } from '#app/ui/Details.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { Day } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import { causeNames, presentationLevelNames, routeText, stepKindNames } from './route.text.ts';
import { STEP_KINDS } from './route.ts';
import { REVISION_CAUSES } from './route-revision.ts';
import { PRESENTATION_LEVELS, type StepDetails } from './route-step.ts';

/** An open deficit a step may serve. */
export interface Gap {
  area: Area;
  description: string;
}

interface ShownStep extends StepDetails {
  kind: string;
  area: string | null;
  title: string;
  expectedProduct: string;
}

const { labels, hints } = routeText;

/** The fields of a roadmap step, empty or filled with the step as it stands; `isAgreed` asks for the correction's cause. */
export function StepFields(props: {
  gaps: readonly Gap[];
  isAgreed: boolean;
  step?: Partial<ShownStep>;
  startedOn?: Day;
  dueOn?: Day;
}) {
  const { step, gaps } = props;
  const options = gaps.map(({ area, description }) => ({
    value: area,
    text: routeText.gapChoice(areaNames[area], description),
  }));
  return (
    <>
      <SelectField name="area" label={labels.area} defaultValue={step?.area} options={options} />
      <RadioField
        name="kind"
        label={labels.kind}
        defaultValue={step?.kind}
        options={STEP_KINDS.map((kind) => ({ value: kind, text: stepKindNames[kind].full }))}
      />
      <TextField name="title" label={labels.title} maxLength={300} defaultValue={step?.title} />
      <TextField name="goal" label={labels.goal} hint={hints.goal} maxLength={500} defaultValue={step?.goal} />
      <TextArea
        name="choiceReason"
        label={labels.choiceReason}
        hint={hints.choiceReason}
        rows={2}
        defaultValue={step?.choiceReason}
      />
      <TextArea
        name="alternatives"
        label={labels.alternatives}
        hint={hints.alternatives}
        rows={2}
        optional
        defaultValue={step?.alternatives}
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
      <Details summary={routeText.optionalPart} open={Boolean(step?.organisation || step?.presentationForm)}>
        <LearningFields step={step} />
      </Details>
      {props.isAgreed ? <CorrectionFields /> : null}
    </>
  );
}

function LearningFields({ step }: { step: Partial<ShownStep> | undefined }) {
  return (
    <>
      <TextField name="organisation" label={labels.organisation} maxLength={300} defaultValue={step?.organisation} />
      <TextField
        name="registerNumber"
        label={labels.registerNumber}
        width="20"
        maxLength={60}
        defaultValue={step?.registerNumber}
      />
      <NumberField name="hours" label={labels.hours} defaultValue={step?.hours} />
      <TextField
        name="presentationForm"
        label={labels.presentationForm}
        hint={hints.presentationForm}
        maxLength={200}
        defaultValue={step?.presentationForm}
      />
      <SelectField
        name="presentationLevel"
        label={labels.presentationLevel}
        defaultValue={step?.presentationLevel}
        options={PRESENTATION_LEVELS.map((level) => ({ value: level, text: presentationLevelNames[level] }))}
      />
      <TextField
        name="presentationPlace"
        label={labels.presentationPlace}
        maxLength={200}
        defaultValue={step?.presentationPlace}
      />
      <DateField name="presentedOn" label={labels.presentedOn} defaultValue={step?.presentedOn ?? undefined} />
    </>
  );
}

/** Why an agreed plan changes. */
export function CorrectionFields() {
  return (
    <>
      <RadioField
        name="cause"
        label={labels.cause}
        hint={hints.correction}
        options={REVISION_CAUSES.map((cause) => ({ value: cause, text: causeNames[cause] }))}
      />
      <TextArea name="reason" label={labels.reason} hint={hints.reason} rows={2} />
    </>
  );
}
