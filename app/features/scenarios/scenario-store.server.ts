import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { MenteeOutcome, MentorOutcome, ScenarioAnswer } from './scenario.ts';

/** Rows written at once: far from the limit of parameters of a statement. */
const ROWS_AT_ONCE = 500;

/** Writes who stood on each side and what came out, in the order of the answer. Called inside the act. */
export async function storeOutcomes(tx: Context, scenarioId: Id, answer: ScenarioAnswer): Promise<void> {
  for (const part of parts(answer.mentors)) {
    const rows = part.map(([position, one]) => mentorRow(scenarioId, position, one));
    await tx.db.insertInto('scenarioMentor').values(rows).execute();
  }
  for (const part of parts(answer.mentees)) {
    const rows = part.map(([position, one]) => menteeRow(scenarioId, position, one));
    await tx.db.insertInto('scenarioMentee').values(rows).execute();
  }
}

function mentorRow(scenarioId: Id, position: number, { personId, ...one }: MentorOutcome) {
  const { factsHash, capacity, used, ...explanation } = one;
  return { scenarioId, position, personId, factsHash, capacity, used, explanation: JSON.stringify(explanation) };
}

function menteeRow(scenarioId: Id, position: number, { personId, ...one }: MenteeOutcome) {
  const { factsHash, mentorId, total, isPinned, ...explanation } = one;
  const stored = { explanation: JSON.stringify(explanation) };
  return { scenarioId, position, personId, factsHash, mentorId, total, isPinned, ...stored };
}

function parts<T>(all: readonly T[]): [number, T][][] {
  const found: [number, T][][] = [];
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    found.push(all.slice(from, from + ROWS_AT_ONCE).map((one, index) => [from + index, one]));
  }
  return found;
}
