import type { Context } from '#app/core/context.server.ts';

/** Names of the competence areas by code. */
export async function areaNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom('competenceArea').select(['code', 'name']).orderBy('position').execute();
  return new Map(rows.map(({ code, name }) => [code, name.toLowerCase()]));
}
