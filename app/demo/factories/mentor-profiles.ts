import type { Context } from '#app/core/context.server.ts';
import type { ReadySide } from '#app/features/mentor-profiles/mentor-profile.ts';
import { addResult, confirmResult } from '#app/features/mentor-profiles/mentor-result.operations.server.ts';
import type { NewResult } from '#app/features/mentor-profiles/mentor-result.ts';
import { declareReadiness } from '#app/features/mentor-profiles/readiness.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** The person of the context says to be ready in every way, as a mentor unless said otherwise. */
export function makeReady(ctx: Context, side: ReadySide = 'mentor'): Promise<void> {
  return declareReadiness(ctx, side, { isWritingReady: true, isInternetReady: true, isCodeAccepted: true });
}

/** A result of a mentor that nobody has confirmed yet, entered by the person of the context. */
export async function makeResult(ctx: Context, personId: Id, overrides: Partial<NewResult> = {}): Promise<Id> {
  const result: NewResult = {
    kind: 'exams',
    title: 'Средний балл ЕГЭ вырос',
    year: 2026,
    measure: 'средний балл',
    valueBefore: '54',
    valueAfter: '63',
    evidenceLink: null,
    evidencePaper: 'Справка завуча № 12 от 02.07.2026',
    ...overrides,
  };
  return (await addResult(ctx, personId, result, null)).id;
}

/** A result of a mentor that the curator or head of the context has entered and confirmed. */
export async function makeConfirmedResult(ctx: Context, personId: Id, overrides: Partial<NewResult> = {}): Promise<Id> {
  const id = await makeResult(ctx, personId, overrides);
  await confirmResult(ctx, id, { version: 1 });
  return id;
}
