import { gapWord, placeNames, contourAreaText as t } from './contour.text.ts';
import type { Component } from './contour.ts';
import type { ContourRow } from './contour-area.queries.server.ts';

const TILE = 18;
const STEP = 21;

/** Numbers over the tiles: the places of the components in the directory. */
export function StripHead({ count }: { count: number }) {
  return (
    <svg className="tiles" width={count * STEP} height={14} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the numbers are their places
        <text key={index} x={index * STEP + TILE / 2} y={11} textAnchor="middle">
          {index + 1}
        </text>
      ))}
    </svg>
  );
}

/**
 * An organisation's components as a row of tiles: inside full, outside with an edge, a gap crossed; each names itself when
 * pointed at, the whole is told in one sentence to those who hear the page.
 */
export function Strip({ row, components }: { row: ContourRow; components: readonly Component[] }) {
  const gaps = components.filter(({ code }) => !row.cells[code]).map(({ name }) => name);
  return (
    <svg
      className="tiles"
      width={components.length * STEP}
      height={TILE + 2}
      role="img"
      aria-label={t.strip(row.name, row.inside, row.outside, gaps)}
    >
      {components.map(({ code, name }, index) => {
        const cell = row.cells[code];
        const x = index * STEP + 1;
        return (
          <g key={code} className={cell ? `tile-${cell.place}` : 'tile-gap'}>
            <title>{`${name}: ${cell ? `${placeNames[cell.place]}, ${cell.provider}` : gapWord}`}</title>
            <rect x={x} y={1} width={TILE} height={TILE} rx={3} />
            {cell ? null : <path d={`M${x + 5} 6l8 8m0-8l-8 8`} />}
            {cell?.place === 'outside' ? <circle cx={x + TILE / 2} cy={1 + TILE / 2} r={3.5} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

/** What the tiles mean, each beside its word. */
export function StripLegend() {
  const shown = [
    { place: 'inside', word: placeNames.inside },
    { place: 'outside', word: placeNames.outside },
    { place: 'gap', word: gapWord },
  ] as const;
  return (
    <p className="tiles-legend mute">
      {shown.map(({ place, word }) => (
        <span key={place}>
          <svg className="tiles" width={TILE + 2} height={TILE + 2} aria-hidden="true">
            <g className={`tile-${place}`}>
              <rect x={1} y={1} width={TILE} height={TILE} rx={3} />
              {place === 'gap' ? <path d="M6 6l8 8m0-8l-8 8" /> : null}
              {place === 'outside' ? <circle cx={10} cy={10} r={3.5} /> : null}
            </g>
          </svg>{' '}
          {word}
        </span>
      ))}
    </p>
  );
}

/** In how many organisations a component stands inside, outside and nowhere, as one bar. */
export function ShareBar(props: { name: string; inside: number; outside: number; gaps: number }) {
  const { name, inside, outside, gaps } = props;
  const total = inside + outside + gaps;
  const percent = (count: number) => `${total > 0 ? Math.round((count / total) * 1000) / 10 : 0}%`;
  return (
    <svg className="tiles share" width="100%" height="14" role="img" aria-label={t.share(name, inside, outside, gaps)}>
      <g className="tile-inside">
        <rect x="0" y="0" width={percent(inside)} height="14" />
      </g>
      <g className="tile-outside">
        <rect x={percent(inside)} y="0" width={percent(outside)} height="14" />
      </g>
      <g className="tile-gap">
        <rect x={percent(inside + outside)} y="0" width={percent(gaps)} height="14" />
      </g>
    </svg>
  );
}
