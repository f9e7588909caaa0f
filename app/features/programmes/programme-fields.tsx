import { DateField } from '#app/ui/DateField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { programmeLabels } from './programme.text.ts';

/** Fields of a programme's idea and dates; days are ISO. */
export function ProgrammeFields(props: { problem?: string; aim?: string; startedOn: string; endedOn: string }) {
  return (
    <>
      <TextArea name="problem" label={programmeLabels.problem} defaultValue={props.problem} maxLength={2000} optional />
      <TextArea name="aim" label={programmeLabels.aim} defaultValue={props.aim} maxLength={1000} rows={3} optional />
      <DateField name="startedOn" label={programmeLabels.startedOn} defaultValue={props.startedOn} />
      <DateField name="endedOn" label={programmeLabels.endedOn} defaultValue={props.endedOn} />
    </>
  );
}
