import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDayLong } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { citationWords } from '../legal-references/legal-reference.queries.server.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import {
  correctedForms,
  findSigner,
  inCase,
  type Side,
  sidesOf,
  signedName,
} from '../local-acts/order-values.server.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import { noticeParty } from '../mentorships/mentorship-notice.ts';
import { fullName } from '../people/person-name.ts';
import { noticeWords as words } from './notice-paper.text.ts';

/**
 * The notice of an early end that runs, as a paper (DT-09): to the side that gave it, and to head and curator, who alone
 * know who did (BR-04). Throws NotFound when none runs, or the viewer may not know whose it is.
 */
export async function findNoticePaper(
  ctx: Context,
  mentorshipId: Id,
): Promise<{ name: string; document: Document; createdAt: string }> {
  const row = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('mentorshipNotice', 'mentorshipNotice.mentorshipId', 'mentorship.id')
    .select(['orgUnit.name as organisation', 'mentorship.unitId', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(['mentorshipNotice.party', 'mentorshipNotice.personId', 'mentorshipNotice.createdAt'])
    .select(['mentorshipNotice.givenOn', 'mentorshipNotice.endsOn'])
    .where('mentorship.id', '=', mentorshipId)
    .where('mentorshipNotice.withdrawnAt', 'is', null)
    .where(within(ctx, 'mentorship.read'))
    .where((eb) => eb.or([eb('mentorshipNotice.personId', '=', personOf(ctx)), within(ctx, 'mentorship.answers')]))
    .executeTakeFirst();
  const signer = row && (await findSigner(ctx, row.unitId));
  if (!row || !signer) throw new NotFound('notice');
  const sides = await sidesOf(ctx, [mentorshipId]);
  const forms = await correctedForms(ctx, [signer.personId]);
  const party = noticeParty(row.party);
  const giver: Pick<Side, 'lastName' | 'firstName' | 'middleName'> =
    sides.find(({ personId }) => personId === row.personId) ?? signer;
  const template = actTemplate('early_end_notice');
  const { organisation } = row;
  const of = (side: string) => sides.flatMap((one) => (one.side === side ? [fullName(one)] : [])).join(', ');
  const document = templateDocument(
    template,
    { organisation, title: words.title(fullName(giver)) },
    {
      organisation,
      references: await citationWords(ctx, template.references),
      addressee:
        party === 'employer'
          ? words.toSides(sides.map(fullName).join(', '))
          : words.toHead(organisation, inCase(forms, signer.personId, signer, 'dative')),
      byWorker: party !== 'employer',
      mentors: of('mentor'),
      mentees: of('mentee'),
      startedOn: formatDayLong(row.startedOn),
      endedOn: formatDayLong(row.endedOn),
      givenOn: formatDayLong(row.givenOn),
      lastDay: formatDayLong(row.endsOn),
      reason: '',
      giverPost: words[party],
      giverSigned: signedName(giver),
    },
  );
  return { name: fullName(giver), document, createdAt: row.createdAt };
}
