import type { Context } from '#app/core/context.server.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { recordConsentPaper } from '#app/features/personal-consents/personal-consent.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { as, TODAY, type World } from '#tests/support/world.ts';

/** Kinds of consents a set holds. */
export type ConsentObject = 'ownConsent' | 'paperConsent';

/** What somebody signed in the program, and what the curator recorded from paper. */
export async function consentsOf(world: World, curator: Context, personId: Id): Promise<Record<ConsentObject, Id>> {
  const ownConsent = await makeConsent(await as(world, personId), 'data_processing');
  const paper = { givenOn: TODAY, guardianId: null, categories: ['name' as const], conditions: '' };
  const { id } = await recordConsentPaper(curator, { personId, purpose: 'dissemination' }, paper);
  return { ownConsent, paperConsent: id };
}
