import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, HOME_ZONE } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id, Moment } from '#db/schema.ts';
import type { JournalFilter } from './journal.schema.ts';

/** One line as listed; names in short. */
export interface JournalRow {
  id: Id;
  happenedAt: Moment;
  /** Zone of the unit, in which the moment is told. */
  timeZone: string;
  act: string;
  /** Who acted; null when the system did. */
  actor: string | null;
  systemName: string | null;
  objectKind: string;
  objectId: Id;
  /** Whose data it is, where the actor may open the card. */
  cardId: Id | null;
  /** Name of the same; null where the actor may not, or no longer, know the name. */
  person: string | null;
  unitName: string | null;
  before: unknown;
  after: unknown;
}

/** More lines than this are not counted: a narrower period is asked for instead. */
export const MOST_LINES = 10_000;

/** Lines within reach, newest first, a page of them. */
export async function listJournal(ctx: Context, filter: JournalFilter): Promise<JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select journal_entry.id, journal_entry.happened_at, coalesce(unit.time_zone, ${HOME_ZONE}) as time_zone,
      journal_entry.act, ${shortName('actor')} as actor, journal_entry.system_name, journal_entry.object_kind,
      journal_entry.object_id, case when ${within(ctx, 'person.read')} then person.id end as card_id,
      case when ${knowsPerson(ctx)} then ${shortName('person')} end as person, unit.short_name as unit_name, journal_entry.before, journal_entry.after
    from journal_entry left join org_unit unit on unit.id = journal_entry.unit_id
      left join person actor on actor.id = journal_entry.actor_id
      left join person on person.id = journal_entry.person_id
    where ${matching(ctx, filter)}
    order by journal_entry.happened_at desc, journal_entry.id desc
    limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`.execute(ctx.db);
  return rows;
}

/** How many lines fit, at most `MOST_LINES`. */
export async function countJournal(ctx: Context, filter: JournalFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select 1 from journal_entry left join org_unit unit on unit.id = journal_entry.unit_id
      where ${matching(ctx, filter)} limit ${MOST_LINES}
    ) found`.execute(ctx.db);
  return rows[0]?.total ?? 0;
}

function matching(ctx: Context, { from, to, act }: JournalFilter) {
  const conditions = [within(ctx, 'journal.read')];
  const day = sql`(journal_entry.happened_at at time zone coalesce(unit.time_zone, ${HOME_ZONE}))::date`;
  // The bare moment, a day wider than any zone, lets the index be used; the day in the unit's zone decides.
  if (from)
    conditions.push(sql<boolean>`journal_entry.happened_at >= ${addDays(from, -1)}::date and ${day} >= ${from}::date`);
  if (to) conditions.push(sql<boolean>`journal_entry.happened_at < ${addDays(to, 2)}::date and ${day} <= ${to}::date`);
  if (act) conditions.push(sql<boolean>`journal_entry.act = ${act}`);
  return sql.join(conditions, sql` and `);
}

/** One's own acts stay readable after the role is gone; the names of people they were about do not. */
function knowsPerson(ctx: Context) {
  return sql<boolean>`(${within(ctx, 'journal.people')} or ${within(ctx, 'person.read')})`;
}

function shortName(table: 'actor' | 'person') {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<string | null>`case when ${column('id')} is not null then concat(${column('last_name')}, chr(160),
    left(${column('first_name')}, 1), '.',
    case when ${column('middle_name')} is not null then concat(chr(160), left(${column('middle_name')}, 1), '.') end) end`;
}
