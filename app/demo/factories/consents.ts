import type { Context } from '#app/core/context.server.ts';
import type { OwnPurpose } from '#app/features/consent-texts/consent-text.ts';
import { signConsent } from '#app/features/personal-consents/personal-consent.operations.server.ts';
import { findOwnAsk } from '#app/features/personal-consents/personal-consent.queries.server.ts';
import type { Category } from '#app/features/personal-consents/personal-consent.ts';
import type { Id } from '#db/schema.ts';

/** Signs a consent as the person whose context is given, to the text as it stands; publication of the name and post unless said otherwise. */
export async function makeConsent(
  own: Context,
  purpose: OwnPurpose = 'dissemination',
  { categories = ['name', 'post'], conditions = '' }: { categories?: Category[]; conditions?: string } = {},
): Promise<Id> {
  const { shownHash } = await findOwnAsk(own, purpose);
  const chosen = purpose === 'dissemination' ? categories : [];
  return (await signConsent(own, purpose, { shownHash, categories: chosen, conditions })).id;
}
