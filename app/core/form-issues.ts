import type { z } from 'zod';
import { formSentences } from './form.text.ts';

type Issue = z.core.$ZodIssue;

/** The Russian sentence for one refusal of a schema, about the field with this label and the value it got. */
export function sentenceOfIssue(issue: Issue, label: string, value: unknown): string {
  if (Array.isArray(value) && issue.code === 'invalid_type' && issue.expected === 'string') {
    return formSentences.repeatedField(label);
  }
  const isEmpty = value === undefined || value === '' || (typeof value === 'string' && value.trim() === '');
  switch (issue.code) {
    case 'invalid_type':
      return isEmpty ? formSentences.missing(label) : formSentences.wrong(label);
    case 'invalid_value':
    case 'invalid_union':
      return formSentences.chooseOne(label);
    case 'too_small':
      return issue.origin === 'number' ? rangeSentence(issue, label) : formSentences.missing(label);
    case 'too_big':
      return issue.origin === 'number'
        ? rangeSentence(issue, label)
        : formSentences.tooLong(label, Number(issue.maximum));
    case 'invalid_format':
      if (isEmpty) return formSentences.missing(label);
      return issue.format === 'regex' ? formSentences.number(label) : formSentences.wrong(label);
    case 'custom':
      return customSentence(issue.params ?? {}, label, isEmpty);
    default:
      return formSentences.wrong(label);
  }
}

function rangeSentence(issue: Issue, label: string): string {
  if (issue.code === 'too_small') return formSentences.range(label, Number(issue.minimum), 999_999_999);
  return issue.code === 'too_big' ? formSentences.range(label, 0, Number(issue.maximum)) : formSentences.wrong(label);
}

function customSentence(params: Record<string, unknown>, label: string, isEmpty: boolean): string {
  const { code, least, most } = params;
  if (isEmpty) return formSentences.missing(label);
  // A schema that reads a text knows best what is wrong in it.
  if (code === 'said') return String(params.sentence);
  if (code === 'range') return formSentences.range(label, Number(least), Number(most));
  if (code === 'intervals') return formSentences.intervals(label);
  if (code === 'day') return formSentences.day(label);
  if (code === 'money') return formSentences.money(label);
  if (code === 'percent') return formSentences.percent(label);
  return code === 'controls' ? formSentences.controls(label) : formSentences.wrong(label);
}
