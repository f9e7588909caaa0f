/** The requisites of a document on a page. */
import type { Block, Side } from './document.ts';
import { Corner, each, Lines } from './html-parts.tsx';
import type { CheckMark } from './issue.ts';
import { qrCode } from './qr-code.ts';
import { reportsText } from './reports.text.ts';

/** The organisation, the kind of the document, date, number, place. */
export function Letterhead({ block }: { block: Extract<Block, { kind: 'letterhead' }> }) {
  return (
    <header className={`doc-letterhead doc-letterhead--${block.layout}`}>
      <p className="doc-organisation">
        <Lines text={block.organisation.join('\n')} />
      </p>
      {block.details.length === 0 ? null : (
        <p className="doc-details">
          <Lines text={block.details.join('\n')} />
        </p>
      )}
      <h2 className="doc-kind">{block.documentKind}</h2>
      <p className="doc-date-number">
        <span>{block.date === '' ? reportsText.blankDate : block.date}</span>{' '}
        <span>
          {reportsText.number}
          {'\u00A0'}
          {block.number === '' ? reportsText.blankNumber : block.number}
        </span>
      </p>
      {block.place === '' ? null : <p className="doc-place">{block.place}</p>}
    </header>
  );
}

/** One side of an agreement with the place to sign. */
export function SideView({ side }: { side: Side }) {
  return (
    <div className="doc-side">
      <p>
        <strong>{side.title}</strong>
      </p>
      {side.lines.length === 0 ? null : <Corner className="doc-side-lines" lines={side.lines} />}
      <p className="doc-signature-line">
        <span className="doc-signature-space" aria-hidden="true" /> <span className="doc-name">{side.name}</span>
      </p>
      {side.mark === null ? null : <Corner className="doc-mark" lines={[side.mark]} />}
    </div>
  );
}

/** The barcode of the check page with its words. */
export function Barcode({ check }: { check: CheckMark }) {
  const { size, isDark } = qrCode(check.address);
  const squares = isDark.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <div className="doc-check">
      <Corner className="doc-check-words" lines={[reportsText.check(check)]} />
      <svg
        className="doc-barcode"
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        role="img"
        aria-label={reportsText.barcode}
        shapeRendering="crispEdges"
      >
        <path d={squares.join('')} />
      </svg>
    </div>
  );
}

/** Post, a line to sign on, name, and the mark of an electronic signature. */
export function Signature({ block }: { block: Extract<Block, { kind: 'signature' }> }) {
  return (
    <div className="doc-signature">
      <p className="doc-signature-line">
        <span className="doc-post">{block.post}</span> <span className="doc-signature-space" aria-hidden="true" />{' '}
        <span className="doc-name">{block.name}</span>
      </p>
      {block.mark === null ? null : (
        <p className="doc-mark">
          <Lines text={block.mark} />
        </p>
      )}
    </div>
  );
}

/** Who signs that the document was read. */
export function Acquaintance({ block }: { block: Extract<Block, { kind: 'acquaintance' }> }) {
  const { name, signature, date } = reportsText.acquaintance;
  return (
    <table className="doc-table doc-acquaintance">
      <caption className="doc-caption">{block.title}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{signature}</th>
          <th scope="col">{date}</th>
        </tr>
      </thead>
      <tbody>
        {each(block.names, (person) => (
          <tr>
            <th scope="row">{person}</th>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
