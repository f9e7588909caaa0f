import { TextField } from '#app/ui/TextField.tsx';
import { guardianText as t } from './guardian.text.ts';

/** What is known of a guardian, as fields. */
export function GuardianFields(props: { fullName?: string; rightDocument?: string; contact?: string }) {
  return (
    <>
      <TextField name="fullName" label={t.labels.fullName} defaultValue={props.fullName} />
      <TextField
        name="rightDocument"
        label={t.labels.rightDocument}
        hint={t.rightHint}
        defaultValue={props.rightDocument}
      />
      <TextField name="contact" label={t.labels.contact} hint={t.contactHint} defaultValue={props.contact} />
    </>
  );
}
