import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import type { BundlePaper } from '#reports/bundle.ts';
import type { Document } from '#reports/document.ts';
import { plainIssue } from '#reports/issue.ts';
import { assertUnaltered, issuedDocument, issueOf, signatureColumns } from '../local-acts/act-issue.server.ts';
import { actTypeOf } from '../local-acts/act-type.ts';
import type { ActValues } from '../local-acts/act-values.ts';
import { findParticipationPaper } from '../my-documents/participation.queries.server.ts';
import { findProgrammePaper } from '../programmes/programme-paper.server.ts';
import { bundleText } from './bundle.text.ts';
import { type BundleScope, MOST_PAPERS, type PaperKey } from './bundle.ts';

/** Papers of the scope the actor may read now, in the order of the bundle, at most one more than a bundle takes. */
export async function listPaperKeys(ctx: Context, unitId: Id, scope: BundleScope): Promise<PaperKey[]> {
  const [acts, consents, programmes, supplements] = await Promise.all([
    actsOf(ctx, unitId, scope).select('localAct.id').execute(),
    consentsOf(ctx, scope),
    programmesOf(ctx, scope),
    supplementsOf(ctx, unitId, scope).select('contractSupplement.id').execute(),
  ]);
  const keys = (kind: PaperKey['kind'], ids: readonly { id: Id }[]) => ids.map(({ id }) => ({ kind, id }));
  return [
    ...keys('act', acts),
    ...keys('consent', consents),
    ...keys('supplement', supplements),
    ...keys('programme', programmes),
  ].slice(0, MOST_PAPERS + 1);
}

function actsOf(ctx: Context, unitId: Id, { mentorshipId, year }: BundleScope) {
  return ctx.db
    .selectFrom('localAct')
    .where(within(ctx, 'act.read'))
    .where('localAct.state', '=', 'approved')
    .where('localAct.origin', '=', 'program')
    .$if(mentorshipId !== null, (query) =>
      query.where(sql<boolean>`exists (select 1 from local_act_mentorship named
        where named.act_id = local_act.id and named.mentorship_id = ${mentorshipId})`),
    )
    .$if(year !== null, (query) =>
      query
        .where('localAct.unitId', '=', unitId)
        .where('localAct.registeredOn', '>=', `${year}-01-01`)
        .where('localAct.registeredOn', '<=', `${year}-12-31`),
    )
    .orderBy('localAct.registeredOn')
    .orderBy('localAct.number')
    .orderBy('localAct.id')
    .limit(MOST_PAPERS + 1);
}

function supplementsOf(ctx: Context, unitId: Id, { mentorshipId, year }: BundleScope) {
  return ctx.db
    .selectFrom('contractSupplement')
    .where(within(ctx, 'supplement.read'))
    .where('contractSupplement.state', '<>', 'annulled')
    .$if(mentorshipId !== null, (query) => query.where('contractSupplement.mentorshipId', '=', mentorshipId ?? ''))
    .$if(year !== null, (query) =>
      query
        .where('contractSupplement.unitId', '=', unitId)
        .where('contractSupplement.startedOn', '>=', `${year}-01-01`)
        .where('contractSupplement.startedOn', '<=', `${year}-12-31`),
    )
    .orderBy('contractSupplement.startedOn')
    .orderBy('contractSupplement.id')
    .limit(MOST_PAPERS + 1);
}

async function consentsOf(ctx: Context, { mentorshipId }: BundleScope): Promise<{ id: Id }[]> {
  if (mentorshipId === null) return [];
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('consent', 'consent.mentorshipId', 'mentorship.id')
    .select('consent.personId as id')
    .where('mentorship.id', '=', mentorshipId)
    .where('consent.answer', '=', 'given')
    .where((eb) =>
      eb.or([
        eb.and([eb('consent.personId', '=', personOf(ctx)), within(ctx, 'mentorship.consent')]),
        eb.and([eb('consent.personId', '<>', personOf(ctx)), within(ctx, 'mentorship.recordConsent')]),
      ]),
    )
    .distinct()
    .orderBy('consent.personId')
    .limit(MOST_PAPERS)
    .execute();
}

