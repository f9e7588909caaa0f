import { type RawBuilder, sql } from 'kysely';
import type { Day, Id } from '#db/schema.ts';
import type { StaffListScope } from './staff-list.ts';
import { employmentOfRows, workHeldNow } from './staff-list-match-employment.server.ts';

/** A list as the comparison needs it. */
export interface ListToMatch {
  id: Id;
  scope: StaffListScope;
  /** The day the list is drawn up as of. */
  asOf: Day;
}

/**
 * What each readable and placed row of a list would do to the facts as they stand now: a query of row_number, outcome,
 * person_id, changes (field → [before, after], `employment`: what happens to it) and refusals. The check writes its
 * answer into the rows; applying asks again and goes on only when the answer is the same.
 *
 * The same person is: name and birth date; name and e-mail; an e-mail that is alone on both sides, with the birth date
 * or first name; the name alone where a birth date is not known. Several candidates at the best of these are no answer:
 * the row is refused as ambiguous. Only people of the row's own organisation are looked at.
 */
export function freshOutcomes(list: ListToMatch, today: Day): RawBuilder<unknown> {
  return sql`
    with listed as materialized (${listedRows(list.id)}),
    member as materialized (${membersOf(today)}),
    known as materialized (
      select member.unit_id, person.id, person.last_name, person.first_name, person.middle_name, person.birth_on,
        person.email, person.phone, person.category, person.category_from, person.category_until, person.teaching_since,
        name_key(person.last_name || ' ' || person.first_name) collate "C" as name,
        name_key(person.middle_name) as middle_key, lower(person.email) collate "C" as address,
        count(*) over (partition by member.unit_id, lower(person.email) collate "C") as address_used
      from member join person on person.id = member.person_id),
    chosen as materialized (${chosenPeople()}),
    matched as materialized (
      select listed.*, chosen.person_id,
        coalesce(chosen.is_contested, false)
          or (chosen.person_id is null and listed.birth_on is null and listed.email is null and listed.name_used > 1)
          as is_ambiguous,
        known.last_name as k_last_name, known.first_name as k_first_name, known.middle_name as k_middle_name,
        known.birth_on as k_birth_on, known.email as k_email, known.phone as k_phone, known.category as k_category,
        known.teaching_since as k_teaching_since, known.category_from as k_category_from,
        known.category_until as k_category_until
      from listed left join chosen using (row_number)
        left join known on known.id = chosen.person_id and known.unit_id = listed.unit_id),
    held as materialized (${workHeldNow(today)}),
    compared as materialized (
      select matched.*, work.*, ${personChanges()} as person_changes, ${beginning()} as teaching_after
      from matched left join held using (row_number)
        cross join lateral (${employmentOfRows(list.asOf)}) work),
    judged as (
      select compared.*, coalesce(birth_on, k_birth_on) + interval '14 years' as may_work_from
      from compared)
    select row_number, person_id_shown as person_id, refusals,
      case when refusals is not null then 'refused' when person_id is null then 'new'
        when changes is not null then 'changed' else 'unchanged' end as outcome,
      changes
    from (
      select row_number, person_id,
        case when ${list.scope} = 'organisation' then person_id end as person_id_shown,
        case
          when person_id is null then jsonb_build_object('employment', employment)
          when ${list.scope} = 'organisation' then nullif(
            person_changes || jsonb_strip_nulls(jsonb_build_object('employment', employment)) || employment_changes, '{}')
        end as changes,
        ${matchRefusals(list.scope, today)} as refusals
      from judged) as answer`;
}

function listedRows(listId: Id): RawBuilder<unknown> {
  return sql`
    select staff_list_row.row_number, staff_list_row.unit_id,
      said."lastName" as last_name, said."firstName" as first_name, said."middleName" as middle_name,
      said."birthOn" as birth_on, said."postCode" as post_code, said.subject, said.category, said."hiredOn" as hired_on,
      said."categoryFrom" as category_from, said."categoryUntil" as category_until,
      said."teachingSince" as teaching_since, said."teachingSinceBy" as teaching_since_by, said.email, said.phone,
      name_key(said."lastName" || ' ' || said."firstName") collate "C" as name,
      name_key(said."middleName") as middle_key,
      count(*) over (partition by staff_list_row.unit_id, said.email collate "C") as email_used,
      count(*) over (partition by staff_list_row.unit_id,
        name_key(said."lastName" || ' ' || said."firstName") collate "C") as name_used
    from staff_list_row
    cross join lateral jsonb_to_record(staff_list_row.found -> 'person') as said (
      "lastName" text, "firstName" text, "middleName" text, "birthOn" date, "postCode" text, subject text, category text,
      "categoryFrom" date, "categoryUntil" date, "hiredOn" date, "teachingSince" date, "teachingSinceBy" text, email text, phone text)
    where staff_list_row.staff_list_id = ${listId} and staff_list_row.unit_id is not null
      and staff_list_row.found -> 'person' is not null`;
}

