import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ActTemplate, parseTemplate } from './act-template.ts';
import { type ActKind, actTypeOf } from './act-type.ts';

const read = new Map<string, { template: ActTemplate; body: string }>();

/** The standard template of a type, read once from `templates/local-acts/`. */
export function actTemplate(kind: ActKind): ActTemplate {
  return standard(kind).template;
}

/** The lines under the header of the standard, as they are written: what an own variant starts from. */
export function standardBody(kind: ActKind): string {
  return standard(kind).body;
}

function standard(kind: ActKind): { template: ActTemplate; body: string } {
  const code = actTypeOf(kind).templateCode;
  const known = read.get(code);
  if (known) return known;
  const source = readFileSync(join(templateFolder(), `${code}.md`), 'utf8').replaceAll('\r\n', '\n');
  const kept = { template: parseTemplate(source), body: source.slice(source.indexOf('\n---\n') + 5).trim() };
  read.set(code, kept);
  return kept;
}

// The same code runs from sources and from two places inside build/: the folder is looked for upwards.
function templateFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'templates', 'local-acts');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('templates/local-acts is missing from the installation');
}
