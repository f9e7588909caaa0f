import { RadioField } from '#app/ui/RadioField.tsx';
import { membershipText as t } from './membership.text.ts';

/** Who comes: a few people found by name. */
export function NewcomerField({
  label,
  people,
}: {
  label: string;
  people: readonly { id: string; name: string; post: string }[];
}) {
  return (
    <RadioField
      name="personId"
      label={label}
      hint={t.personHint}
      options={people.map(({ id, name, post }) => ({ value: id, text: name, hint: post }))}
    />
  );
}
