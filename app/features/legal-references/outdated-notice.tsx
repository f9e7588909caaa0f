import { Notice } from '#app/ui/Notice.tsx';
import { legalText } from './legal-reference.text.ts';
import type { Outdated } from './legal-reference.ts';

/** A warning that a text cites acts no longer in force, naming what is in force instead; nothing when all are (BR-65). */
export function OutdatedNotice({ outdated }: { outdated: readonly Outdated[] }) {
  if (outdated.length === 0) return null;
  return (
    <Notice tone="warn">
      <b>{legalText.outdatedTitle}.</b> {outdated.map(legalText.outdated).join(' ')}
    </Notice>
  );
}
