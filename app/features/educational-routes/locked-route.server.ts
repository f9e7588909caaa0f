import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type RouteState, routeState } from './route.ts';

/** A route held for the length of the transaction. */
export interface LockedRoute {
  id: Id;
  personId: Id;
  unitId: Id;
  regionId: Id | null;
  centreId: Id;
  years: number;
  startedOn: Day;
  endedOn: Day;
  targetImage: string;
  state: RouteState;
  version: number;
}

/** The route's row, locked: acts upon one route, its positions, tutors and steps wait for each other. Throws NotFound. */
export async function lockedRoute(tx: Context, id: Id): Promise<LockedRoute> {
  const row = await tx.db
    .selectFrom('educationalRoute')
    .select(['id', 'personId', 'unitId', 'regionId', 'centreId', 'years', 'startedOn', 'endedOn'])
    .select(['targetImage', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('route');
  return { ...row, state: routeState(row.state) };
}

/** A step with its route, both locked, the route first. Throws NotFound. */
export async function lockedStep(tx: Context, stepId: Id) {
  const found = await tx.db.selectFrom('routeStep').select('routeId').where('id', '=', stepId).executeTakeFirst();
  if (!found) throw new NotFound('step');
  const route = await lockedRoute(tx, found.routeId);
  const step = await tx.db
    .selectFrom('routeStep')
    .select(['id', 'kind', 'areaCode', 'title', 'expectedProduct', 'startedOn', 'dueOn', 'closedOn', 'tutorNote'])
    .select(['deficitId', 'goal', 'alternatives', 'choiceReason', 'organisation', 'registerNumber', 'hours'])
    .select(['presentationForm', 'presentationLevel', 'presentationPlace', 'presentedOn', 'reviewState', 'version'])
    .where('id', '=', stepId)
    .executeTakeFirstOrThrow();
  return { route, step };
}

/** Refuses acts upon a route that is over. Throws RuleBroken `route-not-active`. */
export function assertActive(route: LockedRoute): void {
  if (route.state !== 'active') throw new RuleBroken('route-not-active');
}

/** Refuses a form opened at an older version, showing what stands there now. Throws StaleWrite. */
export function assertFresh(row: { version: number }, version: number, theirs: Record<string, string> = {}): void {
  if (row.version !== version) throw new StaleWrite({ ...theirs, version: String(row.version) });
}

/** One journal line about a route or a part of it; texts of the owner are named, not copied. */
export async function journalRoute(
  tx: Context,
  act: string,
  route: Pick<LockedRoute, 'id' | 'unitId' | 'regionId' | 'personId'>,
  change: { after: Record<string, unknown>; before?: Record<string, unknown>; stepId?: Id },
): Promise<void> {
  const { id, unitId, regionId, personId } = route;
  const { stepId, ...values } = change;
  const object = stepId
    ? { objectKind: 'route_step', objectId: stepId }
    : { objectKind: 'educational_route', objectId: id };
  await journal(tx, { act, ...object, unitId, regionId, personId, ...values });
}
