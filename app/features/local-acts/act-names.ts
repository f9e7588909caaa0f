import { z } from 'zod';
import { type ActField, drawnKind, FACTS, fieldsOf } from './act-fields.ts';
import type { ActTemplate } from './act-template.ts';
import { askedNames } from './act-template.ts';
import type { ActKind } from './act-type.ts';
import { PAPER_VALUES } from './paper-values.ts';

/** What a template of a type may say: plain names, and lists with their columns. */
export interface KnownNames {
  plain: ReadonlySet<string>;
  rows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names a template cannot do without, by the field they come from: at least one of each must stand in it. */
  required: ReadonlyMap<string, readonly string[]>;
}

/** Endings a field of a person gives: the full name, its cases, post and signature. */
const PERSON_ENDINGS = ['', 'Genitive', 'Dative', 'Accusative', 'Instrumental', 'Post', 'Signed'] as const;

/** What every document may say, and what everything the head signs may say. */
const COMMON = ['organisation', 'references'];
const SIGNER = ['signerPost', 'signerName', 'signerGenitive'];

/** Placeholders and lists a type's template may use. */
export function knownNames(kind: ActKind): KnownNames {
  const drawn = drawnKind(kind);
  const facts = drawn ? FACTS[drawn] : PAPER_VALUES[kind];
  if (!facts) throw new Error(`no values are described for ${kind}`);
  const plain = new Set([...COMMON, ...(drawn ? SIGNER : []), ...facts.plain]);
  const rows = new Map<string, ReadonlySet<string>>();
  const required = new Map<string, readonly string[]>();
  for (const [name, columns] of Object.entries(facts.rows)) rows.set(name, new Set([...columns, 'n']));
  for (const name of (drawn && FACTS[drawn].required) ?? []) required.set(name, [name]);
  for (const field of drawn ? fieldsOf(drawn) : []) {
    const names = namesOf(field);
    if (field.kind === 'rows') rows.set(field.name, new Set([...field.columns.map(({ name }) => name), 'n']));
    else if (field.kind === 'lines') rows.set(field.name, new Set(['line', 'n']));
    for (const name of names) plain.add(name);
    if (field.kind !== 'mentorship' && !field.isOptional) required.set(field.name, [field.name, ...names]);
  }
  return { plain, rows, required };
}

function namesOf(field: ActField): string[] {
  if (field.kind === 'rows' || field.kind === 'mentorship') return [];
  return field.kind === 'person' ? PERSON_ENDINGS.map((ending) => `${field.name}${ending}`) : [field.name];
}

/** A name a template may not use, or a required field it leaves out. */
export interface NameProblem {
  rule: 'unknown-placeholder' | 'missing-placeholder';
  name: string;
}

/** What stands between a template and the values of its type; empty when they match. */
export function nameProblems(kind: ActKind, template: Pick<ActTemplate, 'heading' | 'parts'>): NameProblem[] {
  const known = knownNames(kind);
  const asked = askedNames(template);
  const strange = [...asked.plain].filter((name) => !known.plain.has(name) && !known.rows.has(name));
  const inRows = [...asked.rows].flatMap(([list, names]) => {
    const columns = known.rows.get(list);
    return columns ? [...names].filter((name) => !columns.has(name) && !known.plain.has(name)) : [list];
  });
  const used = new Set([...asked.plain, ...asked.rows.keys()]);
  const missing = [...known.required].filter(([, names]) => !names.some((name) => used.has(name)));
  return [
    ...[...strange, ...inRows].map((name) => ({ rule: 'unknown-placeholder' as const, name })),
    ...missing.map(([name]) => ({ rule: 'missing-placeholder' as const, name })),
  ];
}

/** The schema of what fills a type's template: every text and every list with its columns. */
export function wordsSchema(kind: ActKind) {
  const { plain, rows } = knownNames(kind);
  const shape: Record<string, z.ZodType> = {};
  for (const name of plain) shape[name] = z.union([z.string(), z.boolean()]);
  for (const [name, columns] of rows) {
    const row = Object.fromEntries([...columns].filter((one) => one !== 'n').map((one) => [one, z.string()]));
    shape[name] = plain.has(name) ? z.union([z.string(), z.array(z.object(row))]) : z.array(z.object(row));
  }
  return z.strictObject(shape);
}
