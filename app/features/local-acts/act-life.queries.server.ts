import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';

const MOST_PEOPLE = 300;

/** People of the organisation who may be asked about a text: they can sign in, and are neither its author nor its signer. */
export function reviewerQuery(ctx: Context, act: { unitId: Id; authorId: Id; values: { signerId: Id } }) {
  return ctx.db
    .selectFrom('person')
    .innerJoin('account', 'account.personId', 'person.id')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(
      sql<boolean>`exists (select 1 from employment work where work.person_id = person.id and work.unit_id = ${act.unitId}
        and work.started_on <= ${ctx.today}::date and (work.ended_on is null or work.ended_on >= ${ctx.today}::date))`,
    )
    .where('person.id', 'not in', [act.authorId, act.values.signerId])
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_PEOPLE);
}

/** Whom the author may ask, as choices of a form. */
export async function listReviewers(ctx: Context, act: { unitId: Id; authorId: Id; values: { signerId: Id } }) {
  const rows = await reviewerQuery(ctx, act).execute();
  return rows.map(({ id, ...name }) => ({ value: id, text: shortName(name) }));
}

/** Who was asked about the text as it stands and what each answered, in order of names. */
export async function listReviews(ctx: Context, act: { id: Id; documentHash: string }) {
  const rows = await ctx.db
    .selectFrom('actReview')
    .innerJoin('person', 'person.id', 'actReview.personId')
    .select(['actReview.personId', 'actReview.answer', 'actReview.comment', 'actReview.answeredAt'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('actReview.actId', '=', act.id)
    .where('actReview.documentHash', '=', act.documentHash)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, answeredAt, ...row }) => ({
    ...row,
    name: shortName({ lastName, firstName, middleName }),
    answeredOn: answeredAt && dayOf(answeredAt, ctx.timeZone),
  }));
}

/** What council and union said of the text as it stands. */
export async function listOpinions(ctx: Context, act: { id: Id; documentHash: string }) {
  return ctx.db
    .selectFrom('actOpinion')
    .select(['body', 'outcome', 'number', 'heldOn', 'note'])
    .where('actId', '=', act.id)
    .where('documentHash', '=', act.documentHash)
    .orderBy('body')
    .limit(2)
    .execute();
}

/** How many are to read the act and how many have. */
export async function countAcquainted(ctx: Context, actId: Id): Promise<{ all: number; read: number }> {
  const row = await ctx.db
    .selectFrom('actAcquaintance')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('acquaintedOn', 'is not', null).as('read'),
    ])
    .where('actId', '=', actId)
    .executeTakeFirstOrThrow();
  return { all: row.all, read: row.read };
}

/** Whether the actor is to read the act and has not said so. */
export async function isToRead(ctx: Context, actId: Id): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('actAcquaintance')
    .select('id')
    .where('actId', '=', actId)
    .where('acquaintedOn', 'is', null)
    .where(within(ctx, 'acquaintance.confirm'))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the actor is asked about the text as it stands and has not answered. */
export async function isToReview(ctx: Context, act: { id: Id; documentHash: string }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('actReview')
    .select('id')
    .where('actId', '=', act.id)
    .where('documentHash', '=', act.documentHash)
    .where('answer', 'is', null)
    .where(within(ctx, 'review.answer'))
    .executeTakeFirst();
  return row !== undefined;
}

/** The versions beside an act: the one it replaces and the one that replaces it, with their numbers. */
export async function listVersions(ctx: Context, act: { id: Id; supersedesId: Id | null }) {
  const rows = await ctx.db
    .selectFrom('localAct')
    .select(['localAct.id', 'localAct.state', 'localAct.number', 'localAct.registeredOn', 'localAct.supersedesId'])
    .where(within(ctx, 'act.read'))
    .where((eb) => eb.or([eb('localAct.supersedesId', '=', act.id), eb('localAct.id', '=', act.supersedesId)]))
    .where('localAct.state', '<>', 'cancelled')
    .orderBy('localAct.createdAt')
    .orderBy('localAct.id')
    .limit(10)
    .execute();
  return rows.map(({ supersedesId, ...row }) => ({ ...row, isNewer: supersedesId === act.id }));
}

/** The signature of an approved act: how, when, by which certificate; null while it is awaited. */
export async function findOptionalSignature(ctx: Context, actId: Id) {
  const row = await ctx.db
    .selectFrom('actSignature')
    .select(['kind', 'signedOn', 'fileId', 'certificateHolder', 'certificateIssuer', 'certificateSerial'])
    .select(['certificateFrom', 'certificateTo'])
    .where('actId', '=', actId)
    .executeTakeFirst();
  if (!row) return null;
  const { certificateFrom, certificateTo, ...signature } = row;
  const on = (moment: string | null): Day | null => moment && dayOf(moment, ctx.timeZone);
  return { ...signature, validFrom: on(certificateFrom), validTo: on(certificateTo) };
}

/** Since when the act stands on the public page; null when it does not. */
export async function findPublishedOn(ctx: Context, actId: Id): Promise<Day | null> {
  const row = await ctx.db
    .selectFrom('actPublication')
    .select('publishedAt')
    .where('actId', '=', actId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row ? dayOf(row.publishedAt, ctx.timeZone) : null;
}
