import { type ActTemplate, filled, type TemplatePart } from '../local-acts/act-template.ts';
import { purposeFields } from './consent-fields.text.ts';
import { OWN_PURPOSES, type Purpose } from './consent-text.ts';

/** The template with a text of one's own where its points stand; its table and signatures stay. Null leaves it as it is. */
export function withPoints(template: ActTemplate, points: readonly string[] | null): ActTemplate {
  if (points === null) return template;
  const { parts } = template;
  const at = parts.findIndex(({ kind }) => kind === 'point');
  const own = points.map(
    (text): TemplatePart => ({
      ...{ kind: 'point', text, rows: null, condition: null, columns: [], cells: [] },
    }),
  );
  const rest = parts.slice(at).filter(({ kind }) => kind !== 'point' && kind !== 'subpoint');
  return { ...template, parts: [...parts.slice(0, at), ...own, ...rest] };
}

/** The built-in points of a purpose as they are read, to begin a text of one's own with; what differs by person is «…». */
export function builtInPoints(purpose: Purpose, { parts }: ActTemplate): string[] {
  const own = OWN_PURPOSES.find((one) => one === purpose);
  const fields = own ? purposeFields[own] : {};
  return parts.flatMap(({ kind, text, condition }) => {
    if (kind !== 'point' || (condition && fields[condition] === '')) return [];
    const known = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => fields[name] ?? '…');
    return [filled(known, {})];
  });
}
