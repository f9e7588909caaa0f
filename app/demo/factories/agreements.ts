import type { Context } from '#app/core/context.server.ts';
import { addAgreement, type NewAgreement } from '#app/features/agreements/agreement.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** Records an agreement kept by a unit; with a named partner outside and without a term unless said otherwise. */
export function makeAgreement(ctx: Context, unitId: Id, overrides: Partial<NewAgreement> = {}): Promise<{ id: Id }> {
  return addAgreement(ctx, {
    unitId,
    partnerUnitId: null,
    partnerName: overrides.partnerUnitId ? null : 'Педагогический университет',
    number: '1',
    signedOn: '2026-09-01',
    startedOn: '2026-09-01',
    endedOn: null,
    subject: 'Наставники для молодых педагогов',
    ...overrides,
  });
}
