import { transferStands } from '#app/access/access-object.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** Who accompanies a route today and may hear of what is in it: nobody while the owner has taken back the transfer (BR-80). */
export async function tutorsToTell(tx: Context, routeId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('routeTutor')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeTutor.routeId')
    .select('routeTutor.personId')
    .where('routeTutor.routeId', '=', routeId)
    .where('routeTutor.startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('routeTutor.endedOn', 'is', null), eb('routeTutor.endedOn', '>=', tx.today)]))
    .where(transferStands('educational_route.person_id'))
    .execute();
  return rows.map(({ personId }) => personId);
}
