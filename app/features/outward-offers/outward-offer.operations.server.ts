import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { weigh } from '../mentor-choice/suggestions.server.ts';
import { curatorsOf } from '../mentor-choice/told-of-request.server.ts';
import { type LockedRequest, lockedRequest } from '../mentoring-requests/locked-request.server.ts';
import type { Format, RemoteReason } from '../mentoring-requests/mentoring-request.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { isFarFrom, listAgreementsBetween } from './outward-offer.queries.server.ts';
import { ruleAgainstDistance } from './outward-offer.ts';

/** Terms of an outward offer. */
export interface OutwardTerms {
  mentorId: Id;
  agreementId: Id;
  format: Format;
  remoteReason: RemoteReason | null;
}

/**
 * The municipal coordinator offers a mentor of another organisation upon a request that went outside; the mentor and the
 * curators of his home organisation are asked. Throws NotFound; RuleBroken with a code of `OutwardRule`. Source: 002-2, 000-2.
 */
export async function offerFromOutside(ctx: Context, requestId: Id, terms: OutwardTerms): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, requestId);
    await assertCan(tx, 'request.offer', requestId);
    const mentor = await openMentor(tx, request, terms.mentorId);
    const { result } = await weigh(tx, request, [mentor.id]);
    if (result.ranked.length === 0) throw new RuleBroken('mentor-not-suitable');
    const refusal = ruleAgainstDistance(terms, await isFarFrom(tx, request.unitId, mentor.unitId));
    if (refusal) throw new RuleBroken(refusal, refusal === 'far-needs-distance' ? 'format' : 'remoteReason');
    const agreements = await listAgreementsBetween(tx, request.unitId, mentor.unitId);
    if (!agreements.some(({ id }) => id === terms.agreementId)) throw new RuleBroken('no-agreement', 'agreementId');
    const id = newId();
    const { unitId, regionId } = request;
    const place = { unitId, regionId, mentorUnitId: mentor.unitId };
    await tx.db
      .insertInto('outwardOffer')
      .values({ id, requestId, ...place, ...terms, offeredBy: personOf(tx), offeredOn: tx.today, createdAt: tx.now })
      .execute();
    const line = { objectKind: 'outwardOffer', objectId: id, unitId, regionId, personId: request.personId };
    await journal(tx, { act: 'offerFromOutside', ...line, after: { isOffered: true } });
    const curators = await curatorsOf(tx, mentor.unitId);
    await notifyAll(tx, [
      { personId: mentor.id, kind: 'outward-asked', path: paths.outwardAnswer(id) },
      ...curators.map((personId) => ({ personId, kind: 'outward-home' as const, path: paths.outwardHome(id) })),
    ]);
    return { id };
  });
}

/** The mentor, when he opened himself outside within the coordinator's reach and works elsewhere. Throws NotFound; RuleBroken `mentor-not-open`. */
async function openMentor(tx: Context, request: LockedRequest, mentorId: Id): Promise<{ id: Id; unitId: Id }> {
  const row = await tx.db
    .selectFrom('person')
    .leftJoin('mentorProfile', (join) =>
      join.onRef('mentorProfile.personId', '=', 'person.id').onRef('mentorProfile.unitId', '=', 'person.unitId'),
    )
    .select(['person.id', 'person.unitId', 'mentorProfile.isOpenOutside'])
    .where('person.id', '=', mentorId)
    .where('person.unitId', '<>', request.unitId)
    .where(within(tx, 'matching.run'))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  if (!row.isOpenOutside) throw new RuleBroken('mentor-not-open');
  return row;
}
