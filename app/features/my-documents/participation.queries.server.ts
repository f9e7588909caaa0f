import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatMoment } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { postWords, sidesOf, signedName } from '../local-acts/order-values.server.ts';
import { payLine, volumeLine, workFormNames } from '../mentorships/mentor-work.text.ts';
import { PAY_KINDS, PAY_PERIODS, VOLUME_PERIODS, WORK_FORMS } from '../mentorships/mentor-work.ts';
import { legalBasis, type Side } from '../mentorships/mentorship.ts';
import { payNotes } from '../mentorships/mentorship-pages.text.ts';
import { membersOpposite, namesOf } from '../mentorships/mentorship-sides.server.ts';
import { fullName } from '../people/person-name.ts';
import { participationWords } from './participation-document.text.ts';
import { participationDocument } from './participation-document.ts';

/** A printed consent to take part. */
export interface ParticipationPaper {
  title: string;
  person: string;
  document: Document;
}

/**
 * The consent of a member as a paper: to the member himself and to the curator who records papers; as given, or to be
 * signed by hand while there is no answer. A refusal is no paper. Throws NotFound.
 */
export async function findParticipationPaper(
  ctx: Context,
  mentorshipId: Id,
  personId: Id,
): Promise<ParticipationPaper> {
  const row = await memberRow(ctx, mentorshipId, personId);
  if (!row || row.answer === 'declined') throw new NotFound('member');
  const work = (await sidesOf(ctx, [mentorshipId])).find((one) => one.personId === personId);
  const side: Side = row.side === 'mentor' ? 'mentor' : 'mentee';
  const basis = legalBasis(row.legalBasis);
  const isElectronic = row.manner === 'electronic' && row.answeredAt !== null;
  const person = fullName(row);
  const document = participationDocument(actTemplate(side === 'mentor' ? 'mentor_consent' : 'mentee_consent'), {
    side,
    personName: person,
    personSigned: signedName(row),
    personPost: work ? postWords(work) : '—',
    organisation: row.unitName,
    others: namesOf(row.others),
    content: sentence(row.content || row.jobDescription || row.focus || participationWords.noContent),
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    form: row.form,
    kind: row.kind,
    workForm: workOf(row),
    pay: sentence(payOf(row) ?? payNotes[basis]),
    guardian: row.guardian ?? '',
    answeredOn: row.answeredOn,
    mark: isElectronic ? participationWords.mark(person, formatMoment(row.answeredAt ?? ctx.now, ctx.timeZone)) : '',
  });
  return { title: participationWords.titles[side], person, document };
}

/** What was typed, closed by a full stop when it has no end of its own. */
const sentence = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`);

async function memberRow(ctx: Context, mentorshipId: Id, personId: Id) {
  const isMe = personOf(ctx) === personId;
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as mine', 'mine.mentorshipId', 'mentorship.id')
    .innerJoin('person', 'person.id', 'mine.personId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .leftJoin('mentorshipTerms as terms', (join) =>
      join.onRef('terms.mentorshipId', '=', 'mentorship.id').onRef('terms.personId', '=', 'mine.personId'),
    )
    .leftJoin('consent', (join) =>
      join.onRef('consent.mentorshipId', '=', 'mentorship.id').onRef('consent.personId', '=', 'mine.personId'),
    )
    .select(['mine.side', 'mine.startedOn', 'mine.endedOn', membersOpposite(ctx).as('others')])
    .select(['mentorship.legalBasis', 'mentorship.focus', 'orgUnit.name as unitName'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(['terms.workForm', 'terms.volumeHours', 'terms.volumePer', 'terms.payKind', 'terms.payPercentHundredths'])
    .select(['terms.payKopecks', 'terms.payPeriod', 'terms.payGround', 'terms.zeroPayGround'])
    .select(sql<string>`coalesce(terms.content, '')`.as('content'))
    .select(sql<string>`coalesce(terms.job_description, '')`.as('jobDescription'))
    .select(
      sql<string | null>`(select max(agreed.guardian_name) from guardian_consent agreed
        where agreed.mentorship_id = mentorship.id and agreed.person_id = mine.person_id and agreed.withdrawn_on is null)`.as(
        'guardian',
      ),
    )
    .select(['consent.answer', 'consent.answeredOn', 'consent.manner', 'consent.createdAt as answeredAt'])
    .where('mentorship.id', '=', mentorshipId)
    .where('mine.personId', '=', personId)
    .where(isMe ? within(ctx, 'mentorship.consent') : within(ctx, 'mentorship.recordConsent'))
    .orderBy('mine.startedOn', 'desc')
    .executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof memberRow>>>;

function workOf({ workForm, volumeHours, volumePer }: Row): string {
  const form = WORK_FORMS.find((one) => one === workForm);
  const per = VOLUME_PERIODS.find((one) => one === volumePer);
  return form && per && volumeHours
    ? `${workFormNames[form]}, ${volumeLine(volumeHours, per)}`
    : participationWords.noWork;
}

function payOf(row: Row): string | null {
  const payKind = PAY_KINDS.find((one) => one === row.payKind);
  if (!payKind) return null;
  const { payPercentHundredths, payKopecks, payGround, zeroPayGround } = row;
  const payPeriod = PAY_PERIODS.find((one) => one === row.payPeriod) ?? null;
  return payLine({ payKind, payPercentHundredths, payKopecks, payPeriod, payGround: payGround ?? '', zeroPayGround });
}
