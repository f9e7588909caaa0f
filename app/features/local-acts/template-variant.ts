import { type NameProblem, nameProblems } from './act-names.ts';
import { BadTemplate, parseBody, type TemplateProblem } from './act-template.ts';
import type { ActKind } from './act-type.ts';

/**
 * An organisation's own text of a template: the same language and the same placeholders as the standard, kept in
 * versions. Documents drawn up earlier keep what they were made of; ending it returns to the standard. Source: issue of
 * local acts; ACCESS `directory.manage`.
 */
export interface VariantText {
  heading: string;
  body: string;
}

/** Why an own text is not kept. */
export type VariantRule = 'variant-as-standard' | 'variant-missing';

/** The largest own text, in characters, and the most lines of it. */
export const MOST_VARIANT = 40_000;

/** The most lines an own text may have. */
export const MOST_VARIANT_LINES = 800;

/** What is wrong with an own text: its rule, and the name or line it stands on. */
export interface VariantProblem {
  rule: TemplateProblem | NameProblem['rule'] | 'too-many-lines';
  where: string;
}

/** The first thing wrong with an own text; null when documents can be drawn up from it. */
export function variantProblem(kind: ActKind, { heading, body }: VariantText): VariantProblem | null {
  if (body.split('\n').length > MOST_VARIANT_LINES) return { rule: 'too-many-lines', where: '' };
  try {
    const [first] = nameProblems(kind, { heading, parts: [...parseBody(body), ...parseBody(`! ${heading}`)] });
    return first ? { rule: first.rule, where: first.name } : null;
  } catch (error) {
    if (error instanceof BadTemplate) return { rule: error.problem, where: error.where };
    throw error;
  }
}
