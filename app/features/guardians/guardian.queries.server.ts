import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay, formatDayLong } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { withPoints } from '../consent-texts/own-points.ts';
import { findTextInForce } from '../consent-texts/text-in-force.server.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { correctedForms, inCase } from '../local-acts/order-values.server.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import { membersAndInvited } from '../mentorships/invited.server.ts';
import { membersOpposite, namesOf } from '../mentorships/mentorship-sides.server.ts';
import { fullName } from '../people/person-name.ts';
import { guardianText } from './guardian.text.ts';

/** One guardian to correct. Throws NotFound. */
export async function findGuardian(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('guardian')
    .select(['guardian.id', 'guardian.personId', 'guardian.fullName', 'guardian.rightDocument', 'guardian.contact'])
    .select('guardian.version')
    .where('guardian.id', '=', id)
    .where('guardian.endedOn', 'is', null)
    .where(within(ctx, 'guardian.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('guardian');
  return row;
}

/**
 * A minor of a mentorship, or one invited to it, whose guardian's paper the actor may record, with the guardians on
 * record. Throws NotFound.
 */
export async function findMinor(ctx: Context, mentorshipId: Id, personId: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin(membersAndInvited.as('mine'), (join) => join.onRef('mine.mentorshipId', '=', 'mentorship.id'))
    .innerJoin('person', 'person.id', 'mine.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.birthOn'])
    .select([
      'mentorship.unitId',
      'mentorship.regionId',
      'orgUnit.name as organisation',
      'mentoringForm.name as form',
      'mine.startedOn',
      'mine.endedOn',
    ])
    .select(membersOpposite(ctx).as('others'))
    .where('mentorship.id', '=', mentorshipId)
    .where('mine.personId', '=', personId)
    .where(within(ctx, 'mentorship.recordConsent'))
    .orderBy('mine.startedOn', 'desc')
    .executeTakeFirst();
  if (!row) throw new NotFound('member');
  return {
    ...row,
    name: fullName(row),
    other: namesOf(row.others),
    guardians: await listGuardians(ctx, personId),
  };
}

/** Guardians on record of a person. Asks no rights: the caller has. */
async function listGuardians(ctx: Context, personId: Id) {
  return ctx.db
    .selectFrom('guardian')
    .select(['id', 'fullName', 'rightDocument'])
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(PAGE_SIZE)
    .execute();
}

/** The guardian's consent to print and sign (DT-31), for the first guardian on record. Throws NotFound. */
export async function findGuardianBlank(ctx: Context, mentorshipId: Id, personId: Id) {
  const minor = await findMinor(ctx, mentorshipId, personId);
  const [guardian] = minor.guardians;
  if (!guardian) throw new NotFound('guardian');
  const words = guardianText.blank;
  const { organisation } = minor;
  const title = words.title(minor.name);
  const forms = await correctedForms(ctx, [personId]);
  const place = { unitId: minor.unitId, regionId: minor.regionId };
  const text = await findTextInForce(ctx, 'minor_participation', place, ctx.today);
  const document = templateDocument(
    withPoints(actTemplate('guardian_consent'), text.points),
    { organisation, title },
    {
      ...{ organisation, references: words.references, form: minor.form },
      ...{ guardianName: guardian.fullName, guardianDocument: guardian.rightDocument },
      ...{ guardianSigned: guardian.fullName, childGenitive: inCase(forms, personId, minor, 'genitive') },
      childBorn: minor.birthOn === null ? words.noBirth : formatDay(minor.birthOn),
      ...{ startedOn: formatDayLong(minor.startedOn), endedOn: formatDayLong(minor.endedOn) },
      ...{ categories: words.categories, purpose: words.purpose, term: words.term, childAgrees: words.agrees },
    },
  );
  return { title, document };
}

/** A guardian's consent to be taken back. Throws NotFound. */
export async function findGuardianConsent(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('guardianConsent')
    .select(['guardianConsent.id', 'guardianConsent.mentorshipId', 'guardianConsent.guardianName'])
    .select(['guardianConsent.consentedOn', 'guardianConsent.withdrawnOn', 'guardianConsent.version'])
    .where('guardianConsent.id', '=', id)
    .where(within(ctx, 'guardianConsent.withdraw'))
    .executeTakeFirst();
  if (!row) throw new NotFound('guardianConsent');
  return row;
}

/** Mentorships in force whose minor's guardian has taken the consent back: they must end. */
export async function listWithoutGuardian(ctx: Context, most: number) {
  const rows = await ctx.db
    .selectFrom('guardianConsent')
    .innerJoin('mentorship', 'mentorship.id', 'guardianConsent.mentorshipId')
    .innerJoin('person', 'person.id', 'guardianConsent.personId')
    .select(['guardianConsent.id', 'guardianConsent.mentorshipId', 'guardianConsent.withdrawnOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('guardianConsent.withdrawnOn', 'is not', null)
    .where('mentorship.state', '=', 'active')
    .where(within(ctx, 'guardianConsent.withdraw'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('guardianConsent as anew')
            .select('anew.id')
            .whereRef('anew.mentorshipId', '=', 'guardianConsent.mentorshipId')
            .whereRef('anew.personId', '=', 'guardianConsent.personId')
            .where('anew.withdrawnOn', 'is', null),
        ),
      ),
    )
    .orderBy('guardianConsent.withdrawnOn')
    .orderBy('guardianConsent.id')
    .limit(most)
    .execute();
  return rows.map(({ id, mentorshipId, withdrawnOn, ...name }) => ({ id, mentorshipId, withdrawnOn, ...name }));
}
