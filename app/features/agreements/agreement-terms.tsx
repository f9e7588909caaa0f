import { DateField } from '#app/ui/DateField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { agreementLabels as labels, agreementText as t } from './agreement.text.ts';
import type { AgreementTerms } from './agreement.ts';

/** Fields of what stands on the paper, the same for a new agreement and a correction. */
export function AgreementTermsFields({ terms }: { terms?: AgreementTerms }) {
  return (
    <>
      <TextField name="number" label={labels.number} width="10" defaultValue={terms?.number} />
      <DateField name="signedOn" label={labels.signedOn} defaultValue={terms?.signedOn} />
      <DateField name="startedOn" label={labels.startedOn} defaultValue={terms?.startedOn} />
      <DateField name="endedOn" label={labels.endedOn} hint={t.endedOnHint} optional defaultValue={terms?.endedOn} />
      <TextArea name="subject" label={labels.subject} hint={t.subjectHint} rows={3} defaultValue={terms?.subject} />
    </>
  );
}
