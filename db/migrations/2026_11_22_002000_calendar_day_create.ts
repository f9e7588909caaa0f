import { type Kysely, sql } from 'kysely';

/** The production calendar: which years are filled, and every day that differs from a plain five-day week. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_year (
      year integer not null constraint calendar_year_pk primary key
        constraint calendar_year_range check (year between 2024 and 2100),
      act text not null constraint calendar_year_act_length check (length(act) between 1 and 300),
      is_decreed boolean not null
    )`.execute(db);
  await sql`
    create table calendar_day (
      id uuid not null default gen_random_uuid() constraint calendar_day_pk primary key,
      day date not null,
      unit_id uuid constraint calendar_day_unit_fk references org_unit (id),
      region_id uuid constraint calendar_day_region_fk references org_unit (id),
      kind text not null constraint calendar_day_kind_known check (kind in ('holiday', 'day_off', 'working', 'regional')),
      name text not null constraint calendar_day_name_length check (length(name) between 1 and 200),
      act text not null constraint calendar_day_act_length check (length(act) between 1 and 300),
      created_at timestamptz not null default now(),
      constraint calendar_day_regional_of_region check ((kind = 'regional') = (region_id is not null)),
      constraint calendar_day_already_marked unique nulls not distinct (region_id, day)
    )`.execute(db);
  await sql`
    insert into calendar_year (year, act, is_decreed) values
      (2024, 'постановление Правительства РФ от 10.08.2023 № 1314', true),
      (2025, 'постановление Правительства РФ от 04.10.2024 № 1335', true),
      (2026, 'постановление Правительства РФ от 24.09.2025 № 1466', true),
      (2027, 'статья 112 Трудового кодекса РФ; постановление о переносе выходных пока не внесено', false)`.execute(db);
  await sql`
    insert into calendar_day (day, kind, name, act)
    select make_date(year, month, date), 'holiday', name, 'статья 112 Трудового кодекса РФ'
    from generate_series(2024, 2027) as year, (values
      (1, 1, 'Новогодние каникулы'), (1, 2, 'Новогодние каникулы'), (1, 3, 'Новогодние каникулы'),
      (1, 4, 'Новогодние каникулы'), (1, 5, 'Новогодние каникулы'), (1, 6, 'Новогодние каникулы'),
      (1, 7, 'Рождество Христово'), (1, 8, 'Новогодние каникулы'),
      (2, 23, 'День защитника Отечества'), (3, 8, 'Международный женский день'),
      (5, 1, 'Праздник Весны и Труда'), (5, 9, 'День Победы'),
      (6, 12, 'День России'), (11, 4, 'День народного единства')) as holiday (month, date, name)`.execute(db);
  await sql`
    insert into calendar_day (day, kind, name, act)
    select moved.day::date, moved.kind, moved.name, case moved.decreed
      when true then (select act from calendar_year where year = extract(year from moved.day::date))
      else 'часть вторая статьи 112 Трудового кодекса РФ' end
    from (values
      ('2024-04-27', 'working', 'рабочая суббота, выходной перенесён на 29 апреля', true),
      ('2024-04-29', 'day_off', 'выходной перенесён с субботы 27 апреля', true),
      ('2024-04-30', 'day_off', 'выходной перенесён с субботы 2 ноября', true),
      ('2024-05-10', 'day_off', 'выходной перенесён с субботы 6 января', true),
      ('2024-11-02', 'working', 'рабочая суббота, выходной перенесён на 30 апреля', true),
      ('2024-12-28', 'working', 'рабочая суббота, выходной перенесён на 30 декабря', true),
      ('2024-12-30', 'day_off', 'выходной перенесён с субботы 28 декабря', true),
      ('2024-12-31', 'day_off', 'выходной перенесён с воскресенья 7 января', true),
      ('2025-05-02', 'day_off', 'выходной перенесён с субботы 4 января', true),
      ('2025-05-08', 'day_off', 'выходной перенесён с воскресенья 23 февраля', true),
      ('2025-06-13', 'day_off', 'выходной перенесён с субботы 8 марта', true),
      ('2025-11-01', 'working', 'рабочая суббота, выходной перенесён на 3 ноября', true),
      ('2025-11-03', 'day_off', 'выходной перенесён с субботы 1 ноября', true),
      ('2025-12-31', 'day_off', 'выходной перенесён с воскресенья 5 января', true),
      ('2026-01-09', 'day_off', 'выходной перенесён с субботы 3 января', true),
      ('2026-03-09', 'day_off', 'выходной перенесён с воскресенья 8 марта', false),
      ('2026-05-11', 'day_off', 'выходной перенесён с субботы 9 мая', false),
      ('2026-12-31', 'day_off', 'выходной перенесён с воскресенья 4 января', true),
      ('2027-05-03', 'day_off', 'выходной перенесён с субботы 1 мая', false),
      ('2027-05-10', 'day_off', 'выходной перенесён с воскресенья 9 мая', false),
      ('2027-06-14', 'day_off', 'выходной перенесён с субботы 12 июня', false)
    ) as moved (day, kind, name, decreed)`.execute(db);
}
