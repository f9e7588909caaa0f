import { formatNumber } from './numbers.ts';
import { uiText } from './ui.text.ts';

/** One part of a score: what it stands for and how many points it gives. */
export type ScorePart = { label: string; value: number };

/** A score as a bar of its parts: `total` of `max`, the parts named for those who hear the page or point at them. */
export function Bars({ parts, max, digits = 0 }: { parts: readonly ScorePart[]; max: number; digits?: number }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const totalText = formatNumber(total, digits);
  const said = parts.map((part) => `${part.label} ${formatNumber(part.value, digits)}`).join(', ');
  let start = 0;
  return (
    <div className="bars">
      <b>{totalText}</b> <span className="mute">{uiText.outOfTail(formatNumber(max))}</span>
      <svg
        className="bar"
        width="100%"
        height="10"
        role="img"
        aria-label={`${uiText.outOf(totalText, formatNumber(max))}: ${said}`}
      >
        {parts.map((part, index) => {
          const x = start;
          start += part.value;
          return (
            <rect
              key={part.label}
              className={`part-${(index % 5) + 1}`}
              x={percent(x, max)}
              width={percent(part.value, max)}
              height="10"
            >
              <title>{`${part.label}: ${formatNumber(part.value, digits)}`}</title>
            </rect>
          );
        })}
      </svg>
    </div>
  );
}

function percent(value: number, max: number): string {
  return `${max > 0 ? Math.round((value / max) * 1000) / 10 : 0}%`;
}
