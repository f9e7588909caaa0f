import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { oneOf, REQUEST_STATES, type RequestState, ruleAgainstChanging } from './mentoring-request.ts';

/** A request held for the length of the transaction. */
export interface LockedRequest {
  id: Id;
  personId: Id;
  unitId: Id;
  regionId: Id | null;
  state: RequestState;
  openedOn: Day;
  outwardOn: Day | null;
  version: number;
}

/** The request, locked: edits, asks and what comes of it wait for each other. Throws NotFound. */
export async function lockedRequest(tx: Context, id: Id): Promise<LockedRequest> {
  const row = await tx.db
    .selectFrom('mentoringRequest')
    .select(['id', 'personId', 'unitId', 'regionId', 'state', 'openedOn', 'outwardOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  return { ...row, state: oneOf(REQUEST_STATES, row.state) };
}

/** Refuses an edit of another version, or of a request that is over. Throws StaleWrite, RuleBroken `request-not-open`. */
export function refuseChange(request: LockedRequest, version: number): void {
  const refusal = ruleAgainstChanging(request.state);
  if (refusal) throw new RuleBroken(refusal);
  if (request.version !== version) throw new StaleWrite({ version: String(request.version) });
}

/** What the journal says of every act upon the request. */
export function requestLine({ id, unitId, regionId, personId }: LockedRequest) {
  return { objectKind: 'mentoringRequest', objectId: id, unitId, regionId, personId };
}
