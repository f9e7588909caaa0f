import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id, Moment } from '#db/schema.ts';
import { legalBasis, mentorshipState, needsOrder } from './mentorship.ts';
import type { PaperFacts } from './mentorship-papers.ts';

/**
 * What the papers of these mentorships are judged by, in a fixed number of reads however many there are, in the order
 * of the ids. The ids come from scoped reads or are asked about by the caller; missing ones are left out.
 */
export async function findPaperFacts(ctx: Context, ids: readonly Id[]): Promise<PaperFacts[]> {
  if (ids.length === 0) return [];
  const mentorships = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .leftJoin('regulationReference', (join) =>
      join
        .onRef('regulationReference.unitId', '=', 'mentorship.unitId')
        .on('regulationReference.startedOn', '<=', ctx.today)
        .on((eb) =>
          eb.or([eb('regulationReference.endedOn', 'is', null), eb('regulationReference.endedOn', '>=', ctx.today)]),
        ),
    )
    .select([
      'mentorship.id',
      'mentorship.state',
      'mentorship.legalBasis',
      'mentorship.kindCode',
      'mentorship.createdAt',
    ])
    .select('orgUnit.timeZone')
    .select(
      sql<Day | null>`coalesce(regulation_reference.started_on, (select act.in_force_on from local_act act
        where act.unit_id = mentorship.unit_id and act.kind = 'regulation' and act.state = 'approved'
          and act.in_force_on <= ${ctx.today}::date and (act.ended_on is null or act.ended_on >= ${ctx.today}::date)))`.as(
        'regulationSince',
      ),
    )
    .where('mentorship.id', 'in', ids)
    .execute();
  const [members, consents, terms, supplements, programmes, orders] = await Promise.all([
    membersOf(ctx, ids),
    consentsTo(ctx, ids),
    termsOf(ctx, ids),
    supplementsOf(ctx, ids),
    programmesOf(ctx, ids),
    ordersOf(ctx, ids),
  ]);
  const at = new Map(mentorships.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = at.get(id);
    if (!row) return [];
    const on = (moment: Moment) => dayOf(moment, row.timeZone);
    const own = <T extends { mentorshipId: Id }>(rows: readonly T[]) => rows.filter((one) => one.mentorshipId === id);
    const [programme] = own(programmes);
    const [order] = own(orders);
    return [
      {
        id,
        state: mentorshipState(row.state),
        legalBasis: legalBasis(row.legalBasis),
        needsOrder: needsOrder(row.kindCode),
        proposedOn: on(row.createdAt),
        members: own(members).map(({ personId, side }) => ({
          personId,
          side: side === 'mentor' ? ('mentor' as const) : ('mentee' as const),
        })),
        consents: own(consents),
        terms: own(terms).map(termsFacts(on)),
        supplements: own(supplements).map(({ createdAt, employeeSignedOn, employerSignedOn, ...one }) => ({
          ...one,
          drawnOn: on(createdAt),
          signedOn:
            employeeSignedOn === null || employerSignedOn === null
              ? null
              : ([employeeSignedOn, employerSignedOn].sort().at(-1) ?? null),
        })),
        programme: programme
          ? {
              isApproved: programme.state === 'approved',
              since: on(programme.approvedAt ?? programme.createdAt),
            }
          : null,
        order: order
          ? { id: order.id, isApproved: order.state === 'approved', since: order.registeredOn ?? on(order.createdAt) }
          : null,
        regulationSince: row.regulationSince,
      },
    ];
  });
}

type TermsRow = Awaited<ReturnType<typeof termsOf>>[number];

const termsFacts = (on: (moment: Moment) => string) => (row: TermsRow) => ({
  personId: row.personId,
  version: row.version,
  changedOn: on(row.changedAt),
  hasContent: row.content !== '',
  hasWork: row.workForm !== null,
  payKind: row.payKind,
  hasZeroPayGround: row.zeroPayOn !== null,
  hasJobDescription: row.jobDescription !== '',
});

function membersOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('mentorshipMember')
    .select(['mentorshipId', 'personId', 'side'])
    .where('mentorshipId', 'in', ids)
    .orderBy('startedOn')
    .orderBy('id')
    .execute();
}

function consentsTo(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('consent')
    .select(['mentorshipId', 'personId', 'answeredOn'])
    .where('mentorshipId', 'in', ids)
    .where('answer', '=', 'given')
    .orderBy('id')
    .execute();
}

function termsOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('mentorshipTerms')
    .select(['mentorshipId', 'personId', 'version', 'changedAt', 'content', 'workForm', 'payKind', 'zeroPayOn'])
    .select('jobDescription')
    .where('mentorshipId', 'in', ids)
    .orderBy('id')
    .execute();
}

function supplementsOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('contractSupplement')
    .select(['id', 'mentorshipId', 'personId', 'termsVersion', 'createdAt', 'employeeSignedOn', 'employerSignedOn'])
    .where('mentorshipId', 'in', ids)
    .where('state', '<>', 'annulled')
    .orderBy('id')
    .execute();
}

function programmesOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('programme')
    .select(['mentorshipId', 'state', 'approvedAt', 'createdAt'])
    .where('mentorshipId', 'in', ids)
    .execute();
}

function ordersOf(ctx: Context, ids: readonly Id[]) {
  return ctx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select(['localActMentorship.mentorshipId', 'localAct.id', 'localAct.state', 'localAct.registeredOn'])
    .select('localAct.createdAt')
    .where('localActMentorship.mentorshipId', 'in', ids)
    .where('localAct.state', '<>', 'cancelled')
    .where('localAct.kind', '=', 'assignment_order')
    .orderBy('localAct.createdAt', 'desc')
    .orderBy('localAct.id')
    .execute();
}
