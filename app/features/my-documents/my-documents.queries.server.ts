import { sql } from 'kysely';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { membersOpposite, namesOf } from '../mentorships/mentorship-sides.server.ts';
import type { OwnDocument } from './my-document.ts';
import { myDocumentsText } from './my-documents.text.ts';

/** One page of the actor's documents of every kind, the latest first. Every row names the actor. */
export async function listOwnDocuments(ctx: Context, page: number): Promise<OwnDocument[]> {
  const { rows } = await sql<OwnDocument>`
    select kind, id, mentorship_id, about, state, "on", is_live from (${ownDocuments(ctx, personOf(ctx))}) paper
    order by "on" desc, is_live desc, id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
  `.execute(ctx.db);
  return rows;
}

/** How many there are. */
export async function countOwnDocuments(ctx: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${ownDocuments(ctx, personOf(ctx))}) paper`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** Names of the other side of a mentorship, as the person met them. */
const others = (mentorship: string, me: Id) => sql`coalesce((
  select string_agg(distinct concat_ws(' ', who.last_name, left(who.first_name, 1) || '.', left(who.middle_name, 1) || '.'), ', ')
  from mentorship_member mine join mentorship_member other
    on other.mentorship_id = mine.mentorship_id and other.side <> mine.side
      and other.started_on <= mine.ended_on and other.ended_on >= mine.started_on
  join person who on who.id = other.person_id
  where mine.mentorship_id = ${sql.ref(mentorship)} and mine.person_id = ${me}), '')`;

function ownDocuments(ctx: Context, me: Id) {
  return sql`
    select 'participation' as kind, consent.id, consent.mentorship_id, ${others('consent.mentorship_id', me)} as about,
      case when pair.state in ('proposed', 'consented', 'active') then 'given' else 'over' end as state,
      consent.answered_on as "on",
      pair.state = 'active' and exists (select 1 from mentorship_member still
        where still.mentorship_id = pair.id and still.person_id = ${me} and still.ended_on >= ${ctx.today}::date) as is_live
    from consent join mentorship pair on pair.id = consent.mentorship_id
    where consent.person_id = ${me} and consent.answer = 'given'
    union all
    select 'personalConsent', id, null, purpose, coalesce(end_kind, 'given'), given_on, ended_on is null
    from personal_consent where person_id = ${me}
    union all
    select 'guardianConsent', id, mentorship_id, guardian_name, case when withdrawn_on is null then 'given' else 'withdrawn' end,
      consented_on, false
    from guardian_consent where person_id = ${me}
    union all
    select 'supplement', id, mentorship_id, ${others('contract_supplement.mentorship_id', me)}, state,
      coalesce(employee_signed_on, (created_at at time zone ${ctx.timeZone})::date), false
    from contract_supplement where person_id = ${me} and state <> 'annulled'
    union all
    select 'membership', id, mentorship_id, '', 'given', answered_on, false
    from membership_change where person_id = ${me} and state in ('consented', 'done') and answered_on is not null
    union all
    select 'notice', id, mentorship_id, ${others('mentorship_notice.mentorship_id', me)},
      case when withdrawn_at is null then 'given' else 'withdrawn' end, given_on, false
    from mentorship_notice where person_id = ${me}
    union all
    select 'order', act.id, null, concat(act.heading, ' № ', act.number), 'approved', act.registered_on, false
    from local_act act where act.state = 'approved' and act.registered_on is not null and exists (
      select 1 from local_act_mentorship named join mentorship_member side on side.mentorship_id = named.mentorship_id
      where named.act_id = act.id and side.person_id = ${me})
    union all
    select 'acquaintance', act.id, null, concat(act.heading, ' № ', act.number), 'read', reader.acquainted_on, false
    from act_acquaintance reader join local_act act on act.id = reader.act_id
    where reader.person_id = ${me} and reader.acquainted_on is not null`;
}

/** What waits for the actor: proposals, invitations into a mentorship in force, acts to read; the nearest first. */
export async function listAwaited(ctx: Context): Promise<{ key: Id; href: string; title: string; why: string }[]> {
  const me = personOf(ctx);
  const [proposals, invitations, toRead] = await Promise.all([
    ctx.db
      .selectFrom('mentorship')
      .innerJoin('mentorshipMember as mine', 'mine.mentorshipId', 'mentorship.id')
      .leftJoin('consent', (join) =>
        join.onRef('consent.mentorshipId', '=', 'mentorship.id').onRef('consent.personId', '=', 'mine.personId'),
      )
      .select(['mentorship.id', membersOpposite(ctx).as('others')])
      .where('mine.personId', '=', me)
      .where('mentorship.state', '=', 'proposed')
      .where('consent.id', 'is', null)
      .orderBy('mentorship.startedOn')
      .orderBy('mentorship.id')
      .limit(PAGE_SIZE)
      .execute(),
    ctx.db
      .selectFrom('membershipChange')
      .select('id')
      .where('personId', '=', me)
      .where('state', '=', 'proposed')
      .orderBy('startedOn')
      .orderBy('id')
      .limit(PAGE_SIZE)
      .execute(),
    ctx.db
      .selectFrom('actAcquaintance')
      .innerJoin('localAct', 'localAct.id', 'actAcquaintance.actId')
      .select(['localAct.id', 'localAct.heading'])
      .where('actAcquaintance.personId', '=', me)
      .where('actAcquaintance.acquaintedOn', 'is', null)
      .where('localAct.state', '=', 'approved')
      .orderBy('actAcquaintance.createdAt')
      .orderBy('actAcquaintance.id')
      .limit(PAGE_SIZE)
      .execute(),
  ]);
  return [
    ...proposals.map((row) => ({
      key: row.id,
      href: paths.mentorshipConsent(row.id),
      title: myDocumentsText.proposal(namesOf(row.others)),
      why: myDocumentsText.waitsWhy,
    })),
    ...invitations.map(({ id }) => ({
      ...{
        key: id,
        href: paths.membershipChange(id),
        title: myDocumentsText.invitation,
        why: myDocumentsText.waitsWhy,
      },
    })),
    ...toRead.map(({ id, heading }) => ({
      ...{
        key: id,
        href: paths.actAcquaint(id),
        title: myDocumentsText.toRead(heading),
        why: myDocumentsText.toReadWhy,
      },
    })),
  ];
}
