import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { needsOrder } from '../mentorships/mentorship.ts';
import { SET_ITEMS, type SetFacts, type SetItem, type SetState, setState } from './act-set.ts';

const KINDS = ['introduction_order', 'regulation', 'road_map', 'assignment_order'];

/** How each document of the set stands in a unit whose papers the actor keeps. */
export async function findSet(ctx: Context, unitId: Id): Promise<{ item: SetItem; state: SetState }[]> {
  const [acts, pairs] = await Promise.all([actsOf(ctx, unitId), pairsOf(ctx, unitId)]);
  const wanting: Partial<Record<SetItem, number>> = {
    assignment_order: pairs.filter(({ hasOrder, kindCode }) => !hasOrder && needsOrder(kindCode)).length,
    programme: pairs.filter(({ hasProgramme }) => !hasProgramme).length,
  };
  return SET_ITEMS.map((item) => {
    const own = acts.filter(({ kind }) => kind === item);
    const current = own.find(({ isInForce }) => isInForce);
    const facts: SetFacts = {
      inForce: current?.inForceOn ? { id: current.id, since: current.inForceOn } : null,
      inWork: own.find(({ state }) => state !== 'approved')?.id ?? null,
      wanting: wanting[item] ?? 0,
    };
    return { item, state: setState(item, facts, ctx.today) };
  });
}

function actsOf(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('localAct')
    .select(['localAct.id', 'localAct.kind', 'localAct.state', 'localAct.inForceOn'])
    .select(
      sql<boolean>`(local_act.state = 'approved' and local_act.in_force_on <= ${ctx.today}::date
        and (local_act.ended_on is null or local_act.ended_on >= ${ctx.today}::date))`.as('isInForce'),
    )
    .where(within(ctx, 'act.edit'))
    .where('localAct.unitId', '=', unitId)
    .where('localAct.kind', 'in', KINDS)
    .where('localAct.state', '<>', 'cancelled')
    .orderBy('localAct.inForceOn', (order) => order.desc().nullsLast())
    .orderBy('localAct.id', 'desc')
    .limit(1000)
    .execute();
}

function pairsOf(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('mentorship')
    .select('mentorship.kindCode')
    .select([
      sql<boolean>`exists (select 1 from local_act_mentorship named join local_act ordered on ordered.id = named.act_id
        where named.mentorship_id = mentorship.id and ordered.state = 'approved')`.as('hasOrder'),
      sql<boolean>`exists (select 1 from programme plan where plan.mentorship_id = mentorship.id
        and plan.state = 'approved')`.as('hasProgramme'),
    ])
    .where(within(ctx, 'mentorship.papers'))
    .where('mentorship.unitId', '=', unitId)
    .where('mentorship.state', 'in', ['consented', 'active'])
    .orderBy('mentorship.id')
    .limit(2000)
    .execute();
}
