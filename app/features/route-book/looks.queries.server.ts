import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { LOOKED_PARTS } from '../educational-routes/route-look.ts';
import { fullName } from '../people/person-name.ts';

/** Who looked at the owner's own route, the latest first, a page of 50. Source: BR-86. */
export async function listLooks(ctx: Context, routeId: Id, page: number) {
  const rows = await ctx.db
    .selectFrom('routeLook')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeLook.routeId')
    .innerJoin('person', 'person.id', 'routeLook.personId')
    .select(['routeLook.personId', 'routeLook.part', 'routeLook.lookedOn', 'routeLook.lastAt', 'routeLook.times'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(sql<number>`count(*) over ()`.as('found'))
    .where('routeLook.routeId', '=', routeId)
    .where(within(ctx, 'route.edit'))
    .orderBy('routeLook.lastAt', 'desc')
    .orderBy('routeLook.personId')
    .orderBy('routeLook.part')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const looks = rows.map(({ lastName, firstName, middleName, found: _, part, ...look }) => ({
    ...look,
    who: fullName({ lastName, firstName, middleName }),
    part: LOOKED_PARTS.find((known) => known === part) ?? 'whole',
  }));
  return { total: rows[0]?.found ?? 0, looks };
}

/** The versions of the target image, the newest first, for those who see the whole route. */
export async function listImages(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeImage')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeImage.routeId')
    .select(['routeImage.number', 'routeImage.text', 'routeImage.writtenOn'])
    .where('routeImage.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeImage.number', 'desc')
    .limit(100)
    .execute();
}
