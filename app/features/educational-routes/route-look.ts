/** Parts of a route a look may be at: what the owner is told when somebody looked. Source: BR-86. */
export const LOOKED_PARTS = ['state', 'plan', 'whole', 'step', 'diagnosis', 'revisions', 'reflection', 'file'] as const;

/** Part of a route. */
export type LookedPart = (typeof LOOKED_PARTS)[number];
