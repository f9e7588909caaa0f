/** Small parts of a document's preview. */
import { Fragment, type ReactNode } from 'react';

/** The parts of a finished document never move, so that their place is their key. */
export function each<Part>(parts: readonly Part[], view: (part: Part, index: number) => ReactNode): ReactNode {
  return parts.map((part, index) => {
    const key = `part-${index}`;
    return <Fragment key={key}>{view(part, index)}</Fragment>;
  });
}

/** A text with its line breaks. */
export function Lines({ text }: { text: string }) {
  return each(text.split('\n'), (line, index) => (
    <>
      {index > 0 ? <br /> : null}
      {line}
    </>
  ));
}

/** Lines that stand in a corner of the sheet or in a frame. */
export function Corner({ className, lines }: { className: string; lines: string[] }) {
  return (
    <p className={className}>
      <Lines text={lines.join('\n')} />
    </p>
  );
}
