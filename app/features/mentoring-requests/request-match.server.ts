import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** A mentorship is proposed: the mentee's open request has found its answer. Called inside that act, whoever the mentor is. */
export async function requestMatched(
  tx: Context,
  { menteeId, mentorshipId }: { menteeId: Id; mentorshipId: Id },
): Promise<void> {
  const matched = await tx.db
    .updateTable('mentoringRequest')
    .set((eb) => ({ state: 'matched', mentorshipId, closedOn: tx.today, version: eb('version', '+', 1) }))
    .where('personId', '=', menteeId)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  await closeOffers(
    tx,
    matched.map(({ id }) => id),
  );
}

/** Colleagues who were asked or offered themselves have nothing to answer any more. */
export async function closeOffers(tx: Context, requestIds: readonly Id[]): Promise<void> {
  if (requestIds.length === 0) return;
  await tx.db
    .updateTable('requestOffer')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('requestId', 'in', [...requestIds])
    .where('state', 'in', ['asked', 'accepted', 'volunteered'])
    .execute();
  await closeOutwardOffers(tx, requestIds);
}

/** What was offered from other organisations needs no answer any more. */
export async function closeOutwardOffers(tx: Context, requestIds: readonly Id[]): Promise<void> {
  await tx.db
    .updateTable('outwardOffer')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('requestId', 'in', [...requestIds])
    .where('state', 'in', ['offered', 'agreed'])
    .execute();
}

/** Whether this mentor of another organisation and his home agreed to the mentee's open request. */
export async function isAgreedOutside(ctx: Context, pair: { menteeId: Id; mentorId: Id }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('outwardOffer')
    .innerJoin('mentoringRequest', 'mentoringRequest.id', 'outwardOffer.requestId')
    .select('outwardOffer.id')
    .where('mentoringRequest.personId', '=', pair.menteeId)
    .where('mentoringRequest.state', '=', 'open')
    .where('outwardOffer.mentorId', '=', pair.mentorId)
    .where('outwardOffer.state', '=', 'agreed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * A proposal came to nothing: the request it answered is open again, unless the person has opened another since. The days
 * of looking inside go on counting from the first day.
 */
export async function requestReopened(tx: Context, mentorshipId: Id): Promise<void> {
  await tx.db
    .updateTable('mentoringRequest')
    .set((eb) => ({
      state: 'open',
      mentorshipId: null,
      closedOn: null,
      checkedOn: null,
      version: eb('version', '+', 1),
    }))
    .where('mentorshipId', '=', mentorshipId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mentoringRequest as later')
            .select('later.id')
            .whereRef('later.personId', '=', 'mentoringRequest.personId')
            .where('later.state', '=', 'open'),
        ),
      ),
    )
    .execute();
}
