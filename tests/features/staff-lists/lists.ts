/** What the tests of staff lists share: the four files, a reader without a thread, the whole way of a list. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import { uploadStaffList } from '#app/features/staff-lists/staff-list.operations.server.ts';
import { applyStaffList } from '#app/features/staff-lists/staff-list-apply.operations.server.ts';
import { parseStaffList } from '#app/features/staff-lists/staff-list-file.server.ts';
import { storedList } from '#app/features/staff-lists/staff-list-locked.server.ts';
import { checkStaffLists } from '#app/features/staff-lists/staff-lists.jobs.server.ts';
import type { Id } from '#db/schema.ts';
import { testServices } from '#tests/support/site.ts';
import type { World } from '#tests/support/world.ts';

const folder = new URL('../../fixtures/staff-lists/', import.meta.url);

/** One of the four files schools sent. */
export function sample(fileName: string): { fileName: string; bytes: Uint8Array } {
  return { fileName, bytes: readFileSync(new URL(fileName, folder)) };
}

/** A list written as CSV: a header and rows. */
export function csv(...rows: string[]): { fileName: string; bytes: Uint8Array } {
  return { fileName: 'список.csv', bytes: Buffer.from(rows.join('\r\n'), 'utf8') };
}

/** Services whose reader works in this thread. */
export function listServices(world: World): AppServices {
  const staffLists: unknown = { parse: parseStaffList };
  const log = { info: () => undefined, warn: () => undefined, error: loud };
  return { ...testServices(world.db), log, staffLists: staffLists as AppServices['staffLists'] };
}

/** A fault in a job must fail the test, not only a line in a log. */
function loud(fault: unknown): never {
  throw new Error(`fault in the job: ${JSON.stringify(fault)}`);
}

/** Runs the job once. */
export function runJob(world: World): Promise<void> {
  return checkStaffLists(world.system, listServices(world));
}

/** Uploads a file at a unit and has it checked. */
export async function checked(world: World, ctx: Context, unitId: Id, file: { fileName: string; bytes: Uint8Array }) {
  const { id } = await uploadStaffList(ctx, { unitId, ...file });
  await runJob(world);
  return storedList(world.db, id);
}

/** The same, applied. */
export async function applied(world: World, ctx: Context, unitId: Id, file: { fileName: string; bytes: Uint8Array }) {
  const list = await checked(world, ctx, unitId, file);
  await applyStaffList(ctx, list.id, { version: list.version });
  await runJob(world);
  return storedList(world.db, list.id);
}

/** A fingerprint of every person and employment: equal when nothing has changed. */
export async function peopleHash(world: World): Promise<string> {
  const { rows } = await sql<{ hash: string }>`
    select md5(coalesce((select string_agg(person::text, '|' order by id) from person), '')
      || coalesce((select string_agg(employment::text, '|' order by id) from employment), '')) as hash
  `.execute(world.db);
  return rows[0]?.hash ?? '';
}

/** The rows of a list with what they would do. */
export function rowsOf(world: World, listId: Id) {
  return world.db
    .selectFrom('staffListRow')
    .select(['rowNumber', 'outcome', 'unitId', 'personId', 'changes', 'refusals'])
    .where('staffListId', '=', listId)
    .orderBy('rowNumber')
    .execute();
}

let schools = 0;

/** The world with a municipality and a school of their own, so that nobody of another test works there. */
export async function withNewSchool<W extends World>(world: W): Promise<W & { schoolName: string }> {
  schools += 1;
  const schoolName = `Гимназия-${schools}`;
  const unit = async (kind: string, name: string, parentId: Id) => {
    const input = { parentId, kind, name, shortName: name, startedOn: '2010-09-01' };
    return (await addUnit(world.system, input as Parameters<typeof addUnit>[1])).id;
  };
  const municipality = await unit('municipality', `Округ-${schools}`, world.region);
  return { ...world, municipality, school: await unit('school', schoolName, municipality), schoolName };
}

/** Columns of a small list, for `person`. */
export const HEADER = 'Организация;Фамилия;Имя;Отчество;Дата рождения;Должность;Дата приёма';

/** A line of it. */
export function person(last: string, organisation = ''): string {
  return `${organisation};${last};Анна;Львовна;12.04.1990;методист;01.09.2015`;
}
