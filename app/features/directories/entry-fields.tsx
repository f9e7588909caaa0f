import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { Day } from '#db/schema.ts';
import { partyNames, directoryText as t, traitNames } from './directory.text.ts';
import { type Directory, type Entry, PARTIES, TRAITS } from './directory.ts';

/** Fields of what an entry means: sides only for forms. */
export function EntryFields(props: { directory: Directory; entry: Entry | null; today: Day }) {
  const { directory, entry, today } = props;
  const parties = PARTIES.map((party) => ({ value: party, text: partyNames[party] }));
  return (
    <>
      <TextField name="name" label={t.labels.name} maxLength={120} defaultValue={entry?.name} />
      <TextArea
        name="meaning"
        label={t.labels.meaning}
        hint={t.meaningHint}
        maxLength={1000}
        defaultValue={entry?.meaning}
      />
      <TextField
        name="source"
        label={t.labels.source}
        hint={t.sourceHint}
        maxLength={300}
        defaultValue={entry?.source}
      />
      {directory === 'form' ? (
        <>
          <CheckboxList
            name="mentorSides"
            label={t.labels.mentorSides}
            options={parties}
            defaultValue={entry?.mentorSides ?? []}
          />
          <CheckboxList
            name="menteeSides"
            label={t.labels.menteeSides}
            options={parties}
            defaultValue={entry?.menteeSides ?? []}
          />
        </>
      ) : null}
      <CheckboxList
        name="traits"
        label={t.labels.traits}
        options={TRAITS.map((trait) => ({ value: trait, text: traitNames[trait].label }))}
        defaultValue={entry ? TRAITS.filter((trait) => entry[trait]) : ['underLabourLaw', 'needsOrder']}
        optional
      />
      <DateField name="startedOn" label={t.labels.startedOn} defaultValue={today} />
      <DateField name="endedOn" label={t.labels.endedOn} hint={t.endedHint} defaultValue={entry?.endedOn} optional />
    </>
  );
}
