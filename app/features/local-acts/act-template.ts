/**
 * A template of a local act: a header that names its code, version, heading and legal basis, then lines with
 * `{{placeholders}}`. A line `N.` is a point, `N.*` a sub-point repeated for every row, `N?` a point that stays only
 * when its condition holds. Points are numbered anew after that.
 */
export interface ActTemplate {
  code: string;
  version: number;
  heading: string;
  legalBasis: string;
  retention: string;
  /** Paragraphs before the points. */
  preamble: string[];
  points: TemplatePoint[];
}

/** A point of a template: always there, or only under a condition; with rows repeated under it or without. */
export interface TemplatePoint {
  text: string;
  isConditional: boolean;
  rowText: string | null;
}

/** Reads a template. Throws on a header without its five keys, so that a broken template fails when the program is built or tested. */
export function parseTemplate(source: string): ActTemplate {
  const [head = '', body = ''] = source.replaceAll('\r\n', '\n').split('\n---\n');
  const keys = new Map(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const value = (key: string): string => {
    const found = keys.get(key);
    if (!found) throw new Error(`the template's header lacks ${key}`);
    return found;
  };
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const points: TemplatePoint[] = [];
  const preamble: string[] = [];
  for (const line of lines) {
    const match = /^\d+(\.\*|[.?]) (.+)$/.exec(line);
    const [, mark, text = ''] = match ?? [];
    const last = points.at(-1);
    if (mark === '.*' && last) last.rowText = text;
    else if (mark) points.push({ text, isConditional: mark === '?', rowText: null });
    else preamble.push(line);
  }
  return {
    code: value('code'),
    version: Number(value('version')),
    heading: value('heading'),
    legalBasis: value('legal-basis'),
    retention: value('retention'),
    preamble,
    points,
  };
}

/** Puts values into `{{placeholders}}`. Throws when a value is missing: a paper with a hole must not come out. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  const whole = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template asks for ${name}`);
    return value;
  });
  // A value may end with an abbreviation's full stop just before the sentence's own.
  return whole.replace(/\.\.$/, '.');
}
