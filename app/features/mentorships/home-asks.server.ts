import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { isFromElsewhere } from './mentorship-lacks.server.ts';

/**
 * Asks the home organisation of every mentor from elsewhere whether it agrees to these terms, once each, and tells its head
 * and curators; a mentor employed here as well needs nobody's agreement. Part of the act that names the mentor.
 * Source: 002-2, DOMAIN 2.3.
 */
export async function askHomeOrganisations(tx: Context, mentorshipId: Id): Promise<void> {
  const { rows } = await sql<{ personId: Id; unitId: Id; regionId: Id | null }>`
    select distinct side.person_id, side.unit_id, side.region_id from mentorship_member side
    join mentorship on mentorship.id = side.mentorship_id
    where mentorship.id = ${mentorshipId} and ${isFromElsewhere}
      and not exists (select 1 from home_agreement asked
        where asked.mentorship_id = mentorship.id and asked.person_id = side.person_id)
    order by side.person_id
  `.execute(tx.db);
  for (const home of rows) await ask(tx, mentorshipId, home);
}

async function ask(tx: Context, mentorshipId: Id, home: { personId: Id; unitId: Id; regionId: Id | null }) {
  const id = newId();
  const asked = { id, mentorshipId, ...home, state: 'asked', createdAt: tx.now };
  await tx.db.insertInto('homeAgreement').values(asked).execute();
  const keepers = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', '=', home.unitId)
    .where('role', 'in', ['head', 'curator'])
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .orderBy('personId')
    .execute();
  const path = paths.homeAgreement(id);
  await notifyAll(
    tx,
    keepers.map(({ personId }) => ({ personId, kind: 'home-agreement-asked' as const, path })),
  );
}