/** People of an organisation: whose home it is, or who work there now. */
function membersOf(today: Day): RawBuilder<unknown> {
  return sql`
    select person.unit_id, person.id as person_id from person
    where person.unit_id = any(array(select distinct unit_id from listed))
    union
    select employment.unit_id, employment.person_id from employment
    where employment.unit_id = any(array(select distinct unit_id from listed)) and employment.started_on <= ${today}::date
      and (employment.ended_on is null or employment.ended_on >= ${today}::date)`;
}

/** The best candidate of each row; contested when another is as good, or another row claims the same person. */
function chosenPeople(): RawBuilder<unknown> {
  return sql`
    select row_number, person_id, equals > 1 or claim > 1 or rivals > 1 as is_contested
    from (
      select best.*, rank() over (partition by person_id order by rank) as claim,
        count(*) over (partition by person_id, rank) as rivals
      from (
        select candidate.*, row_number() over (partition by row_number order by rank, person_id) as place,
          count(*) over (partition by row_number, rank) as equals
        from (
          select listed.row_number, known.id as person_id, case
              when is_exact and is_born and is_addressed then 1
              when is_exact and is_born then 2
              when is_born then 3
              when is_addressed then 4
              when is_exact then 6
              else 7 end as rank
          from listed join known on known.unit_id = listed.unit_id and known.name = listed.name
          cross join lateral (select
            known.middle_key is not distinct from listed.middle_key as is_exact,
            coalesce(known.birth_on = listed.birth_on, false) as is_born,
            coalesce(known.address = listed.email, false) as is_addressed) agrees
          where coalesce(known.birth_on = listed.birth_on, true) and coalesce(known.middle_key = listed.middle_key, true)
          union all
          select listed.row_number, known.id, 5
          from listed join known on known.unit_id = listed.unit_id and known.address = listed.email
          where listed.email_used = 1 and known.address_used = 1
            and (known.name <> listed.name or known.middle_key <> listed.middle_key)
            and (known.birth_on = listed.birth_on or (coalesce(known.birth_on, listed.birth_on) is null
              and name_key(known.first_name) = name_key(listed.first_name)))
        ) candidate
      ) best where place = 1
    ) claimed`;
}

/** Fields of the card the list knows otherwise. Two ways of writing one name are no difference, silence is none either. */
function personChanges(): RawBuilder<unknown> {
  return sql`jsonb_strip_nulls(jsonb_build_object(
    'lastName', case when name_key(k_last_name) <> name_key(last_name) then jsonb_build_array(k_last_name, last_name) end,
    'firstName', case when name_key(k_first_name) <> name_key(first_name)
      then jsonb_build_array(k_first_name, first_name) end,
    'middleName', case when middle_name is not null and name_key(k_middle_name) is distinct from middle_key
      then jsonb_build_array(k_middle_name, middle_name) end,
    'birthOn', case when birth_on <> coalesce(k_birth_on, 'infinity') then jsonb_build_array(k_birth_on, birth_on) end,
    'email', case when email <> coalesce(lower(k_email), '') then jsonb_build_array(k_email, email) end,
    'phone', case when phone <> coalesce(k_phone, '') then jsonb_build_array(k_phone, phone) end,
    'category', case when category <> k_category then jsonb_build_array(k_category, category) end,
    'categoryFrom', ${categoryDay('from')}, 'categoryUntil', ${categoryDay('until')},
    'teachingSince', case when ${beginningDiffers()} then jsonb_build_array(k_teaching_since, teaching_since) end))`;
}

/** A day of the category: what the list says, and nothing of an earlier category once another one is named. */
function categoryDay(which: 'from' | 'until'): RawBuilder<unknown> {
  const [said, known] = [sql.ref(`category_${which}`), sql.ref(`k_category_${which}`)];
  return sql`case when ${said} is distinct from ${known} and (${said} is not null or category <> k_category)
    then jsonb_build_array(${known}, ${said}) end`;
}

/** The rule of `beginningAgrees`: a beginning counted back from a length of service is no news within a year. */
function beginningDiffers(): RawBuilder<boolean> {
  return sql`(teaching_since is not null and k_teaching_since is distinct from teaching_since
    and (teaching_since_by = 'day' or k_teaching_since is null or abs(k_teaching_since - teaching_since) > 366))`;
}

function beginning(): RawBuilder<unknown> {
  return sql`case when ${beginningDiffers()} then teaching_since else k_teaching_since end`;
}

function matchRefusals(scope: StaffListScope, today: Day): RawBuilder<unknown> {
  const adds = sql`(person_id is null or ${scope} = 'organisation')`;
  return sql`nullif(jsonb_path_query_array(jsonb_build_array(
    case when is_ambiguous then 'ambiguous' end,
    case when person_id is null and post_code is null then 'no-post' end,
    case when ${adds} and (teaching_since is not null or birth_on is not null)
      and teaching_after < may_work_from then 'teaching-before-birth' end,
    case when ${adds} and teaching_since > ${today}::date then 'teaching-in-future' end,
    case when ${adds} and hired_on < may_work_from then 'hired-before-birth' end,
    case when ${adds} and overlaps_own then 'employment-overlaps' end
  ), '$[*] ? (@ != null)'), '[]')`;
}
