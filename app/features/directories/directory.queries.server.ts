import { type RawBuilder, sql } from 'kysely';
import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Directory, type Entry, formList, type Keeper, party } from './directory.ts';

type Row = Omit<Entry, 'lists' | 'mentorSides' | 'menteeSides'> & {
  lists: string[];
  mentorSides: string[] | null;
  menteeSides: string[] | null;
};

/** The code of an entry out of a row that names a form or a kind. */
const codeOf = (table: string): RawBuilder<string> =>
  sql`coalesce(${sql.ref(`${table}.form_code`)}, ${sql.ref(`${table}.kind_code`)})`;
const directoryOf = (table: string): RawBuilder<string> =>
  sql`case when ${sql.ref(`${table}.form_code`)} is null then 'kind' else 'form' end`;

/**
 * Every entry that is known in the region, forms first, as it stands on the day. Null asks for what is common to all.
 * Directories are open to whoever is signed in: there is nothing of people in them.
 */
export async function listEntries(ctx: Context, regionId: Id | null, day: Day): Promise<Entry[]> {
  return entriesWhere(ctx, regionId, day, sql<boolean>`true`);
}

/** One entry as it stands in the region on the day; null when the region does not know it. */
export async function findOptionalEntry(
  ctx: Context,
  { directory, code }: { directory: Directory; code: string },
  regionId: Id | null,
  day: Day,
): Promise<Entry | null> {
  const isIt = sql<boolean>`entry.directory = ${directory} and entry.code = ${code}`;
  const [found] = await entriesWhere(ctx, regionId, day, isIt);
  return found ?? null;
}

/** The same for a page about the entry. Throws NotFound. */
export async function findEntry(
  ctx: Context,
  of: { directory: Directory; code: string },
  regionId: Id | null,
  day: Day,
): Promise<Entry> {
  const found = await findOptionalEntry(ctx, of, regionId, day);
  if (!found) throw new NotFound('directory entry');
  return found;
}

async function entriesWhere(
  ctx: Context,
  regionId: Id | null,
  day: Day,
  condition: RawBuilder<boolean>,
): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    with entry as (
      select 'form' as directory, code, name, lists, region_id, position from mentoring_form
      union all select 'kind', code, name, '{}', region_id, position from mentoring_kind)
    select entry.directory, entry.code, coalesce(version.name, entry.name) as name, entry.lists,
      coalesce(version.meaning, '') as meaning, coalesce(version.source, '') as source,
      version.mentor_sides, version.mentee_sides, entry.region_id is not null as is_regional,
      coalesce(version.under_labour_law, false) as under_labour_law, coalesce(version.needs_order, true) as needs_order,
      coalesce(version.has_roles_per_topic, false) as has_roles_per_topic,
      coalesce(version.is_event, false) as is_event, coalesce(version.is_group, false) as is_group,
      version.started_on, version.ended_on,
      exists (select 1 from directory_switch off where off.region_id = ${regionId}::uuid
        and ${codeOf('off')} = entry.code and ${directoryOf('off')} = entry.directory
        and off.started_on <= ${day}::date and (off.ended_on is null or off.ended_on >= ${day}::date)) as is_off
    from entry
    left join directory_version version on ${codeOf('version')} = entry.code
      and ${directoryOf('version')} = entry.directory
      and version.started_on <= ${day}::date and (version.ended_on is null or version.ended_on >= ${day}::date)
    where (entry.region_id is null or entry.region_id = ${regionId}::uuid) and ${condition}
    order by entry.directory, entry.position, entry.code
    limit 500`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    lists: row.lists.map(formList),
    mentorSides: (row.mentorSides ?? []).map(party),
    menteeSides: (row.menteeSides ?? []).map(party),
  }));
}

/** Versions of an entry, the latest first. */
export async function listVersions(ctx: Context, { directory, code }: { directory: Directory; code: string }) {
  return ctx.db
    .selectFrom('directoryVersion')
    .select(['id', 'startedOn', 'endedOn', 'name', 'meaning', 'source'])
    .where(directory === 'form' ? 'formCode' : 'kindCode', '=', code)
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Periods in which the entry was, is or will be off in the region, the latest first. */
export async function listSwitches(
  ctx: Context,
  { directory, code }: { directory: Directory; code: string },
  regionId: Id | null,
) {
  if (regionId === null) return [];
  return ctx.db
    .selectFrom('directorySwitch')
    .select(['id', 'startedOn', 'endedOn'])
    .where(directory === 'form' ? 'formCode' : 'kindCode', '=', code)
    .where('regionId', '=', regionId)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', eb.ref('startedOn'))]))
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** The federation and regions whose directories the actor keeps. */
export async function listKeepers(ctx: Context): Promise<Keeper[]> {
  const ids = await unitsWhere(ctx, 'directory.manage');
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'regionId', 'shortName', 'kind'])
    .where('id', 'in', ids)
    .where('kind', 'in', ['federation', 'region'])
    .orderBy('shortName')
    .orderBy('id')
    .execute();
  return rows.map(({ id, regionId, shortName }) => ({ unitId: id, regionId, name: shortName }));
}