async function programmesOf(ctx: Context, { mentorshipId }: BundleScope): Promise<{ id: Id }[]> {
  if (mentorshipId === null) return [];
  return ctx.db
    .selectFrom('programme')
    .select('programme.mentorshipId as id')
    .where('programme.mentorshipId', '=', mentorshipId)
    .where('programme.state', '=', 'approved')
    .where(within(ctx, 'programme.read'))
    .orderBy('programme.id')
    .limit(1)
    .execute();
}

/** The papers behind the keys with their words; one that is no longer to be read is left out. */
export async function listPapers(
  ctx: Context,
  keys: readonly PaperKey[],
  unitId: Id,
  scope: BundleScope,
  origin: string,
): Promise<(BundlePaper & { key: PaperKey })[]> {
  const acts = await actPapers(ctx, unitId, scope, origin);
  const supplements = await supplementPapers(ctx, unitId, scope);
  const papers: (BundlePaper & { key: PaperKey })[] = [];
  for (const key of keys) {
    const paper =
      key.kind === 'act'
        ? acts.get(key.id)
        : key.kind === 'supplement'
          ? supplements.get(key.id)
          : await sidePaper(ctx, key, scope);
    if (paper) papers.push({ ...paper, key });
  }
  return papers;
}

async function actPapers(ctx: Context, unitId: Id, scope: BundleScope, origin: string) {
  const rows = await actsOf(ctx, unitId, scope)
    .select(['localAct.id', 'localAct.unitId', 'localAct.kind', 'localAct.number', 'localAct.registeredOn'])
    .select(['localAct.document', 'localAct.documentHash', 'localAct.values', 'localAct.checkCode'])
    .leftJoin('actSignature', 'actSignature.actId', 'localAct.id')
    .select(signatureColumns)
    .execute();
  const papers = new Map<Id, BundlePaper>();
  const standards = new Map<Id, Awaited<ReturnType<typeof issueOf>>['standard']>();
  for (const { document: stored, values, ...row } of rows) {
    // Both columns are written only from these types.
    const act = { ...row, document: stored as Document, values: values as ActValues };
    assertUnaltered({ ...act, state: 'approved' });
    const issue = await issueOf(ctx, { ...row, state: 'approved' }, origin, standards.get(row.unitId) ?? null);
    standards.set(row.unitId, issue.standard);
    papers.set(row.id, {
      title: actTypeOf(row.kind).title,
      note: row.number && row.registeredOn ? numbered(row.number, row.registeredOn) : '',
      document: issuedDocument(ctx, act),
      issue,
      hash: row.documentHash,
    });
  }
  return papers;
}

function numbered(number: string, day: string): string {
  return bundleText.paperTitles.numbered(number, formatDay(day));
}

async function supplementPapers(ctx: Context, unitId: Id, scope: BundleScope) {
  const rows = await supplementsOf(ctx, unitId, scope)
    .select(['contractSupplement.id', 'contractSupplement.document', 'contractSupplement.documentHash'])
    .select('contractSupplement.startedOn')
    .execute();
  return new Map(
    rows.map(({ id, document, documentHash, startedOn }): [Id, BundlePaper] => {
      const note = bundleText.paperTitles.since(formatDay(startedOn));
      const words = { title: bundleText.paperTitles.supplement, note, hash: documentHash };
      return [id, { ...words, document: document as Document, issue: plainIssue }];
    }),
  );
}

async function sidePaper(ctx: Context, key: PaperKey, { mentorshipId }: BundleScope): Promise<BundlePaper | null> {
  if (mentorshipId === null) return null;
  try {
    if (key.kind === 'programme') {
      const document = await findProgrammePaper(ctx, mentorshipId);
      return { title: bundleText.paperTitles.programme, note: '', document, issue: plainIssue, hash: null };
    }
    const { title, person, document } = await findParticipationPaper(ctx, mentorshipId, key.id);
    return { title, note: person, document, issue: plainIssue, hash: null };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
