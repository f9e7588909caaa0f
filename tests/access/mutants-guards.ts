import { sql } from 'kysely';
import type * as actorModule from '#app/access/actor.ts';
import type * as canModule from '#app/access/can.server.ts';
import type * as findActorModule from '#app/access/find-actor.server.ts';
import type * as policyModule from '#app/access/policy.ts';
import { Forbidden } from '#app/access/refusals.ts';
import { isRole } from '#app/access/roles.ts';
import { validateSession } from '#app/access/session.server.ts';
import type * as withinModule from '#app/access/within.server.ts';
import type * as transactModule from '#app/core/transact.server.ts';
import type * as actRulesModule from '#app/features/local-acts/local-act.ts';
import type * as releaseModule from '#app/features/monitoring/monitoring-release.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { broken } from './mutants.ts';

type Reaching = Pick<typeof withinModule, 'within' | 'objectOf'>;

/** `within` with its mutants. */
export function brokenWithin<M extends Reaching>(real: M): M {
  const within: Reaching['within'] = (asker, permission) => {
    const isPerson = asker.actor.kind === 'person';
    if (isPerson && broken.guard === 'every row is within reach') return sql<boolean>`true`;
    if (isPerson && broken.guard === 'reading is within reach of everybody' && permission.endsWith('.read')) {
      return sql<boolean>`true`;
    }
    if (broken.guard === 'private fields are within reach of readers' && permission === 'person.private') {
      return real.within(asker, 'person.read');
    }
    if (broken.guard === 'what is shared of a route is the whole route' && permission === 'route.read') {
      return sql<boolean>`(${real.within(asker, 'route.read')} or ${real.within(asker, 'route.shared')})`;
    }
    return real.within(asker, permission);
  };
  return { ...real, within };
}

/** The table of who may do what, with reaches that are too wide. */
export function brokenPolicy<M extends typeof policyModule>(real: M): M {
  const linesOf: M['linesOf'] = (permission) =>
    real.linesOf(permission).map(([holder, reach]) => [holder, widened(holder, reach)]);
  return { ...real, linesOf };
}

function widened(holder: policyModule.Holder, reach: policyModule.Reach): policyModule.Reach {
  if (broken.guard === 'a unit reaches its region' && reach === 'unit') return 'region';
  if (broken.guard === 'a subtree reaches its region' && reach === 'subtree') return 'region';
  if (broken.guard === 'own reaches the unit' && reach === 'own' && holder !== 'everyone') return 'unit';
  if (broken.guard === 'narrowing words are ignored' && reach.startsWith('unit.')) return 'unit';
  if (broken.guard === 'narrowing words are ignored' && reach.startsWith('subtree.')) return 'subtree';
  return reach;
}

/** Grants and the door of a page, with their mutants. */
export function brokenActor<M extends typeof actorModule>(real: M): M {
  const grantsFor: M['grantsFor'] = (actor, holder) => {
    const isMixed = broken.guard === 'any role holds any line' && actor.kind === 'person' && holder !== 'everyone';
    return isMixed ? actor.grants : real.grantsFor(actor, holder);
  };
  const mayHold: M['mayHold'] = (actor, permission) =>
    (broken.guard === 'the need of a page is ignored' && actor.kind === 'person') ||
    (broken.guard === 'any role holds any line' && actor.kind === 'person' && actor.grants.length > 0) ||
    real.mayHold(actor, permission);
  return { ...real, grantsFor, mayHold };
}

/** The questions inside acts, with their mutants. */
export function brokenCan<M extends typeof canModule>(real: M): M {
  const assertCan: M['assertCan'] = async (asker, permission, id) => {
    if (broken.guard === 'acts do not ask') return;
    try {
      await real.assertCan(asker, permission, id);
    } catch (error) {
      const table = (await import('#app/access/within.server.ts')).objectOf(permission).table;
      const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(asker.db);
      if (broken.guard === 'foreign is told from missing' && rows.length > 0) throw new Forbidden(permission);
      throw error;
    }
  };
  const assertCanAt: M['assertCanAt'] = async (asker, permission, unitId) => {
    if (broken.guard === 'acts that create do not ask') return;
    await real.assertCanAt(asker, permission, unitId);
  };
  return { ...real, assertCan, assertCanAt };
}

/** Who stands behind a cookie, with grants that should no longer count. */
export function brokenFindActor<M extends typeof findActorModule>(real: M): M {
  const isBroken = () =>
    broken.guard === 'grants that are over count' || broken.guard === 'grants at closed units count';
  const grantsInForce: M['grantsInForce'] = (db, personId, now, lock) =>
    isBroken() ? grantsEver(db, personId) : real.grantsInForce(db, personId, now, lock);
  const findActor: M['findActor'] = async (db, cookie, now) => {
    const session = isBroken() ? await validateSession(db, cookie) : null;
    if (!session) return real.findActor(db, cookie, now);
    const { personId, accountId } = session;
    const { grants, timeZone } = await grantsEver(db, personId);
    return { actor: { kind: 'person', personId, accountId, grants }, timeZone };
  };
  return { ...real, grantsInForce, findActor };
}

async function grantsEver(db: Database, personId: Id): ReturnType<typeof findActorModule.grantsInForce> {
  const isOver = broken.guard === 'grants that are over count';
  const rows = await db
    .selectFrom('roleGrant')
    .innerJoin('orgUnit', 'orgUnit.id', 'roleGrant.unitId')
    .select(['roleGrant.id', 'roleGrant.role', 'roleGrant.unitId', 'roleGrant.regionId'])
    .where('personId', '=', personId)
    .where((eb) => (isOver ? eb('orgUnit.endedOn', 'is', null) : eb('roleGrant.endedOn', 'is', null)))
    .execute();
  const grants = rows.flatMap(({ role, ...grant }) => (isRole(role) ? [{ ...grant, role }] : []));
  return { grants, timeZone: null };
}

/** The hiding of small numbers, with its mutant. */
export function brokenRelease<M extends typeof releaseModule>(real: M): M {
  const releaseOf: M['releaseOf'] = (input) =>
    broken.guard === 'small numbers are told' ? real.fullRelease : real.releaseOf(input);
  return { ...real, releaseOf };
}

/** The rules of approval, with their mutants. */
export function brokenActRules<M extends typeof actRulesModule>(real: M): M {
  const ruleAgainstApproving: M['ruleAgainstApproving'] = (act, decision) => {
    const rule = real.ruleAgainstApproving(act, decision);
    if (broken.guard === 'an author approves his own act' && rule === 'approver-is-author') return null;
    return broken.guard === 'a text that was not shown is approved' && rule === 'text-changed' ? null : rule;
  };
  return { ...real, ruleAgainstApproving };
}

/** The transaction of an act, with the mutant that keeps the rights read before it. */
export function brokenTransact<M extends typeof transactModule>(real: M): M {
  const transact: M['transact'] = (ctx, story) =>
    real.transact(ctx, (tx) =>
      story(broken.guard === 'an act trusts the rights of the opened page' ? { ...tx, actor: ctx.actor } : tx),
    );
  return { ...real, transact };
}
