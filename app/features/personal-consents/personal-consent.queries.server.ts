import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { OWN_PURPOSES, type OwnPurpose, ownPurpose } from '../consent-texts/consent-text.ts';
import { findTextInForce, findTextsInForce } from '../consent-texts/text-in-force.server.ts';
import { fullName } from '../people/person-name.ts';
import { blankConsent, consentToRead } from './consent-document.ts';
import { findAsked, findShownText } from './consent-sides.server.ts';
import { type ConsentState, categoriesOf, consentState, ruleAgainstSigning } from './personal-consent.ts';

/** What the actor reads before signing, and how he stands with it now. */
export async function findOwnAsk(ctx: Context, purpose: OwnPurpose) {
  const asked = await findAsked(ctx, personOf(ctx));
  const [shown, live] = await Promise.all([
    findShownText(ctx, purpose, asked, ctx.today),
    findOptionalLive(ctx, asked.personId, asked.unitId, purpose),
  ]);
  const state: ConsentState | null = live === null ? null : consentState(live, shown.key);
  // What is chosen at signing is not chosen yet: only who the person is can stand in the way.
  const refusal = ruleAgainstSigning({ purpose, categories: ['name'] }, asked.signers)?.rule ?? null;
  return {
    name: asked.sides.person,
    document: consentToRead(shown.source),
    shownHash: shown.hash,
    state,
    refusal,
    live: live && { ...live, categories: categoriesOf(live.categories) },
  };
}

async function findOptionalLive(ctx: Context, personId: Id, unitId: Id, purpose: OwnPurpose) {
  const row = await ctx.db
    .selectFrom('personalConsent')
    .select(['id', 'textKey', 'givenOn', 'endedOn', 'endKind', 'categories', 'conditions'])
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('purpose', '=', purpose)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** One consent exactly as signed, with what the actor may do. Throws NotFound. */
export async function findPersonalConsent(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('personalConsent')
    .innerJoin('person', 'person.id', 'personalConsent.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'personalConsent.unitId')
    .leftJoin('guardian', 'guardian.id', 'personalConsent.guardianId')
    .select(['personalConsent.id', 'personalConsent.personId', 'personalConsent.unitId', 'personalConsent.regionId'])
    .select(['personalConsent.purpose', 'personalConsent.textKey', 'personalConsent.manner', 'personalConsent.version'])
    .select(['personalConsent.givenOn', 'personalConsent.endedOn', 'personalConsent.endKind'])
    .select(['personalConsent.categories', 'personalConsent.conditions', 'personalConsent.document'])
    .select(['personalConsent.documentHash', 'personalConsent.createdAt', 'guardian.fullName as guardian'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.name as operator'])
    .select(within(ctx, 'personalConsent.withdraw').as('canWithdraw'))
    .select(within(ctx, 'personalConsent.recordWithdrawal').as('canRecordWithdrawal'))
    .where('personalConsent.id', '=', id)
    .where(within(ctx, 'personalConsent.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('personalConsent');
  const { lastName, firstName, middleName, unitId, regionId, textKey, endKind, ...consent } = row;
  const purpose = ownPurpose(row.purpose);
  const text = await findTextInForce(ctx, purpose, { unitId, regionId }, ctx.today);
  return {
    ...consent,
    purpose,
    state: consentState({ textKey, endKind, endedOn: row.endedOn }, text.key),
    isOwn: ctx.actor.kind === 'person' && ctx.actor.personId === row.personId,
    person: fullName({ lastName, firstName, middleName }),
    categories: categoriesOf(row.categories),
    // Written only by `signConsent` and `recordConsentPaper`, from this type.
    document: row.document as Document,
    canWithdraw: Boolean(row.canWithdraw) && row.endedOn === null,
    canRecordWithdrawal: Boolean(row.canRecordWithdrawal) && row.endedOn === null,
  };
}

/** A person whose consents the actor keeps. Throws NotFound. */
export async function findConsentOwner(ctx: Context, personId: Id) {
  const row = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.unitId'])
    .select(['person.regionId', within(ctx, 'consentPaper.record').as('canRecord')])
    .where('person.id', '=', personId)
    .where(within(ctx, 'consentPaper.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  const { id, unitId, regionId, canRecord } = row;
  return { id, unitId, regionId, name: fullName(row), canRecord: Boolean(canRecord) };
}

/** A consent in a list. */
export interface ConsentLine {
  id: Id;
  purpose: OwnPurpose;
  state: ConsentState;
  givenOn: Day;
  endedOn: Day | null;
}

/** Consents of one person to one operator within the actor's reach, those in force first, then the latest; a page of them. */
export async function listConsentsOf(
  ctx: Context,
  { id, unitId, regionId }: { id: Id; unitId: Id; regionId: Id | null },
): Promise<ConsentLine[]> {
  const [rows, texts] = await Promise.all([
    ctx.db
      .selectFrom('personalConsent')
      .select(['id', 'purpose', 'textKey', 'givenOn', 'endedOn', 'endKind'])
      .where('personId', '=', id)
      .where('unitId', '=', unitId)
      .where(within(ctx, 'personalConsent.read'))
      .orderBy((eb) => eb('endedOn', 'is not', null))
      .orderBy('givenOn', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE_SIZE)
      .execute(),
    findTextsInForce(ctx, { unitId, regionId }, ctx.today),
  ]);
  return rows.map(({ textKey, endKind, ...row }) => {
    const purpose = ownPurpose(row.purpose);
    const key = texts.get(purpose)?.key ?? '';
    return { ...row, purpose, state: consentState({ textKey, endKind, endedOn: row.endedOn }, key) };
  });
}

/** Purposes the actor himself could sign now or sign anew, and which of his are in force. */
export async function listOwnPurposes(
  ctx: Context,
): Promise<
  { purpose: OwnPurpose; id: Id | null; state: ConsentState | null; givenOn: Day | null; isForAdults: boolean }[]
> {
  const asked = await findAsked(ctx, personOf(ctx));
  const place = { id: asked.personId, unitId: asked.unitId, regionId: asked.regionId };
  const lines = (await listConsentsOf(ctx, place)).filter(({ endedOn }) => endedOn === null);
  return OWN_PURPOSES.map((purpose) => {
    const live = lines.find((line) => line.purpose === purpose);
    const isForAdults = asked.signers.guardian && purpose === 'dissemination';
    return { purpose, id: live?.id ?? null, state: live?.state ?? null, givenOn: live?.givenOn ?? null, isForAdults };
  });
}

/** The text with empty lines for a person to sign by hand. Asks no rights: the caller has. */
export async function blankFor(ctx: Context, personId: Id, purpose: OwnPurpose) {
  const asked = await findAsked(ctx, personId, await onlyGuardian(ctx, personId));
  const shown = await findShownText(ctx, purpose, asked, ctx.today);
  return { person: asked.sides.person, document: blankConsent(shown.source) };
}

async function onlyGuardian(ctx: Context, personId: Id): Promise<Id | null> {
  const [first] = await listGuardianChoices(ctx, personId);
  return first?.id ?? null;
}

/** Guardians on record who may have signed a paper. Asks no rights: the caller has. */
export async function listGuardianChoices(ctx: Context, personId: Id): Promise<{ id: Id; fullName: string }[]> {
  return ctx.db
    .selectFrom('guardian')
    .select(['id', 'fullName'])
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(PAGE_SIZE)
    .execute();
}
