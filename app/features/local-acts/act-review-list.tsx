import { StateList } from '#app/ui/StateList.tsx';
import type { Tone } from '#app/ui/Tag.tsx';
import { lifeText as t } from './act-life.text.ts';

/** Somebody asked about a text, as pages show it. */
export interface ShownReview {
  personId: string;
  name: string;
  answer: string | null;
  comment: string | null;
}

/** Who was asked about a text and what each said. */
export function ReviewList({ reviews }: { reviews: readonly ShownReview[] }) {
  return (
    <StateList
      items={reviews.map(({ name, answer, comment }) => {
        const [state, tone] = stateOf(answer);
        return { state, tone, text: comment ? `${name}: ${comment}` : name };
      })}
    />
  );
}

function stateOf(answer: string | null): [string, Tone] {
  if (answer === 'agreed') return [t.agreed, 'ok'];
  return answer === 'commented' ? [t.commented, 'warn'] : [t.waiting, 'grey'];
}
