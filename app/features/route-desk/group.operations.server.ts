import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journalAll } from '../journal/journal.operations.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { findOptionalOpenOffer } from '../offers/offer.queries.server.ts';
import type { Area } from '../people/competence-area.ts';
import { MOST_IN_GROUP } from './desk.ts';
import { previewGroup } from './group.queries.server.ts';

/** One offer for several routes. */
export interface GroupPlan {
  offerId: Id;
  area: Area;
  startsOn: Day;
  dueOn: Day;
  expectedProduct: string;
  routeIds: readonly Id[];
}

/** Refuses an empty or too large group, and days in the wrong order. Throws RuleBroken. */
export function assertGroup(plan: Pick<GroupPlan, 'routeIds' | 'startsOn' | 'dueOn'>): void {
  if (plan.routeIds.length === 0) throw new RuleBroken('group-empty', 'routeIds');
  if (plan.routeIds.length > MOST_IN_GROUP) throw new RuleBroken('group-too-large', 'routeIds');
  if (plan.dueOn < plan.startsOn) throw new RuleBroken('plan-due-before-start', 'dueOn');
}

/**
 * Proposes one offer to up to twenty routes at once; whom it does not fit is passed over, and each owner decides for
 * himself. Throws NotFound for a route of another tutor, RuleBroken `group-empty`, `group-too-large`,
 * `group-offer-closed`, `group-nobody-fits`, `plan-due-before-start`. Source: 002-14, USERS 2.
 */
export async function proposeToGroup(
  ctx: Context,
  plan: GroupPlan,
  onceKey: string | null = null,
): Promise<{ id: Id; proposed: number }> {
  return transact(ctx, async (tx) => {
    assertGroup(plan);
    const locked = await lockedRoutes(tx, plan.routeIds);
    const preview = await previewGroup(tx, plan);
    return once(tx, onceKey, plan, async () => {
      const offer = await findOptionalOpenOffer(tx, plan.offerId);
      if (!offer) throw new RuleBroken('group-offer-closed', 'offerId');
      const fitting = preview.filter(({ refusal }) => refusal === null);
      const [first] = locked;
      if (fitting.length === 0 || !first) throw new RuleBroken('group-nobody-fits', 'routeIds');
      const id = newId();
      const { offerId, area, startsOn, dueOn, expectedProduct } = plan;
      const place = { unitId: first.centreId, regionId: first.regionId };
      const made = { madeBy: personOf(tx), madeOn: tx.today };
      await tx.db
        .insertInto('groupPlan')
        .values({ id, ...place, offerId, areaCode: area, startsOn, dueOn, expectedProduct, ...made })
        .execute();
      const proposals = fitting.map((route) => ({ id: newId(), planId: id, routeId: route.id }));
      await tx.db.insertInto('routeProposal').values(proposals).execute();
      await journalAll(
        tx,
        fitting.map((route) => {
          const { unitId, regionId } = locked.find((one) => one.id === route.id) ?? first;
          const object = { objectKind: 'educational_route', objectId: route.id, personId: route.personId };
          return { act: 'proposeToGroup', ...object, unitId, regionId, after: { planId: id, offerId } };
        }),
      );
      await notifyAll(
        tx,
        fitting.map((route, index) => ({
          personId: route.personId,
          kind: 'route-offer-proposed',
          path: paths.routeProposal(proposals[index]?.id ?? ''),
          details: { title: offer.title },
        })),
      );
      return { id, proposed: fitting.length };
    });
  });
}

/** Routes in the order of their ids, so that two groups wait for each other. */
function lockedRoutes(tx: Context, ids: readonly Id[]) {
  return tx.db
    .selectFrom('educationalRoute')
    .select(['id', 'unitId', 'regionId', 'centreId'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Takes a group plan back from everybody who has not seen it yet; whoever has, keeps it. Throws NotFound, StaleWrite,
 * RuleBroken `group-already-undone`, `group-all-seen`.
 */
export async function undoGroupPlan(
  ctx: Context,
  id: Id,
  input: { version: number },
): Promise<{ withdrawn: number; seen: number }> {
  return transact(ctx, async (tx) => {
    const plan = await tx.db
      .selectFrom('groupPlan')
      .select(['id', 'unitId', 'regionId', 'undoneOn', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!plan) throw new NotFound('plan');
    await assertCan(tx, 'groupPlan.read', id);
    if (plan.undoneOn !== null) throw new RuleBroken('group-already-undone');
    if (plan.version !== input.version) throw new StaleWrite({ version: String(plan.version) });
    const withdrawn = await tx.db
      .updateTable('routeProposal')
      .set((eb) => ({ state: 'withdrawn', decidedOn: tx.today, version: eb('version', '+', 1) }))
      .where('planId', '=', id)
      .where('state', '=', 'proposed')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('proposalLook').select('proposalId').whereRef('proposalId', '=', 'routeProposal.id'))),
      )
      .returning(['id', 'routeId'])
      .execute();
    if (withdrawn.length === 0) throw new RuleBroken('group-all-seen');
    const undone = { undoneOn: tx.today, version: plan.version + 1 };
    await tx.db.updateTable('groupPlan').set(undone).where('id', '=', id).execute();
    const news = withdrawn.map((proposal) => paths.routeProposal(proposal.id));
    await tx.db.deleteFrom('notice').where('path', 'in', news).where('readAt', 'is', null).execute();
    const { unitId, regionId } = plan;
    const object = { objectKind: 'group_plan', objectId: id, unitId, regionId };
    await journalAll(tx, [{ act: 'undoGroupPlan', ...object, after: { withdrawn: withdrawn.length } }]);
    const left = await tx.db
      .selectFrom('routeProposal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('planId', '=', id)
      .where('state', '!=', 'withdrawn')
      .executeTakeFirstOrThrow();
    return { withdrawn: withdrawn.length, seen: left.count };
  });
}
