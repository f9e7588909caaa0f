import { unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from '@remix-run/node';
import type { z } from 'zod';
import { RuleBroken, StaleWrite, TooLarge } from './errors.ts';
import { formSentences, ruleSentences } from './form.text.ts';
import type { FormProblem } from './form.ts';
import { sentenceOfIssue } from './form-issues.ts';

/** How a form is read. */
export interface FormSpec<S extends z.ZodObject> {
  /** Fields and what they must be; any other field is refused. */
  schema: S;
  /** Russian names of the fields, for the sentences. */
  labels: { readonly [field: string]: string };
  /** One Russian sentence per rule code the operation may break. */
  sentences?: { readonly [code: string]: string };
  /** The form carries a file (multipart). */
  hasFile?: boolean;
}

/** The body is not a form at all; the edge answers 400. */
export class MalformedForm extends Error {
  override name = 'MalformedForm';
}

type Typed = Record<string, string | string[]>;
type Read<S extends z.ZodObject> =
  | { typed: Typed; input: z.output<S>; onceKey: string | null }
  | { typed: Typed; problem: FormProblem };

const LARGEST_FILE = 25 * 1024 * 1024;
const ONCE = '_once';

/** Reads and checks a posted form. Throws MalformedForm or TooLarge when the body cannot be read. */
export async function readForm<S extends z.ZodObject>(request: Request, spec: FormSpec<S>): Promise<Read<S>> {
  const data = await bodyOf(request, spec.hasFile ?? false);
  const { typed, values } = collect(data);
  const onceKey = typeof typed[ONCE] === 'string' ? typed[ONCE] : null;
  delete typed[ONCE];
  delete values[ONCE];
  const strange = Object.keys(values).filter((name) => !Object.hasOwn(spec.schema.shape, name));
  if (strange.length > 0) return { typed, problem: wholeFormProblem(formSentences.unknownField, typed) };
  const parsed = spec.schema.safeParse(values);
  if (parsed.success) return { typed, input: parsed.data, onceKey };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    fields[field] ??= sentenceOfIssue(issue, spec.labels[field] ?? field, values[field]);
  }
  const summary = Object.entries(fields).map(([field, text]) => ({ field, text }));
  return { typed, problem: { summary, fields, values: typed } };
}

/** The problem a thrown refusal amounts to on this form, with its status; null when the error is something else. */
export function problemOf(
  error: unknown,
  spec: FormSpec<z.ZodObject>,
  typed: Typed,
): { problem: FormProblem; status: number } | null {
  if (error instanceof RuleBroken) {
    const text = spec.sentences?.[error.code] ?? ruleSentences[error.code] ?? formSentences.unknownRule;
    const field = error.field ?? null;
    const fields = field ? { [field]: text } : {};
    return { status: 422, problem: { summary: [{ field, text }], fields, values: typed } };
  }
  if (error instanceof StaleWrite) {
    const { version, ...theirs } = error.theirs;
    const stale = Object.entries(theirs).map(([field, value]) => ({
      field,
      label: spec.labels[field] ?? field,
      theirs: value,
    }));
    const problem = wholeFormProblem(formSentences.stale, typed);
    return { status: 409, problem: { ...problem, stale, ...(version ? { version: Number(version) } : {}) } };
  }
  return null;
}

function wholeFormProblem(text: string, values: Typed): FormProblem {
  return { summary: [{ field: null, text }], fields: {}, values };
}

async function bodyOf(request: Request, hasFile: boolean): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  try {
    if (hasFile && type.startsWith('multipart/form-data')) {
      return await unstable_parseMultipartFormData(
        request,
        unstable_createMemoryUploadHandler({ maxPartSize: LARGEST_FILE }),
      );
    }
    if (!type.startsWith('application/x-www-form-urlencoded')) throw new MalformedForm('content type');
    return await request.formData();
  } catch (error) {
    if (error instanceof Error && error.name === 'MaxPartSizeExceededError') throw new TooLarge();
    throw error instanceof MalformedForm ? error : new MalformedForm('body');
  }
}

function collect(data: FormData): { typed: Typed; values: Record<string, unknown> } {
  const typed: Typed = Object.create(null);
  const values: Record<string, unknown> = Object.create(null);
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name);
    const texts = all.filter((value) => typeof value === 'string');
    values[name] = all.length === 1 ? all[0] : all;
    if (texts.length === 1 && texts[0] !== undefined) typed[name] = texts[0];
    else if (texts.length > 1) typed[name] = texts;
  }
  return { typed, values };
}
