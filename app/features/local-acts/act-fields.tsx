import { DateField } from '#app/ui/DateField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { FieldChoices } from './act-choices.queries.server.ts';
import { choiceNames, drawText, fieldHints, fieldLabels } from './act-fields.text.ts';
import { type ActField, type Column, MOST_ROWS } from './act-fields.ts';
import { cellName, type Given } from './act-form.ts';

const SPARE_ROWS = 2;
const FIRST_ROWS = 3;
const LONG_CELL = 400;

/** The fields of a document with what is given so far. */
export function ActFields({
  fields,
  given,
  choices,
}: {
  fields: readonly ActField[];
  given: Given;
  choices: FieldChoices;
}) {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.name} field={field} given={given} choices={choices} />
      ))}
    </>
  );
}

function OneField({ field, given, choices }: { field: ActField; given: Given; choices: FieldChoices }) {
  if (field.kind === 'rows') return <Rows field={field} given={given} />;
  const { name, isOptional: optional } = field;
  const value = given[name];
  const defaultValue = typeof value === 'string' ? value : '';
  const words = { name, label: fieldLabels[name] ?? name, hint: fieldHints[name], optional };
  switch (field.kind) {
    case 'line':
      return <TextField {...words} maxLength={field.most} defaultValue={defaultValue} />;
    case 'text':
    case 'lines':
      return <TextArea {...words} maxLength={field.most} defaultValue={defaultValue} />;
    case 'day':
      return <DateField name={name} label={words.label} optional={optional} defaultValue={defaultValue} />;
    case 'person':
    case 'mentorship':
      return (
        <SelectField
          {...words}
          autocomplete
          defaultValue={defaultValue}
          options={(field.kind === 'person' ? choices.people : choices.mentorships).map(({ id, text }) => ({
            value: id,
            text,
          }))}
        />
      );
    case 'choice': {
      const options = field.options.map((option) => ({ value: option, text: choiceNames[name]?.[option] ?? option }));
      return options.length > 3 ? (
        <SelectField {...words} options={options} defaultValue={defaultValue} />
      ) : (
        <RadioField {...words} options={options} defaultValue={defaultValue} />
      );
    }
  }
}

function Rows({ field, given }: { field: Extract<ActField, { kind: 'rows' }>; given: Given }) {
  const value = given[field.name];
  const rows = typeof value === 'string' || value === undefined ? [] : value;
  const shown = Math.min(MOST_ROWS, Math.max(FIRST_ROWS, rows.length + SPARE_ROWS));
  return (
    <fieldset className="govuk-fieldset rows">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{fieldLabels[field.name]}</legend>
      <p className="govuk-hint">{drawText.moreRows}</p>
      {Array.from({ length: shown }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are a fixed list, rendered once on the server
        <fieldset className="govuk-fieldset row" key={index}>
          <legend className="mute">{drawText.row(index + 1)}</legend>
          {field.columns.map((column) => (
            <Cell
              key={column.name}
              list={field.name}
              index={index}
              column={column}
              value={rows[index]?.[column.name] ?? ''}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

function Cell({ list, index, column, value }: { list: string; index: number; column: Column; value: string }) {
  const words = { name: cellName(list, index, column.name), label: fieldLabels[column.name] ?? column.name };
  return column.most > LONG_CELL ? (
    <TextArea {...words} rows={2} maxLength={column.most} defaultValue={value} />
  ) : (
    <TextField {...words} maxLength={column.most} defaultValue={value} />
  );
}
