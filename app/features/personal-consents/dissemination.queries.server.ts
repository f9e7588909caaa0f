import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Category, categoriesOf, signersOn } from './personal-consent.ts';

/** What of a person may stand on the operator's public page. */
export interface Dissemination {
  fields: ReadonlySet<Category>;
  /** Conditions and bans of the person, to be published beside the data (152-FZ article 10.1, part 9). */
  conditions: string;
}

/**
 * Of these people, who consented to this operator's publication now and what of each may be shown; whoever is not in the
 * answer stands there with nothing, not even initials. Minors are never in it (BR-83). Asks nobody's rights: it answers
 * whoever draws the public page, and must be asked at each drawing, since a withdrawal counts at once (BR-82).
 */
export async function disseminationAllowed(
  ctx: Context,
  personIds: readonly Id[],
  operatorId: Id,
): Promise<Map<Id, Dissemination>> {
  if (personIds.length === 0) return new Map();
  return allowed(ctx.today, await inForce(ctx, personIds, operatorId).execute());
}

/**
 * The same inside an act that publishes or stores a name: the consents are held until it ends, so that a withdrawal either
 * came before and is seen, or waits.
 */
export async function heldDissemination(
  tx: Context,
  personIds: readonly Id[],
  operatorId: Id,
): Promise<Map<Id, Dissemination>> {
  if (personIds.length === 0) return new Map();
  return allowed(tx.today, await inForce(tx, personIds, operatorId).forShare('personalConsent').execute());
}

function inForce(ctx: Context, personIds: readonly Id[], operatorId: Id) {
  return (
    ctx.db
      .selectFrom('personalConsent')
      .innerJoin('person', 'person.id', 'personalConsent.personId')
      .select([
        'personalConsent.personId',
        'personalConsent.categories',
        'personalConsent.conditions',
        'person.birthOn',
      ])
      .where('personalConsent.personId', 'in', [...personIds])
      .where('personalConsent.unitId', '=', operatorId)
      .where('personalConsent.purpose', '=', 'dissemination')
      .where('personalConsent.endedOn', 'is', null)
      // The consent lasts while the person works for the operator.
      .whereRef('person.unitId', '=', 'personalConsent.unitId')
      .orderBy('personalConsent.id')
  );
}

function allowed(
  today: Day,
  rows: readonly { personId: Id; categories: unknown; conditions: string; birthOn: Day | null }[],
): Map<Id, Dissemination> {
  return new Map(
    rows.flatMap(({ personId, categories, conditions, birthOn }) =>
      signersOn(birthOn, today).guardian
        ? []
        : [[personId, { fields: new Set(categoriesOf(categories)), conditions }] as const],
    ),
  );
}
