import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { offerKindNames, offerText, providerKindNames } from './offer.text.ts';
import { OFFER_KINDS, type OfferEntry, PROVIDER_KINDS } from './offer.ts';

/** The fields of an entry, empty or as it stands. */
export function OfferFields({ offer }: { offer?: OfferEntry }) {
  const { labels, hints } = offerText;
  return (
    <>
      <RadioField
        name="kind"
        label={labels.kind}
        defaultValue={offer?.kind}
        options={OFFER_KINDS.map((kind) => ({ value: kind, text: offerKindNames[kind] }))}
      />
      <TextField name="title" label={labels.title} maxLength={300} defaultValue={offer?.title} />
      <TextField
        name="number"
        label={labels.number}
        hint={hints.number}
        optional
        width="20"
        defaultValue={offer?.number}
      />
      <TextField name="providerName" label={labels.providerName} maxLength={300} defaultValue={offer?.providerName} />
      <SelectField
        name="providerKind"
        label={labels.providerKind}
        hint={hints.providerKind}
        defaultValue={offer?.providerKind}
        options={PROVIDER_KINDS.map((kind) => ({ value: kind, text: providerKindNames[kind] }))}
      />
      <CheckboxList
        name="areas"
        label={labels.areas}
        defaultValue={offer?.areas}
        options={AREAS.map((area) => ({ value: area, text: areaNames[area] }))}
      />
      <TextField name="hours" label={labels.hours} optional width="5" inputMode="numeric" defaultValue={offer?.hours} />
      <TextField
        name="places"
        label={labels.places}
        optional
        width="5"
        inputMode="numeric"
        defaultValue={offer?.places}
      />
      <DateField name="startsOn" label={labels.startsOn} hint={hints.days} optional defaultValue={offer?.startsOn} />
      <DateField name="endsOn" label={labels.endsOn} optional defaultValue={offer?.endsOn} />
      <TextField name="place" label={labels.place} optional maxLength={300} defaultValue={offer?.place} />
      <TextField name="link" label={labels.link} optional type="url" maxLength={500} defaultValue={offer?.link} />
      <TextArea name="about" label={labels.about} optional defaultValue={offer?.about} />
      <CheckboxField name="isShared" label={labels.isShared} defaultChecked={offer?.isShared} />
    </>
  );
}
