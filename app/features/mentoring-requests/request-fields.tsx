import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import {
  formatNames,
  menteeCategoryNames,
  occasionNames,
  remoteReasonNames,
  requestText as t,
} from './mentoring-request.text.ts';
import { FORMATS, MENTEE_CATEGORIES, OCCASIONS, REMOTE_REASONS, type RequestContent } from './mentoring-request.ts';

/** The fields of a request, filled in under a minute on a phone. */
export function RequestFields({ content }: { content: Partial<RequestContent> }) {
  return (
    <>
      <RadioField
        name="occasion"
        label={t.labels.occasion}
        defaultValue={content.occasion}
        options={OCCASIONS.map((value) => ({ value, text: occasionNames[value] }))}
      />
      <RadioField
        name="menteeCategory"
        label={t.labels.menteeCategory}
        defaultValue={content.menteeCategory}
        options={MENTEE_CATEGORIES.map((value) => ({ value, text: menteeCategoryNames[value] }))}
      />
      <TextField name="subject" label={t.labels.subject} optional defaultValue={content.subject ?? ''} />
      <TextArea
        name="difficulties"
        label={t.labels.difficulties}
        hint={t.hints.difficulties}
        maxLength={2000}
        defaultValue={content.difficulties}
      />
      <TextArea
        name="expectation"
        label={t.labels.expectation}
        hint={t.hints.expectation}
        optional
        maxLength={1000}
        defaultValue={content.expectation}
      />
      <CheckboxList
        name="formats"
        label={t.labels.formats}
        hint={t.hints.formats}
        optional
        defaultValue={content.formats ?? []}
        options={FORMATS.map((value) => ({ value, text: formatNames[value] }))}
      />
      <SelectField
        name="remoteReason"
        label={t.labels.remoteReason}
        hint={t.hints.remoteReason}
        optional
        defaultValue={content.remoteReason}
        options={REMOTE_REASONS.map((value) => ({ value, text: remoteReasonNames[value] }))}
      />
      <CheckboxField
        name="isShared"
        label={t.labels.isShared}
        hint={t.hints.isShared}
        defaultChecked={content.isShared}
      />
    </>
  );
}
