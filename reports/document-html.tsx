/** A document as HTML: the page shows exactly the text that is approved, from the same value the files are made of. */
import { type Block, type Document, labelledPoints, type Run } from './document.ts';
import { Corner, each, Lines } from './html-parts.tsx';
import { Acquaintance, Barcode, Letterhead, SideView, Signature } from './html-requisites.tsx';
import { checkMarkOf, type Issue, plainIssue } from './issue.ts';
import { reportsText } from './reports.text.ts';
import { settableDocument } from './settable-text.ts';

/**
 * The document inside a page that has its own h1: its title becomes an h2. No data is read; classes start with `doc-`.
 * A wide table scrolls by itself and can be reached by keyboard.
 */
export function DocumentPreview({ document: given, issue = plainIssue }: { document: Document; issue?: Issue }) {
  const document = settableDocument(given);
  const check = checkMarkOf(issue);
  return (
    <article
      className={`doc-sheet doc-sheet--${document.orientation}`}
      lang={document.language}
      aria-label={document.title}
    >
      {each(withGrifs(document.blocks), (block) => (
        <BlockView block={block} />
      ))}
      {check ? <Barcode check={check} /> : null}
      {document.footer === null ? null : <p className="doc-footer">{document.footer}</p>}
    </article>
  );
}

type Grifs = { kind: 'grifs'; adoption: string[]; approval: string[] };
type Shown = Block | Grifs;

/** Adoption and the approval after it stand beside each other. */
function withGrifs(blocks: readonly Block[]): Shown[] {
  return blocks.flatMap((block, index): Shown[] => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'approval' && before?.kind === 'adoption') return [];
    if (block.kind !== 'adoption' || after?.kind !== 'approval') return [block];
    return [{ kind: 'grifs', adoption: block.lines, approval: after.lines }];
  });
}

function BlockView({ block }: { block: Shown }) {
  switch (block.kind) {
    case 'letterhead':
      return <Letterhead block={block} />;
    case 'subject':
      return <h3 className="doc-subject">{block.text}</h3>;
    case 'approval':
      return <Corner className="doc-approval" lines={block.lines} />;
    case 'adoption':
      return <Corner className="doc-adoption" lines={block.lines} />;
    case 'grifs':
      return (
        <div className="doc-grifs">
          <Corner className="doc-adoption" lines={block.adoption} />
          <Corner className="doc-approval" lines={block.approval} />
        </div>
      );
    case 'appendix':
      return <Corner className="doc-appendix" lines={block.lines} />;
    case 'heading':
      return <Heading level={block.level} text={block.text} />;
    case 'paragraph': {
      const indent = block.firstLineIndent ? ' doc-paragraph--indented' : '';
      return (
        <p className={`doc-paragraph doc-paragraph--${block.align}${indent}`}>
          <Runs runs={block.runs} />
        </p>
      );
    }
    case 'points':
      return <Points block={block} />;
    case 'table':
      return <DocumentTable block={block} />;
    case 'signature':
      return <Signature block={block} />;
    case 'sides':
      return (
        <div className="doc-sides">
          {each(block.sides, (side) => (
            <SideView side={side} />
          ))}
        </div>
      );
    case 'acquaintance':
      return <Acquaintance block={block} />;
    case 'bars':
      return <BarsFigure block={block} />;
    case 'lanes':
      return (
        <figure className="doc-bars">
          <figcaption className="doc-caption">{block.caption}</figcaption>
          <p>{block.alt}</p>
        </figure>
      );
    case 'pageBreak':
      return <hr className="doc-page-break" />;
  }
}

function Heading({ level, text }: { level: 1 | 2 | 3; text: string }) {
  const className = `doc-heading doc-heading--${level}`;
  if (level === 1) return <h2 className={className}>{text}</h2>;
  if (level === 2) return <h3 className={className}>{text}</h3>;
  return <h4 className={className}>{text}</h4>;
}

function Runs({ runs }: { runs: Run[] }) {
  return each(runs, (run) =>
    run.bold ? (
      <strong>
        <Lines text={run.text} />
      </strong>
    ) : (
      <Lines text={run.text} />
    ),
  );
}

function Points({ block }: { block: Extract<Block, { kind: 'points' }> }) {
  const points = each(labelledPoints(block), (point) => (
    <li className={`doc-point doc-point--${point.level}`}>
      <span className="doc-point-label">{point.label}</span> <Runs runs={point.runs} />
    </li>
  ));
  // The numbers are part of the approved text, so they are written out and not left to the browser's counters.
  return <ul className="doc-points">{points}</ul>;
}

function DocumentTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const cells = (texts: string[]) =>
    each(block.columns, (column, index) => (
      <td className={`doc-cell doc-cell--${column.align}`}>
        <Lines text={texts[index] ?? ''} />
      </td>
    ));
  const headings = (texts: string[]) =>
    each(block.columns, (_, index) => (
      <th scope="col" className="doc-column">
        {texts[index] ?? ''}
      </th>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="doc-table-scroll" tabIndex={0} aria-label={block.caption ?? reportsText.table}>
      <table className="doc-table">
        {block.caption === null ? null : <caption className="doc-caption">{block.caption}</caption>}
        <colgroup>
          {each(block.columns, (column) => (
            <col style={{ width: `${((column.share / shares) * 100).toFixed(2)}%` }} />
          ))}
        </colgroup>
        <thead>
          {each(block.headerRows, (texts) => (
            <tr>{headings(texts)}</tr>
          ))}
        </thead>
        <tbody>
          {each(block.rows, (texts) => (
            <tr>{cells(texts)}</tr>
          ))}
        </tbody>
        {block.totals === null ? null : (
          <tfoot>
            <tr className="doc-totals">{cells(block.totals)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function BarsFigure({ block }: { block: Extract<Block, { kind: 'bars' }> }) {
  const bars = each(block.bars, (bar) => {
    const share = block.maximum > 0 ? Math.min(1, Math.max(0, (bar.value ?? 0) / block.maximum)) : 0;
    return (
      <div className="doc-bar">
        <dt className="doc-bar-label">{bar.label}</dt>
        <dd className="doc-bar-value">
          <span className="doc-bar-fill" style={{ width: `${(share * 75).toFixed(1)}%` }} aria-hidden="true" />{' '}
          {bar.text}
        </dd>
      </div>
    );
  });
  return (
    <figure className="doc-bars">
      <figcaption className="doc-caption">{block.caption}</figcaption>
      <dl>{bars}</dl>
    </figure>
  );
}
