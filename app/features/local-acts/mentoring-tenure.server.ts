import type { Context } from '#app/core/context.server.ts';
import { addDays, addYears, daysBetween, fullYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { fullName, type PersonName } from '../people/person-name.ts';
import { defaultWords } from './act-fields.text.ts';
import type { TemplateRow } from './template-document.ts';

/** The mentorships a person has led at an organisation, for a certificate. */
export interface HeldMentoring {
  rows: TemplateRow[];
  periods: { from: Day; to: Day }[];
  closed: number;
}

/** Mentorships that came into force with this person as mentor, oldest first, at most 200. */
export async function mentoringOf(tx: Context, unitId: Id, personId: Id): Promise<HeldMentoring> {
  const rows = await tx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as his', 'his.mentorshipId', 'mentorship.id')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .leftJoin('localActMentorship', 'localActMentorship.mentorshipId', 'mentorship.id')
    .leftJoin('localAct', (join) =>
      join.onRef('localAct.id', '=', 'localActMentorship.actId').on('localAct.number', 'is not', null),
    )
    .distinctOn(['mentorship.startedOn', 'mentorship.id'])
    .select(['mentorship.id', 'mentorship.state', 'mentoringForm.name as form', 'mentorship.finishedOn'])
    .select(['his.startedOn as from', 'his.endedOn as to', 'localAct.number', 'localAct.registeredOn'])
    .where('mentorship.unitId', '=', unitId)
    .where('his.personId', '=', personId)
    .where('his.side', '=', 'mentor')
    .where('mentorship.activatedAt', 'is not', null)
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .orderBy('localAct.approvedAt', 'desc')
    .limit(200)
    .execute();
  const mentees = await menteesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => ({
      mentee: (mentees.get(row.id) ?? []).map(fullName).join(', '),
      form: row.form,
      period: defaultWords.period(row.from, lastDay(row)),
      order: row.number && row.registeredOn ? defaultWords.byOrderShort(row.number, row.registeredOn) : '—',
    })),
    periods: rows.map((row) => ({ from: row.from, to: lastDay(row) })),
    closed: rows.filter(({ state }) => state === 'closed').length,
  };
}

function lastDay({ to, finishedOn }: { to: Day; finishedOn: Day | null }): Day {
  return finishedOn !== null && finishedOn < to ? finishedOn : to;
}

async function menteesOf(tx: Context, mentorshipIds: Id[]): Promise<Map<Id, PersonName[]>> {
  if (mentorshipIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .select(['mentorshipMember.mentorshipId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorshipMember.mentorshipId', 'in', mentorshipIds)
    .where('mentorshipMember.side', '=', 'mentee')
    .orderBy('person.searchName')
    .orderBy('person.id')
    .execute();
  const found = new Map<Id, PersonName[]>();
  for (const row of rows) found.set(row.mentorshipId, [...(found.get(row.mentorshipId) ?? []), row]);
  return found;
}

/** Days on which somebody was a mentor up to a day: overlapping mentorships count once. Source: DOMAIN 2.4. */
export function tenureDays(periods: readonly { from: Day; to: Day }[], today: Day): number {
  let days = 0;
  let counted: Day | null = null;
  for (const { from, to } of [...periods].sort((left, right) => (left.from < right.from ? -1 : 1))) {
    const first = counted !== null && counted >= from ? addDays(counted, 1) : from;
    const last = to > today ? today : to;
    if (last < first) continue;
    days += daysBetween(first, last) + 1;
    counted = last;
  }
  return days;
}

/** Full years of mentoring the decoration «For mentoring» asks for. Source: decree 94; DOMAIN 2.4, DT-27. */
export const YEARS_FOR_DECORATION = 5;

/**
 * The recorded tenure in words where it is less than the decoration asks for: the rest has to be shown by papers from
 * before the records began. Null where it is enough.
 */
export async function findShortTenure(ctx: Context, unitId: Id, personId: Id): Promise<string | null> {
  const held = await mentoringOf(ctx, unitId, personId);
  const days = tenureDays(held.periods, ctx.today);
  return fullYears(addDays(ctx.today, -days), ctx.today) < YEARS_FOR_DECORATION ? tenureWordsOf(held, ctx.today) : null;
}

/** The tenure in years and days. */
export function tenureWordsOf({ periods }: HeldMentoring, today: Day): string {
  const days = tenureDays(periods, today);
  const since = addDays(today, -days);
  const years = fullYears(since, today);
  return defaultWords.tenure(years, daysBetween(addYears(since, years), today));
}
