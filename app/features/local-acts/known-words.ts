import { formatDay } from '#app/core/dates.ts';
import type { FieldChoices } from './act-choices.queries.server.ts';
import { choiceNames, drawText, fieldLabels } from './act-fields.text.ts';
import type { ActField } from './act-fields.ts';
import { type Given, isMissing } from './act-form.ts';

/** What is known of a document's fields, in words for a list of facts; what is not known is left out. */
export function knownRows(
  fields: readonly ActField[],
  known: Given,
  choices: FieldChoices,
): { key: string; value: string }[] {
  return fields.flatMap((field) => {
    const value = known[field.name];
    if (value === undefined || isMissing(value)) return [];
    return [{ key: fieldLabels[field.name] ?? field.name, value: wordsOf(field, value, choices) }];
  });
}

function wordsOf({ kind, name }: ActField, value: NonNullable<Given[string]>, choices: FieldChoices): string {
  if (typeof value !== 'string') return drawText.rowsCount(value.length);
  if (kind === 'day') return formatDay(value);
  if (kind === 'choice') return choiceNames[name]?.[value] ?? value;
  if (kind === 'person') return choices.people.find(({ id }) => id === value)?.text ?? drawText.notHere;
  return value;
}
