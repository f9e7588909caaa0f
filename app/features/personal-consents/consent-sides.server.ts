import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import type { OwnPurpose } from '../consent-texts/consent-text.ts';
import { findTextInForce } from '../consent-texts/text-in-force.server.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { signedName } from '../local-acts/order-values.server.ts';
import { fullName } from '../people/person-name.ts';
import { type ConsentSides, type ConsentSource, consentToRead } from './consent-document.ts';
import { type Signers, signersOn } from './personal-consent.ts';

/** A person about to be asked: the operator is the home organisation. */
export interface AskedPerson {
  personId: Id;
  unitId: Id;
  regionId: Id | null;
  sides: ConsentSides;
  signers: Signers;
}

/** A person with the home organisation as operator, and the guardian when one signs. Asks no rights. Throws NotFound. */
export async function findAsked(ctx: Context, personId: Id, guardianId: Id | null = null): Promise<AskedPerson> {
  const row = await ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.unitId', 'person.regionId', 'person.birthOn', 'orgUnit.name as operator'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  return {
    personId,
    unitId: row.unitId,
    regionId: row.regionId,
    signers: signersOn(row.birthOn, ctx.today),
    sides: {
      person: fullName(row),
      signature: signedName(row),
      operator: row.operator,
      guardian: guardianId === null ? null : await guardianOf(ctx, personId, guardianId),
    },
  };
}

async function guardianOf(ctx: Context, personId: Id, guardianId: Id): Promise<ConsentSides['guardian']> {
  const row = await ctx.db
    .selectFrom('guardian')
    .select(['fullName', 'rightDocument'])
    .where('id', '=', guardianId)
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound('guardian');
  return { name: row.fullName, signature: row.fullName, rightDocument: row.rightDocument };
}

/** The text the person would read on the day, with its key and hash. */
export async function findShownText(
  ctx: Context,
  purpose: OwnPurpose,
  asked: AskedPerson,
  day: Day,
): Promise<{ key: string; source: ConsentSource; hash: string }> {
  const text = await findTextInForce(ctx, purpose, asked, day);
  const source = { purpose, text, template: actTemplate(text.type), sides: asked.sides };
  return { key: text.key, source, hash: documentHash(consentToRead(source)) };
}
