import type { ActState } from '../local-acts/local-act.ts';

/**
 * What of an organisation's documents stands on its public page. Only approved documents of the kinds meant for that, and
 * in them only the names of those who consented to publication just now. Sources: DOMAIN 2.2, 6.2; BR-82.
 */
export type PublicationRule = 'publish-not-approved' | 'publish-not-public' | 'published-already' | 'not-published';

/** Why an act cannot be published; null when it can. */
export function ruleAgainstPublishing(act: {
  state: ActState;
  isPublic: boolean;
  isPublished: boolean;
}): PublicationRule | null {
  if (act.state !== 'approved') return 'publish-not-approved';
  if (!act.isPublic) return 'publish-not-public';
  return act.isPublished ? 'published-already' : null;
}
