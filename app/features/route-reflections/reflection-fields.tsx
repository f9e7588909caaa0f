import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { Id } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import { motiveNames, progressNames, reflectionText } from './reflection.text.ts';
import { MOTIVES, PROGRESS } from './reflection.ts';

const { labels } = reflectionText;
const fives = [1, 2, 3, 4, 5].map((mark) => ({
  value: String(mark),
  text: reflectionText.fives[mark] ?? String(mark),
}));
const tens = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((mark) => ({
  value: String(mark),
  text: reflectionText.marks[mark] ?? String(mark),
}));

/** The four statements of motivation. */
export function MotivationFields() {
  return MOTIVES.map((motive) => (
    <SelectField key={motive} name={motive} label={motiveNames[motive]} options={fives} />
  ));
}

/** The fields of a reflection: each deficit, oneself and the work, nearness to the image, motivation. */
export function ReflectionFields(props: {
  image: string | null;
  deficits: readonly { id: Id; area: Area; description: string }[];
}) {
  return (
    <>
      <h2>{reflectionText.deficits}</h2>
      {props.deficits.length === 0 ? <p className="mute">{reflectionText.noDeficits}</p> : null}
      {props.deficits.map(({ id, area, description }) => (
        <div key={id}>
          <SelectField
            name={`progress_${area}`}
            label={reflectionText.since(areaNames[area], description)}
            options={PROGRESS.map((progress) => ({ value: progress, text: progressNames[progress] }))}
          />
          <TextField name={`note_${area}`} label={reflectionText.inWords} maxLength={500} optional />
        </div>
      ))}
      <h2>{reflectionText.own}</h2>
      {props.image ? (
        <blockquote className="prose">
          <span className="mute">{reflectionText.image}:</span> {props.image}
        </blockquote>
      ) : null}
      <SelectField name="nearness" label={labels.nearness} options={tens} />
      <TextArea name="tried" label={labels.tried} rows={2} />
      <TextArea name="changed" label={labels.changed} rows={2} />
      <TextArea name="kept" label={labels.kept} rows={2} optional />
      <TextArea name="troubles" label={labels.troubles} rows={2} optional />
      <TextArea name="needs" label={labels.needs} rows={2} optional />
      <h2>{reflectionText.motivation}</h2>
      <MotivationFields />
    </>
  );
}
