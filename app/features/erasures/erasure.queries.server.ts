import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { shortName } from '../people/person-name.ts';
import { type DataClass, dataClass, SETTLED_GROUNDS, type SettledGround } from './erasure.ts';

/** A line of what is due. */
export interface DueLine {
  id: Id;
  person: string;
  dataClass: DataClass;
  startedOn: Day;
  dueOn: Day;
}

/** One page of what is due in the actor's organisations, the nearest term first. */
export async function listDue(ctx: Context, page: number): Promise<DueLine[]> {
  const rows = await due(ctx)
    .innerJoin('person', 'person.id', 'erasureDue.personId')
    .select(['erasureDue.id', 'erasureDue.dataClass', 'erasureDue.startedOn', 'erasureDue.dueOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .orderBy('erasureDue.dueOn')
    .orderBy('erasureDue.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    dataClass: dataClass(row.dataClass),
    person: shortName({ lastName, firstName, middleName }),
  }));
}

/** How much is due, and by when the first of it. */
export async function countDue(ctx: Context): Promise<{ count: number; first: Day | null }> {
  const row = await due(ctx)
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('erasureDue.dueOn').as('first')])
    .executeTakeFirstOrThrow();
  return { count: row.count, first: row.first };
}

function due(ctx: Context) {
  return ctx.db
    .selectFrom('erasureDue')
    .where('erasureDue.actId', 'is', null)
    .where('erasureDue.stoppedOn', 'is', null)
    .where('erasureDue.settledOn', 'is', null)
    .where(within(ctx, 'erasure.manage'));
}

/** The latest lines closed without an act, with the ground; nobody is named. */
export async function listSettled(
  ctx: Context,
): Promise<{ id: Id; dataClass: DataClass; startedOn: Day; settledOn: Day; ground: SettledGround }[]> {
  const rows = await ctx.db
    .selectFrom('erasureDue')
    .select(['erasureDue.id', 'erasureDue.dataClass', 'erasureDue.startedOn'])
    .select(['erasureDue.settledOn', 'erasureDue.settledGround'])
    .where('erasureDue.settledOn', 'is not', null)
    .where(within(ctx, 'erasure.manage'))
    .orderBy('erasureDue.settledOn', 'desc')
    .orderBy('erasureDue.id')
    .limit(PAGE_SIZE)
    .execute();
  return rows.flatMap(({ settledOn, settledGround, ...row }) => {
    const ground = SETTLED_GROUNDS.find((one) => one === settledGround);
    return settledOn && ground ? [{ ...row, dataClass: dataClass(row.dataClass), settledOn, ground }] : [];
  });
}

/** The latest acts of the actor's organisations; a page of them. */
export async function listDestructionActs(ctx: Context): Promise<{ id: Id; actedOn: Day; peopleCount: number }[]> {
  return ctx.db
    .selectFrom('destructionAct')
    .select(['destructionAct.id', 'destructionAct.actedOn', 'destructionAct.peopleCount'])
    .where(within(ctx, 'destructionAct.read'))
    .orderBy('destructionAct.actedOn', 'desc')
    .orderBy('destructionAct.id')
    .limit(PAGE_SIZE)
    .execute();
}

/** One act. Throws NotFound. */
export async function findDestructionAct(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('destructionAct')
    .select(['destructionAct.id', 'destructionAct.actedOn', 'destructionAct.peopleCount', 'destructionAct.createdAt'])
    .select(['destructionAct.document', 'destructionAct.documentHash'])
    .where('destructionAct.id', '=', id)
    .where(within(ctx, 'destructionAct.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('destructionAct');
  // Written only by `recordDestruction`, from this type.
  return { ...row, document: row.document as Document };
}
