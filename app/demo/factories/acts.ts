import type { Context } from '#app/core/context.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { Given } from '#app/features/local-acts/act-form.ts';
import { submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { type ApprovalInput, approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** What a regulation says that no record holds. */
export const REGULATION: Given = {
  minutesOn: '2026-08-28',
  minutesNumber: '1',
  unionOpinion: 'протокол от 27.08.2026 № 4',
  menteesLimit: 'трёх',
  payAct: 'положение об оплате труда, приказ от 28.08.2026 № 112',
  site: 'gymnasium2.example.ru',
  startedOn: '2026-09-01',
};

/** Draws up a regulation of an organisation; as the curator whose context is given. */
export function makeRegulation(curator: Context, unitId: Id, values: Given = {}): Promise<{ id: Id }> {
  return draftAct(curator, { kind: 'regulation', unitId, values: { ...REGULATION, ...values } });
}

/** Hands an act to the head; gives the hash of the text the head will read. */
export async function makeSubmitted(curator: Context, id: Id): Promise<string> {
  const act = curator.db.selectFrom('localAct').select(['version', 'documentHash']).where('id', '=', id);
  const { version, documentHash } = await act.executeTakeFirstOrThrow();
  await submitAct(curator, id, { version });
  return documentHash;
}

/** Hands an act in and approves it today. */
export async function makeApproved(
  by: { curator: Context; head: Context },
  id: Id,
  decision: Partial<ApprovalInput> = {},
): Promise<{ number: string }> {
  const hash = await makeSubmitted(by.curator, id);
  return approveAct(by.head, id, { hash, registeredOn: by.head.today, ...decision });
}
