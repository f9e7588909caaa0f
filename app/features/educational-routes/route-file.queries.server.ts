import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { productKind } from '../product-files/product-file.ts';

function filesOf(ctx: Context) {
  return ctx.db
    .selectFrom('routeFile')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeFile.routeId')
    .select(['routeFile.id', 'routeFile.stepId', 'routeFile.diagnosisId', 'routeFile.name', 'routeFile.kind'])
    .select(['routeFile.size', 'routeFile.fileHash', 'routeFile.createdAt'])
    .where(within(ctx, 'route.read'));
}

/** Files of a route, oldest first, without their bytes, for those who see the whole route; bounded by the route's quota. */
export async function listRouteFiles(ctx: Context, routeId: Id) {
  const rows = await filesOf(ctx)
    .where('routeFile.routeId', '=', routeId)
    .orderBy('routeFile.createdAt')
    .orderBy('routeFile.id')
    .limit(2000)
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: productKind(kind) }));
}

/** Files of one step, oldest first, for those who see the whole route. */
export async function listStepFiles(ctx: Context, stepId: Id) {
  return (await filesOf(ctx).where('routeFile.stepId', '=', stepId).orderBy('routeFile.id').execute()).map(shown);
}

/** Files of one sheet of diagnosis, oldest first, for those who see the whole route; `isMine` where the actor added it. */
export async function listDiagnosisFiles(ctx: Context, diagnosisId: Id) {
  const rows = await filesOf(ctx)
    .select('routeFile.addedBy')
    .where('routeFile.diagnosisId', '=', diagnosisId)
    .orderBy('routeFile.id')
    .execute();
  return rows.map(({ addedBy, ...row }) => ({ ...shown(row), isMine: addedBy === personOf(ctx) }));
}

function shown({ id, name, kind, size }: { id: Id; name: string; kind: string; size: number }) {
  return { id, name, kind: productKind(kind), size };
}

/** A file with its bytes. Throws NotFound unless the actor sees the whole route. */
export async function findFile(ctx: Context, id: Id) {
  const row = await filesOf(ctx)
    .select(['routeFile.bytes', 'educationalRoute.personId', 'routeFile.routeId'])
    .where('routeFile.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('file');
  return { ...row, kind: productKind(row.kind) };
}

/** What the page asks that takes a file away. Throws NotFound unless the actor may. */
export async function findRemoval(ctx: Context, id: Id) {
  const row = await filesOf(ctx)
    .leftJoin('routeStep', 'routeStep.id', 'routeFile.stepId')
    .select(['routeFile.addedBy', 'routeFile.routeId', 'routeStep.closedOn', 'educationalRoute.state'])
    .select(within(ctx, 'route.edit').as('isOwner'))
    .where('routeFile.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('file');
  const may = row.stepId ? row.isOwner : row.addedBy === personOf(ctx);
  if (!may) throw new NotFound('file');
  const { stepId, diagnosisId, routeId, closedOn, state } = row;
  return { ...shown(row), stepId, diagnosisId, routeId, closedOn, isRouteActive: state === 'active' };
}
