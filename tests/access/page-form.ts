/** A form as a browser would send it, read out of a page of ours. */

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ' };

/** Text of HTML with its entities resolved. */
export function readEntities(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** One named control of a form. */
export interface Control {
  name: string;
  kind: 'hidden' | 'text' | 'secret' | 'area' | 'file' | 'choice' | 'tick';
  /** What would be sent untouched. */
  value: string;
  /** Values on offer, for choices and ticks. */
  offered: string[];
  /** The form has several of this name, sent as a list. */
  isList: boolean;
}

/** The controls of the form that posts to this very page; null when the page has none. */
export function controlsOf(html: string, path: string): Control[] | null {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const own = forms.find(([, tag = '']) => {
    const action = attribute(tag, 'action');
    return attribute(tag, 'method')?.toLowerCase() === 'post' && (action === null || action.split('?')[0] === path);
  });
  if (!own) return null;
  const controls = new Map<string, Control>();
  const body = own[2] ?? '';
  const pattern = /<(textarea|select|button)\b([^>]*)>([\s\S]*?)<\/\1>/g;
  for (const match of body.matchAll(/<input\b([^>]*)>/g)) addInput(controls, match[1] ?? '');
  for (const [, element = '', tag = '', inner = ''] of body.matchAll(pattern)) {
    const name = attribute(tag, 'name');
    if (!name) continue;
    if (element === 'textarea') {
      controls.set(name, {
        name,
        kind: 'area',
        value: readEntities(inner).replace(/^\n/, ''),
        offered: [],
        isList: false,
      });
    }
    if (element === 'select') addSelect(controls, name, inner);
    if (element === 'button')
      controls.set(name, { name, kind: 'hidden', value: attribute(tag, 'value') ?? '', offered: [], isList: false });
  }
  return [...controls.values()];
}

function addInput(controls: Map<string, Control>, tag: string): void {
  const name = attribute(tag, 'name');
  if (!name) return;
  const value = attribute(tag, 'value') ?? '';
  const type = attribute(tag, 'type') ?? 'text';
  if (type === 'radio' || type === 'checkbox') {
    const kind = type === 'radio' ? 'choice' : 'tick';
    const known: Control = controls.get(name) ?? { name, kind, value: '', offered: [], isList: false };
    known.offered.push(value);
    if (/\schecked\b/.test(tag)) known.value = value;
    controls.set(name, known);
    return;
  }
  const kinds: Record<string, Control['kind']> = { hidden: 'hidden', file: 'file', password: 'secret' };
  const kind = kinds[type] ?? 'text';
  controls.set(name, { name, kind, value, offered: [], isList: controls.has(name) });
}

function addSelect(controls: Map<string, Control>, name: string, inner: string): void {
  const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, tag = '']) => tag);
  const offered = options.map((tag) => attribute(tag, 'value') ?? '');
  const chosen = options.find((tag) => /\sselected\b/.test(tag));
  const value = (chosen && attribute(chosen, 'value')) || '';
  controls.set(name, { name, kind: 'choice', value, offered: offered.filter((one) => one !== ''), isList: false });
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found?.[1] === undefined ? null : readEntities(found[1]);
}

const FILLS: readonly [RegExp, string][] = [
  [/^birthOn$/, '12.04.1990'],
  [/^teachingSince$/, '01.09.2020'],
  [/^category(From|Until)$/, ''],
  [/(On|from|Since)$/, '22.11.2026'],
  [/login|email/i, 'novyi.uchitel@example.ru'],
  [/phone/i, ''],
  [/amount/i, '5000'],
  [/years|limit|hours|position|days/i, '4'],
  [/current|password|repeat/i, 'верная лошадь батарея скоба'],
];

/** What a person would send: what stands there, and something fitting where nothing does. */
export function filled(controls: readonly Control[], overrides: Record<string, string> = {}): Record<string, string> {
  const form: Record<string, string> = {};
  for (const { name, kind, value, offered } of controls) {
    if (kind === 'file') continue;
    const fitting = FILLS.find(([pattern]) => pattern.test(name))?.[1] ?? 'Проверка проведена';
    const fresh = kind === 'hidden' ? value : kind === 'choice' || kind === 'tick' ? (offered[0] ?? '') : fitting;
    form[name] = overrides[name] ?? (value || fresh);
  }
  return form;
}
