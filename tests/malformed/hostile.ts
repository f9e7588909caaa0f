import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { OpenForm } from '#tests/access/insiders.ts';

/** A form spoiled in one way. */
export interface Spoiled {
  /** What is wrong with it, to find it again. */
  how: string;
  form: Record<string, string | string[]>;
  /** Answers that are right. */
  statuses: readonly number[];
  /** Everything typed must stand on the page again. */
  isKept: boolean;
}

const REFUSED = [422];
const GONE = [422, 404, 403];
const WRONG_DAYS = ['31.02.2026', '00.00.0000', '99.99.9999', 'вчера', '2026-13-40', '01.01.20266', '1.1.1.1'];
const WRONG_NUMBERS = ['abc', '-1', '1e9', '9999999999999999999', '1,5', '٣'];
const CONTROLS = ['\u0000', '\u0007', '\u202eтекст', '\u2066', '\ufffe'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d\d\.\d\d\.\d{4}$/;

/** The form spoiled in every way that ought to be refused. */
export function spoiledWays(
  { controls, form }: OpenForm,
  world: { columns: readonly string[]; foreignIds: readonly string[]; free?: readonly string[] | undefined },
): Spoiled[] {
  const texts = controls.filter(({ kind, value, name }) => isTyped(kind) && !DAY.test(form[name] ?? value));
  const days = controls.filter(({ kind, name }) => isTyped(kind) && DAY.test(form[name] ?? ''));
  // Of ticks alone, an empty form says that none holds.
  const ticks = new Set(controls.filter(({ kind }) => kind === 'tick').map(({ name }) => name));
  const ids = Object.entries(form).filter(([name, value]) => UUID.test(value) && name !== '_once');
  const one = (how: string, changes: Record<string, string | string[]>, statuses = REFUSED, isKept = true): Spoiled => {
    return { how, form: { ...form, ...changes }, statuses, isKept };
  };
  return [
    ...(Object.keys(form).some((name) => name !== '_once' && !ticks.has(name))
      ? [{ how: 'empty', form: {}, statuses: REFUSED, isKept: false }]
      : []),
    ...texts.map(({ name }) => one(`${name}: 20 000 letters`, { [name]: 'щ'.repeat(20_000) })),
    ...texts.flatMap(({ name }) =>
      CONTROLS.map((bad) => one(`${name}: ${JSON.stringify(bad)}`, { [name]: `а${bad}б` }, REFUSED, false)),
    ),
    ...days.flatMap(({ name }) => WRONG_DAYS.map((bad) => one(`${name}: ${bad}`, { [name]: bad }))),
    ...ids
      .filter(([name]) => !world.free?.includes(name))
      .flatMap(([name]) =>
        world.foreignIds.map((foreign) => one(`${name}: foreign id`, { [name]: foreign }, GONE, false)),
      ),
    ...ids.map(([name]) => one(`${name}: no id`, { [name]: 'not-an-id' }, REFUSED, false)),
    ...controls
      .filter(({ kind, offered }) => kind === 'choice' && offered.length > 0)
      .map(({ name }) => one(`${name}: not on offer`, { [name]: 'нечто' }, GONE, false)),
    ...(form.version === undefined ? [] : staleWays(form)),
    one('every column of every table', Object.fromEntries(world.columns.map((name) => [name, 'approved']))),
    ...['state', 'unit_id', 'approvedBy', '__proto__', 'constructor', 'person.unit_id', 'person[unit_id]', ''].map(
      (name) => one(`extra field ${name}`, Object.fromEntries([[name, 'x']])),
    ),
    ...controls
      .filter(({ name, isList }) => name !== '_once' && !isList && form[name] !== undefined)
      .slice(0, 3)
      .map(({ name }) => one(`${name} twice`, { [name]: [form[name] ?? '', 'второе'] }, REFUSED, false)),
  ];
}

function isTyped(kind: string): boolean {
  return kind === 'text' || kind === 'area' || kind === 'secret';
}

function staleWays(form: Record<string, string>): Spoiled[] {
  // Of what is not there yet, no version is older.
  const isNew = form.version === '0';
  const stale = isNew ? '1' : String(Number(form.version) - 1);
  return [
    // A rule about what is not there yet may come first.
    { how: 'an older version', form: { ...form, version: stale }, statuses: isNew ? [409, 422] : [409], isKept: true },
    ...WRONG_NUMBERS.map((bad) => {
      return { how: `version ${bad}`, form: { ...form, version: bad }, statuses: REFUSED, isKept: true };
    }),
  ];
}

/** Names of all columns, as the database and as the code spells them, plain, dotted and bracketed. */
export async function everyColumn(db: Database): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'
    order by table_name, ordinal_position`.execute(db);
  const spelled = rows.flatMap(({ table, column }) => {
    const camel = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [column, camel, `${table}.${column}`, `${table}[${column}]`];
  });
  return [...new Set(spelled)];
}

/** A form as the browser encodes it; a list is the same name several times. */
export function encoded(form: Spoiled['form']): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return body;
}
