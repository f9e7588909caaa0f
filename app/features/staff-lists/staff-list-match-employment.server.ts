import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#db/schema.ts';

/**
 * What a row (`matched`) does to the work of its person in the row's organisation, one row of `employment` (null, or
 * act `add` / `replace` / `correct` with id and first day), `employment_changes` and `overlaps_own`.
 *
 * - The post is held now: its subject is corrected; its first day only when it is the only post and the list's day is
 *   not the beginning of any work of this person here (a list tells when one came, not when the post changed).
 * - Another single post is held: it ends the day before the list's, the new one begins (`replace`); a post not older
 *   than the list was simply recorded wrong (`correct`).
 * - Otherwise the post is added, from the day the list gives or, without one, from the day of the list.
 */
export function employmentOfRows(asOf: Day): RawBuilder<unknown> {
  // `offset 0` keeps each step a step: folded into one, its expressions would be worked out many times over.
  return sql`
    select decided.employment, decided.employment_changes, coalesce(exists (
        select 1 from employment other
        where other.person_id = matched.person_id and other.unit_id = matched.unit_id
          and other.post_code = matched.post_code and other.id is distinct from decided.kept_id
          and daterange(other.started_on, other.ended_on, '[]') && daterange(decided.first_day, decided.last_day, '[]')
      ), false) as overlaps_own
    from (select coalesce(matched.hired_on, ${asOf}::date) as given, coalesce(held.posts, 0) as posts,
        coalesce(held.began_then, false) as began_then,
        coalesce(held.began_then, false) or matched.hired_on is null as is_day_no_news offset 0) day
    cross join lateral (
      select case
          when matched.post_code is null then 'none'
          when held.same_id is not null then 'keep'
          when day.posts = 1 and held.only_started_on >= ${asOf}::date then 'correct'
          when day.posts = 1 then 'replace'
          else 'add' end as act offset 0) plan
    cross join lateral (
      select
        case plan.act
          when 'keep' then case when day.posts = 1 and not day.is_day_no_news then matched.hired_on
            else held.same_started_on end
          when 'correct' then case when day.is_day_no_news then held.only_started_on else day.given end
          when 'replace' then case when matched.hired_on > held.only_started_on then matched.hired_on
            else ${asOf}::date end
          else case when day.began_then then ${asOf}::date else day.given end
        end as first_day,
        case plan.act when 'keep' then held.same_ended_on when 'correct' then held.only_ended_on end as last_day,
        case plan.act when 'keep' then held.same_id when 'correct' then held.only_id end as kept_id,
        case plan.act when 'keep' then held.same_subject when 'add' then null else held.only_subject end as subject_before,
        case plan.act when 'keep' then held.same_started_on when 'correct' then held.only_started_on end as first_day_before
      offset 0) terms
    cross join lateral (
      select terms.*,
        matched.subject is not null and matched.subject is distinct from terms.subject_before as is_subject_news,
        terms.first_day_before is distinct from terms.first_day as is_first_day_news
      offset 0) news
    cross join lateral (
      select news.first_day, news.last_day, news.kept_id,
        case
          when plan.act = 'none' then null
          when plan.act = 'keep' and not (news.is_subject_news or news.is_first_day_news) then null
          when plan.act in ('keep', 'correct') then jsonb_build_object('act', 'correct', 'id', news.kept_id)
          when plan.act = 'replace' then
            jsonb_build_object('act', 'replace', 'id', held.only_id, 'startedOn', news.first_day)
          else jsonb_build_object('act', 'add', 'startedOn', news.first_day)
        end as employment,
        case when plan.act = 'none' then '{}'::jsonb else jsonb_strip_nulls(jsonb_build_object(
          'postCode', case plan.act when 'keep' then null when 'add' then jsonb_build_array(null, matched.post_code)
            else jsonb_build_array(held.only_post, matched.post_code) end,
          'subject', case when news.is_subject_news then jsonb_build_array(news.subject_before, matched.subject) end,
          'startedOn', case when news.is_first_day_news then jsonb_build_array(news.first_day_before, news.first_day) end))
        end as employment_changes
      offset 0) decided`;
}

/** By row, the work of its person here: the same post if held now, the only post if there is one, whether one began then. */
export function workHeldNow(today: Day): RawBuilder<unknown> {
  return sql`
    select row_number, count(*) filter (where is_present) as posts,
      coalesce(bool_or(started_on = hired_on), false) as began_then,
      (array_agg(id order by started_on desc, id) filter (where is_present and is_same))[1] as same_id,
      (array_agg(subject order by started_on desc, id) filter (where is_present and is_same))[1] as same_subject,
      (array_agg(started_on order by started_on desc, id) filter (where is_present and is_same))[1] as same_started_on,
      (array_agg(ended_on order by started_on desc, id) filter (where is_present and is_same))[1] as same_ended_on,
      (array_agg(id) filter (where is_present))[1] as only_id,
      (array_agg(post_code) filter (where is_present))[1] as only_post,
      (array_agg(subject) filter (where is_present))[1] as only_subject,
      (array_agg(started_on) filter (where is_present))[1] as only_started_on,
      (array_agg(ended_on) filter (where is_present))[1] as only_ended_on
    from (
      select matched.row_number, matched.hired_on, employment.id, employment.post_code, employment.subject,
        employment.started_on, employment.ended_on, employment.post_code = matched.post_code as is_same,
        employment.ended_on is null or employment.ended_on >= ${today}::date as is_present
      from matched join employment on employment.person_id = matched.person_id and employment.unit_id = matched.unit_id
      where employment.unit_id = any(array(select distinct unit_id from listed))) work
    group by row_number`;
}
