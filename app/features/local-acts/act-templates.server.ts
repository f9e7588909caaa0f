import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ActTemplate, parseTemplate } from './act-template.ts';
import { type ActKind, actTypeOf } from './act-type.ts';

const read = new Map<string, ActTemplate>();

/** The standard template of a type, read once from `templates/local-acts/`. */
export function actTemplate(kind: ActKind): ActTemplate {
  const code = actTypeOf(kind).templateCode;
  const known = read.get(code) ?? parseTemplate(readFileSync(join(templateFolder(), `${code}.md`), 'utf8'));
  read.set(code, known);
  return known;
}

// The same code runs from sources and from two places inside build/: the folder is looked for upwards.
function templateFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'templates', 'local-acts');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('templates/local-acts is missing from the installation');
}
