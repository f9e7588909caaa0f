import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { FILE_FORMATS } from './act-file.ts';

/** A file beside an act whose papers the actor keeps. Throws NotFound. */
export async function findActFile(ctx: Context, fileId: Id) {
  const row = await ctx.db
    .selectFrom('actFile')
    .innerJoin('localAct', 'localAct.id', 'actFile.actId')
    .select(['actFile.format', 'actFile.bytes'])
    .where('actFile.id', '=', fileId)
    .where(within(ctx, 'act.edit'))
    .executeTakeFirst();
  const format = FILE_FORMATS.find((one) => one === row?.format);
  if (!row || !format) throw new NotFound('file');
  return { format, bytes: row.bytes };
}
