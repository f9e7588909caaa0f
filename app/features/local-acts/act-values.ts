import type { Id } from '#db/schema.ts';
import type { Given } from './act-form.ts';
import type { ActTemplate } from './act-template.ts';
import type { Assignment, OrderValues } from './assignment-order.ts';
import { type TemplateValues, templateDocument } from './template-document.ts';

/** What every stored act says about who signs it. */
export interface SignedValues {
  organisation: string;
  /** Person who signs: the head at the time of drafting. */
  signerId: Id;
  signerName: string;
  signerPost: string;
}

/** What stands behind an act drawn up from fields; stored with it, so that the same words come out in ten years. */
export interface DrawnValues extends SignedValues {
  /** What was given, for the next edit. */
  given: Given;
  /** What filled the template. */
  words: TemplateValues;
  /** People the act names, who will be acquainted with it. */
  named: Id[];
  /** An act drawn up from fields assigns nobody. */
  assignments: Assignment[];
}

/** Values of any stored act. */
export type ActValues = OrderValues | DrawnValues;

/** Whether an act was drawn up from fields, not as an order of assignment. */
export function isDrawn(values: ActValues): values is DrawnValues {
  return 'given' in values;
}

/** The document of an act drawn up from fields. */
export function drawnDocument(template: ActTemplate, values: DrawnValues) {
  return templateDocument(template, { organisation: values.organisation }, values.words);
}
