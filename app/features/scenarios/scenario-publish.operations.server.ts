import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { holdPeople } from '../mentorships/locked-mentorship.server.ts';
import { proposeMentorship } from '../mentorships/mentorship.operations.server.ts';
import { type LegalBasis, LIVE_STATES } from '../mentorships/mentorship.ts';
import { lockedScenario, type StoredScenario } from './locked-scenario.server.ts';
import { objectOf, refuse } from './scenario.operations.server.ts';
import { ruleAgainstPublishing, type ScenarioRule } from './scenario.ts';

/** What all proposals of a scenario say besides who and when. */
export interface Publication {
  legalBasis: LegalBasis;
  focus: string;
  version: number;
}

/** How a publication ended. */
export interface Published {
  proposed: number;
  /** Pairs that could no longer be proposed; each keeps its rule. */
  refused: number;
}

/**
 * Proposes the mentorships of a scenario in one transaction: either the publication stands with every pair proposed or
 * refused by a rule that is kept beside it, or nothing has happened at all. Everybody is held from the beginning, in the
 * order of ids, so two publications wait for each other instead of meeting half-way. Throws NotFound, StaleWrite;
 * RuleBroken `scenario-busy`, `scenario-settled`, `nothing-to-publish`, `nobody-left-to-propose`.
 */
export async function publishScenario(
  ctx: Context,
  id: Id,
  input: Publication,
  onceKey: string | null,
): Promise<Published> {
  return transact(ctx, (tx) => once(tx, onceKey, { id, ...input }, () => publish(tx, id, input)));
}

async function publish(tx: Context, id: Id, input: Publication): Promise<Published> {
  const scenario = await lockedScenario(tx, id, input.version);
  refuse(ruleAgainstPublishing({ state: scenario.state, placed: scenario.figures?.placed ?? 0 }));
  const pairs = await listPairs(tx, id);
  await holdPeople(tx, [...new Set(pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))]);
  const mentored = await menteesWithMentor(tx, pairs);
  const result: Published = { proposed: 0, refused: 0 };
  for (const pair of pairs) {
    const found = mentored.has(pair.menteeId) ? GOT_ANOTHER : await proposeOne(tx, scenario, input, pair);
    result.proposed += found.mentorshipId === null ? 0 : 1;
    result.refused += found.mentorshipId === null ? 1 : 0;
    await tx.db
      .updateTable('scenarioMentee')
      .set(found)
      .where('scenarioId', '=', id)
      .where('personId', '=', pair.menteeId)
      .execute();
  }
  if (result.proposed === 0) throw new RuleBroken('nobody-left-to-propose' satisfies ScenarioRule);
  await tx.db
    .updateTable('matchingScenario')
    .set((eb) => ({
      state: 'published',
      publishedAt: tx.now,
      publishedBy: personOf(tx),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  await journal(tx, { act: 'publishScenario', ...objectOf(scenario), after: { ...result } });
  return result;
}

/** Somebody else has proposed a mentor to the mentee since: a scenario does not give a second one. */
const GOT_ANOTHER = { mentorshipId: null, refusalCode: 'got-another' } as const;

async function menteesWithMentor(tx: Context, pairs: readonly PlacedPair[]): Promise<ReadonlySet<Id>> {
  const rows = await tx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .select('mentorshipMember.personId')
    .where('mentorshipMember.side', '=', 'mentee')
    .where('mentorshipMember.endedOn', '>=', tx.today)
    .where('mentorship.state', 'in', LIVE_STATES)
    .where(
      'mentorshipMember.personId',
      'in',
      pairs.map(({ menteeId }) => menteeId),
    )
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

interface PlacedPair {
  menteeId: Id;
  mentorId: Id;
  isOneEmployer: boolean;
}

async function listPairs(tx: Context, id: Id): Promise<PlacedPair[]> {
  const rows = await tx.db
    .selectFrom('scenarioMentee')
    .innerJoin('person as mentee', 'mentee.id', 'scenarioMentee.personId')
    .innerJoin('person as mentor', 'mentor.id', 'scenarioMentee.mentorId')
    .select(['mentee.id as menteeId', 'mentor.id as mentorId', 'mentee.unitId', 'mentor.unitId as mentorUnitId'])
    .where('scenarioMentee.scenarioId', '=', id)
    .orderBy('scenarioMentee.position')
    .execute();
  return rows.map(({ unitId, mentorUnitId, ...pair }) => ({ ...pair, isOneEmployer: unitId === mentorUnitId }));
}

/** The proposal, or the rule that refuses it now. Rules speak before anything is written, so the rest goes on. */
async function proposeOne(
  tx: Context,
  { formCode, kindCode, hoursPerWeek, startedOn, endedOn }: StoredScenario,
  { legalBasis, focus }: Publication,
  { menteeId, mentorId, isOneEmployer }: PlacedPair,
): Promise<{ mentorshipId: Id | null; refusalCode: string | null }> {
  const basis = isOneEmployer ? legalBasis : 'cooperation_agreement';
  const terms = { formCode, kindCode, legalBasis: basis, focus, hoursPerWeek, startedOn, endedOn };
  try {
    const { id } = await proposeMentorship(tx, { menteeId, mentorId, ...terms }, null);
    return { mentorshipId: id, refusalCode: null };
  } catch (error) {
    if (error instanceof RuleBroken) return { mentorshipId: null, refusalCode: error.code };
    if (error instanceof NotFound || error instanceof Forbidden) {
      return { mentorshipId: null, refusalCode: 'out-of-reach' };
    }
    throw error;
  }
}
