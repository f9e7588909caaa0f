import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { registeredDocument } from '../local-acts/assignment-order.ts';
import { declined, NAME_CASES } from '../local-acts/name-cases.ts';
import { fullName } from '../people/person-name.ts';
import { disseminationAllowed } from '../personal-consents/dissemination.queries.server.ts';
import { type NameForms, withoutNames } from './nameless.ts';
import { publicationText as t } from './publication.text.ts';

const MOST_ACTS = 200;

/** The public page of an organisation: what is published and in force. No reach is asked: it is for everybody. Throws NotFound. */
export async function findPublicPage(ctx: Context, unitId: Id) {
  const unit = await ctx.db.selectFrom('orgUnit').select(['id', 'name']).where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new NotFound('unit');
  const acts = await publishedActs(ctx)
    .where('localAct.unitId', '=', unitId)
    .orderBy('localAct.registeredOn', 'desc')
    .orderBy('localAct.id')
    .limit(MOST_ACTS)
    .execute();
  return { unit, acts };
}

/** A published text with only the names of those who consented. Throws NotFound for whatever is not published now. */
export async function findPublicText(ctx: Context, unitId: Id, actId: Id) {
  const act = await publishedActs(ctx)
    .select('localAct.document')
    .where('localAct.unitId', '=', unitId)
    .where('localAct.id', '=', actId)
    .executeTakeFirst();
  if (!act?.number || !act.registeredOn) throw new NotFound('act');
  const { document, number, registeredOn } = act;
  // Written only by the operations of local acts, from this type.
  const whole = registeredDocument(document as Document, number, registeredOn);
  return { heading: act.heading, document: await publicDocument(ctx, unitId, whole) };
}

/** The document as everybody may read it just now: names only of those whose consent stands at this moment. */
export async function publicDocument(ctx: Context, unitId: Id, document: Document): Promise<Document> {
  const people = await peopleOf(ctx, unitId);
  const allowed = await disseminationAllowed(
    ctx,
    people.map(({ id }) => id),
    unitId,
  );
  const withheld = people.filter(({ id }) => !allowed.get(id)?.fields.has('name'));
  return withoutNames(document, withheld.map(formsOf), t.withheld);
}

function publishedActs(ctx: Context) {
  return ctx.db
    .selectFrom('localAct')
    .innerJoin('actPublication', (join) =>
      join.onRef('actPublication.actId', '=', 'localAct.id').on('actPublication.withdrawnAt', 'is', null),
    )
    .select(['localAct.id', 'localAct.heading', 'localAct.number', 'localAct.registeredOn', 'localAct.inForceOn'])
    .where('localAct.state', '=', 'approved')
    .where((eb) => eb.or([eb('localAct.endedOn', 'is', null), eb('localAct.endedOn', '>=', ctx.today)]));
}

/** Everybody who has ever worked in the organisation, held a role or stood in a mentorship there; never cut short, for whoever is left out is named to everybody. */
async function peopleOf(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(
      sql<boolean>`(person.unit_id = ${unitId}
        or exists (select 1 from employment work where work.person_id = person.id and work.unit_id = ${unitId})
        or exists (select 1 from role_grant held where held.person_id = person.id and held.unit_id = ${unitId})
        or exists (select 1 from mentorship_member side join mentorship on mentorship.id = side.mentorship_id
          where side.person_id = person.id and mentorship.unit_id = ${unitId}))`,
    )
    .orderBy('person.id')
    .execute();
}

function formsOf(person: { lastName: string; firstName: string; middleName: string | null }): NameForms {
  const fullNames = [fullName(person), ...NAME_CASES.map((nameCase) => declined(person, nameCase))];
  const surnames = fullNames.flatMap((name) => name.split(/\s+/)[0] ?? []);
  return { fullNames, surnames: [person.lastName, ...surnames] };
}
