import { DateField } from '#app/ui/DateField.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { categoryNames, personText } from './person.text.ts';
import { CATEGORIES, type NewPerson } from './person.ts';
import { formatPhone } from './phone.ts';

const { labels } = personText;

/** Fields of a person's card, filled from the card when there is one. */
export function CardFields({ card }: { card?: Omit<NewPerson, 'unitId' | 'employment'> }) {
  return (
    <>
      <TextField name="lastName" label={labels.lastName} maxLength={100} defaultValue={card?.lastName} />
      <TextField name="firstName" label={labels.firstName} maxLength={100} defaultValue={card?.firstName} />
      <TextField name="middleName" label={labels.middleName} maxLength={100} optional defaultValue={card?.middleName} />
      <DateField name="birthOn" label={labels.birthOn} optional defaultValue={card?.birthOn} />
      <DateField name="teachingSince" label={labels.teachingSince} optional defaultValue={card?.teachingSince} />
      <SelectField
        name="category"
        label={labels.category}
        empty={null}
        defaultValue={card?.category ?? 'none'}
        options={CATEGORIES.map((category) => ({ value: category, text: categoryNames[category] }))}
      />
      <DateField name="categoryFrom" label={labels.categoryFrom} optional defaultValue={card?.categoryFrom} />
      <DateField
        name="categoryUntil"
        label={labels.categoryUntil}
        hint={personText.categoryUntilHint}
        optional
        defaultValue={card?.categoryUntil}
      />
      <TextField name="email" type="email" label={labels.email} maxLength={200} optional defaultValue={card?.email} />
      <TextField
        name="phone"
        type="tel"
        label={labels.phone}
        hint={personText.phoneHint}
        width="20"
        optional
        defaultValue={card?.phone ? formatPhone(card.phone) : null}
      />
    </>
  );
}

/** Fields of an employment: where (asked only when there is a choice), post, subject, first day. */
export function WorkFields(props: {
  units: readonly { id: string; shortName: string }[];
  posts: readonly { code: string; name: string }[];
}) {
  const [only, ...others] = props.units;
  return (
    <>
      {only && others.length === 0 ? (
        <HiddenField name="unitId" value={only.id} />
      ) : (
        <SelectField
          name="unitId"
          label={labels.unitId}
          options={props.units.map((unit) => ({ value: unit.id, text: unit.shortName }))}
        />
      )}
      <SelectField
        name="postCode"
        label={labels.postCode}
        hint={personText.postHint}
        autocomplete
        options={props.posts.map((post) => ({ value: post.code, text: post.name }))}
      />
      <TextField name="subject" label={labels.subject} hint={personText.subjectHint} maxLength={120} optional />
      <DateField name="startedOn" label={labels.startedOn} />
    </>
  );
}
