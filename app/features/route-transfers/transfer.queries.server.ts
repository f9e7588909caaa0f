import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { EARLY_REASONS, PAUSE_REASONS } from './move.ts';

const TRANSFER_STATES = ['pending', 'done', 'kept'] as const;

/** How a transfer stands. */
export type TransferState = (typeof TRANSFER_STATES)[number];

function transfers(ctx: Context) {
  return ctx.db
    .selectFrom('routeTransfer')
    .innerJoin('person', 'person.id', 'routeTransfer.personId')
    .innerJoin('orgUnit as goes', 'goes.id', 'routeTransfer.unitId')
    .innerJoin('orgUnit as leaves', 'leaves.id', 'routeTransfer.fromUnitId')
    .innerJoin('orgUnit as toCentre', 'toCentre.id', 'routeTransfer.centreId')
    .innerJoin('orgUnit as fromCentre', 'fromCentre.id', 'routeTransfer.fromCentreId')
    .select(['routeTransfer.id', 'routeTransfer.routeId', 'routeTransfer.state', 'routeTransfer.proposedOn'])
    .select(['routeTransfer.decidedOn', 'routeTransfer.version', 'goes.shortName as toUnit'])
    .select(['leaves.shortName as fromUnit', 'toCentre.shortName as toCentre', 'fromCentre.shortName as fromCentre']);
}

/** Transfers into and out of the actor's region, those that wait first; people by name while they are in reach. */
export async function listTransfers(ctx: Context, page: number) {
  const rows = await transfers(ctx)
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select([within(ctx, 'person.read').as('seesName'), sql<number>`count(*) over ()`.as('found')])
    .select(
      sql<boolean>`exists (select 1 from educational_route where educational_route.id = route_transfer.route_id
        and ${within(ctx, 'route.read')})`.as('seesRoute'),
    )
    .where(within(ctx, 'routeTransfer.oversee'))
    .orderBy(sql`route_transfer.state = 'pending'`, 'desc')
    .orderBy('routeTransfer.proposedOn', 'desc')
    .orderBy('routeTransfer.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return {
    total: rows[0]?.found ?? 0,
    transfers: rows.map(({ lastName, firstName, middleName, seesName, seesRoute, found: _, routeId, ...row }) => ({
      ...row,
      state: transferState(row.state),
      name: seesName ? shortName({ lastName, firstName, middleName }) : null,
      routeId: seesRoute ? routeId : null,
    })),
  };
}

/** A transfer as its owner decides about it. Throws NotFound. */
export async function findOwnTransfer(ctx: Context, id: Id) {
  const row = await transfers(ctx)
    .where('routeTransfer.id', '=', id)
    .where(within(ctx, 'routeTransfer.decide'))
    .executeTakeFirst();
  if (!row) throw new NotFound('transfer');
  return { ...row, state: transferState(row.state) };
}

/** What has happened to a route besides its content: pauses, transfers, tutors, the early end. Throws NotFound. */
export async function findRouteLife(ctx: Context, routeId: Id) {
  const route = await ctx.db
    .selectFrom('educationalRoute')
    .select(['educationalRoute.id', 'educationalRoute.state', 'educationalRoute.startedOn', 'educationalRoute.version'])
    .select(['educationalRoute.endedOn', within(ctx, 'route.edit').as('isOwner')])
    .where('educationalRoute.id', '=', routeId)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!route) throw new NotFound('route');
  const [pauses, moves, end] = await Promise.all([
    ctx.db
      .selectFrom('routePause')
      .select(['id', 'reason', 'startedOn', 'expectedUntil', 'endedOn', 'shiftedDays'])
      .where('routeId', '=', routeId)
      .orderBy('startedOn', 'desc')
      .orderBy('id')
      .limit(50)
      .execute(),
    transfers(ctx)
      .where('routeTransfer.routeId', '=', routeId)
      .orderBy('routeTransfer.proposedOn', 'desc')
      .limit(50)
      .execute(),
    ctx.db
      .selectFrom('routeEarlyEnd')
      .select(['reason', 'reflection', 'endedOn'])
      .where('routeId', '=', routeId)
      .executeTakeFirst(),
  ]);
  const { isOwner, state, ...dates } = route;
  return {
    route: { ...dates, isOwner: Boolean(isOwner), isActive: state === 'active' },
    pauses: pauses.map((pause) => ({ ...pause, reason: known(PAUSE_REASONS, pause.reason) })),
    transfers: moves.map(({ routeId: _, version: __, ...row }) => ({ ...row, state: transferState(row.state) })),
    end: end ? { ...end, reason: known(EARLY_REASONS, end.reason) } : null,
  };
}

function transferState(word: string): TransferState {
  return known(TRANSFER_STATES, word);
}

function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word);
  if (!found) throw new Error(`unknown word of a move: ${word}`);
  return found;
}
