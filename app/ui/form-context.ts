import { createContext, useContext } from 'react';
import type { FormProblem } from '#app/core/form.ts';

/** What the refused form says to its fields; undefined while nothing has been refused. */
export const FormContext = createContext<FormProblem | undefined>(undefined);

/** What one field needs to draw itself: its id, what was typed, what is wrong, and what somebody else saved meanwhile. */
export type FieldState = {
  id: string;
  error: string | undefined;
  /** What the person typed; undefined when the form has not been refused. */
  typed: string | string[] | undefined;
  /** The text now stored, when this edit was based on an older one. */
  theirs: string | undefined;
};

/** The element id of a field, the same on every rendering: error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-+$/, '')}`;
}

/** Reads a field's state from the form around it. Outside a form the field simply has no problem. */
export function useField(name: string): FieldState {
  const problem = useContext(FormContext);
  return {
    id: fieldId(name),
    error: problem?.fields[name],
    typed: problem ? (problem.values[name] ?? '') : undefined,
    theirs: problem?.stale?.find((change) => change.field === name)?.theirs,
  };
}

/** The one text a field shows: what was typed before a refusal, otherwise the stored value. */
export function shownText(state: FieldState, defaultValue: string | number | null | undefined): string {
  if (state.typed === undefined) return defaultValue === null || defaultValue === undefined ? '' : String(defaultValue);
  return Array.isArray(state.typed) ? (state.typed[0] ?? '') : state.typed;
}

/** The chosen values of a field that may have several. */
export function shownChoices(state: FieldState, defaultValue: readonly string[]): readonly string[] {
  if (state.typed === undefined) return defaultValue;
  if (Array.isArray(state.typed)) return state.typed;
  return state.typed === '' ? [] : [state.typed];
}
