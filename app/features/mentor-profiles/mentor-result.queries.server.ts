import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { fullName } from '../people/person-name.ts';
import { resultKind } from './mentor-result.ts';

/** The most results of one mentor a page shows. */
const MOST_RESULTS = 100;

/**
 * Results of a mentor, the newest first: all of them, or only those that count. The caller has asked whether the actor
 * may see the profile.
 */
export async function listResults(ctx: Context, personId: Id, which: 'all' | 'counting') {
  const rows = await ctx.db
    .selectFrom('mentorResult')
    .select(['mentorResult.id', 'mentorResult.kind', 'mentorResult.title', 'mentorResult.year', 'mentorResult.measure'])
    .select(['mentorResult.valueBefore', 'mentorResult.valueAfter', 'mentorResult.evidenceLink'])
    .select(['mentorResult.evidencePaper', 'mentorResult.confirmedOn', 'mentorResult.withdrawnOn'])
    .select([
      within(ctx, 'mentorResult.confirm').as('canConfirm'),
      within(ctx, 'mentorResult.withdraw').as('canWithdraw'),
    ])
    .where('mentorResult.personId', '=', personId)
    .$if(which === 'counting', (query) =>
      query.where('mentorResult.confirmedOn', 'is not', null).where('mentorResult.withdrawnOn', 'is', null),
    )
    .orderBy('mentorResult.year', 'desc')
    .orderBy('mentorResult.id', 'desc')
    .limit(MOST_RESULTS)
    .execute();
  return rows.map((row) => ({ ...row, kind: resultKind(row.kind) }));
}

/** One result for the page that confirms or withdraws it. Throws NotFound where the actor may not. */
export async function findResult(ctx: Context, id: Id, permission: 'mentorResult.confirm' | 'mentorResult.withdraw') {
  const row = await ctx.db
    .selectFrom('mentorResult')
    .innerJoin('person', 'person.id', 'mentorResult.personId')
    .select(['mentorResult.id', 'mentorResult.personId', 'mentorResult.kind', 'mentorResult.title'])
    .select(['mentorResult.year', 'mentorResult.measure', 'mentorResult.valueBefore', 'mentorResult.valueAfter'])
    .select(['mentorResult.evidenceLink', 'mentorResult.evidencePaper', 'mentorResult.version'])
    .select(['mentorResult.confirmedOn', 'mentorResult.withdrawnOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentorResult.id', '=', id)
    .where(within(ctx, permission))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorResult');
  const { lastName, firstName, middleName, kind, ...result } = row;
  return { ...result, kind: resultKind(kind), name: fullName({ lastName, firstName, middleName }) };
}
