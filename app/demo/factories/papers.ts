import type { Context } from '#app/core/context.server.ts';
import { drawSupplement, recordSignatures } from '#app/features/contract-supplements/supplement.operations.server.ts';
import {
  setContent,
  setJobDescription,
  setPay,
  setWork,
} from '#app/features/mentorship-terms/terms.operations.server.ts';
import type { PayTerms, WorkTerms } from '#app/features/mentorship-terms/terms.ts';
import { recordRegulation } from '#app/features/papers/regulation.operations.server.ts';
import type { Regulation } from '#app/features/papers/regulation.ts';
import { approveProgramme } from '#app/features/programmes/programme.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { makeCompleteDraft } from './programmes.ts';

/** Writes the terms of every mentor of a mentorship, or of those named, as its legal basis asks; as the curator given. */
export async function makeTerms(
  curator: Context,
  mentorshipId: Id,
  overrides: Partial<WorkTerms & PayTerms & { content: string; jobDescription: string }> = {},
  mentorIds?: readonly Id[],
): Promise<void> {
  const { legalBasis, focus, startedOn, endedOn } = await curator.db
    .selectFrom('mentorship')
    .select(['legalBasis', 'focus', 'startedOn', 'endedOn'])
    .where('id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  const {
    content = focus || 'Посещает уроки и обсуждает их, помогает планировать, готовит к аттестации.',
    jobDescription = 'Должностная инструкция учителя от 28.08.2026 № 14, пункт 3.6',
    payKind = 'percent',
    payPercentHundredths = 1500,
    payKopecks = null,
    payPeriod = 'monthly',
    payGround = 'пункт 4.2 положения об оплате труда, приказ от 28.08.2026 № 112',
    ...work
  } = overrides;
  for (const personId of mentorIds ?? (await mentorsOf(curator, mentorshipId))) {
    const of = { mentorshipId, personId };
    if (legalBasis === 'job_function') await setJobDescription(curator, of, { jobDescription, version: 0 });
    if (legalBasis !== 'labor_351_8') continue;
    await setContent(curator, of, { content, version: 0 });
    await setWork(curator, of, {
      // What is signed today cannot have begun yesterday.
      startedOn: startedOn < curator.today ? curator.today : startedOn,
      endedOn,
      workForm: 'in_person',
      volumeHours: 4,
      volumePer: 'month',
      contractNumber: '17',
      contractOn: '2015-09-01',
      version: 1,
      ...work,
    });
    await setPay(curator, of, { payKind, payPercentHundredths, payKopecks, payPeriod, payGround, version: 2 });
  }
}

/**
 * Draws the supplement of every mentor, or of those named, up and records both signatures of today; nothing where none
 * is needed.
 */
export async function makeSupplement(
  curator: Context,
  mentorshipId: Id,
  signer = curator,
  mentorIds?: readonly Id[],
): Promise<void> {
  const { legalBasis } = await curator.db
    .selectFrom('mentorship')
    .select('legalBasis')
    .where('id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  if (legalBasis !== 'labor_351_8') return;
  for (const personId of mentorIds ?? (await mentorsOf(curator, mentorshipId))) {
    const id = await drawOf(curator, mentorshipId, personId);
    await recordSignatures(signer, id, {
      employeeSignedOn: signer.today,
      employerSignedOn: signer.today,
      version: 1,
    });
  }
}

/** Draws the supplement of the only mentor up; nobody has signed it. */
export async function makeDrawn(curator: Context, mentorshipId: Id): Promise<Id> {
  const [personId] = await mentorsOf(curator, mentorshipId);
  if (!personId) throw new Error('a mentorship has a mentor');
  return drawOf(curator, mentorshipId, personId);
}

/** Takes the pay out of the terms of every mentor; the head has not said why yet. */
export async function makeUnpaid(curator: Context, mentorshipId: Id): Promise<void> {
  const none = {
    payKind: 'none',
    payPercentHundredths: null,
    payKopecks: null,
    payPeriod: null,
    payGround: '',
  } as const;
  for (const personId of await mentorsOf(curator, mentorshipId)) {
    const of = { mentorshipId, personId };
    await setPay(curator, of, { ...none, version: await versionOf(curator, of) });
  }
}

async function drawOf(curator: Context, mentorshipId: Id, personId: Id): Promise<Id> {
  const of = { mentorshipId, personId };
  return (await drawSupplement(curator, of, { version: await versionOf(curator, of) })).id;
}

/** Version of a mentor's terms as they stand. */
export async function versionOf(ctx: Context, of: { mentorshipId: Id; personId: Id }): Promise<number> {
  const terms = ctx.db.selectFrom('mentorshipTerms').select('version').where('mentorshipId', '=', of.mentorshipId);
  return (await terms.where('personId', '=', of.personId).executeTakeFirstOrThrow()).version;
}

/** Everything an order waits for besides consents and terms: a signed supplement and an approved programme. */
export async function makePapers(people: { curator: Context; head: Context }, mentorshipId: Id): Promise<void> {
  await makeSupplement(people.curator, mentorshipId);
  const known = await people.curator.db
    .selectFrom('programme')
    .select('state')
    .where('mentorshipId', '=', mentorshipId)
    .executeTakeFirst();
  if (known) return;
  const { version } = await makeCompleteDraft(people.curator, mentorshipId);
  await approveProgramme(people.head, mentorshipId, { version });
}

/** Records the regulation of a unit as approved in August 2026, unless said otherwise. */
export function makeRegulation(ctx: Context, unitId: Id, overrides: Partial<Regulation> = {}): Promise<{ id: Id }> {
  const usual = {
    orderNumber: '45-О',
    approvedOn: '2026-08-31',
    minutes: 'протокол педсовета от 30.08.2026 № 1',
    startedOn: '2026-09-01',
  };
  return recordRegulation(ctx, unitId, { ...usual, ...overrides });
}

async function mentorsOf(ctx: Context, mentorshipId: Id): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .select('personId')
    .where('mentorshipId', '=', mentorshipId)
    .where('side', '=', 'mentor')
    .orderBy('id')
    .execute();
  return rows.map(({ personId }) => personId);
}
