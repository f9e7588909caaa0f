import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import type { Document } from '#reports/document.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import type { Issue } from '#reports/issue.ts';
import { unshownSignsOf } from '#reports/settable-text.ts';
import { actText } from './local-act.text.ts';
import { outputText } from './output-standard.text.ts';

const MOST_SIGNS = 20;

/** The sheet as it is printed, its hash, the way to its check page, and which signs of it no paper will show. */
export function ActSheet({ document, issue, hash }: { document: Document; issue: Issue; hash: string }) {
  const unshown = unshownSignsOf(document).slice(0, MOST_SIGNS);
  const { check } = issue;
  return (
    <>
      {unshown.length > 0 ? (
        <Notice tone="warn" title={outputText.unshownTitle}>
          <p>{outputText.unshown(unshown.join(' '))}</p>
        </Notice>
      ) : null}
      <Card title={actText.preview}>
        <DocumentPreview document={document} issue={issue} />
        <p className="mute">{actText.hashLine(hash)}</p>
        {check ? (
          <p className="mute">
            {outputText.checkLine(check.code)} · <a href={paths.check(check.code)}>{outputText.checkLink}</a>
          </p>
        ) : null}
      </Card>
    </>
  );
}
