import { SummaryList } from '#app/ui/SummaryList.tsx';
import type { ResultKind } from './mentor-result.ts';
import { changeWords, resultKindNames, resultText as t } from './portfolio.text.ts';

/** What a page shows of one result. */
export interface ShownResult {
  kind: ResultKind;
  title: string;
  year: number;
  measure: string;
  valueBefore: string;
  valueAfter: string;
  evidenceLink: string | null;
  evidencePaper: string;
}

/** A result with its evidence, for whoever confirms it or takes it back. */
export function ResultFacts({ result }: { result: ShownResult }) {
  return (
    <SummaryList
      rows={[
        { key: t.labels.title, value: result.title },
        { key: t.labels.kind, value: resultKindNames[result.kind] },
        { key: t.labels.year, value: result.year },
        { key: t.labels.measure, value: changeWords(result) || null },
        { key: t.evidence, value: <Evidence result={result} /> },
      ]}
    />
  );
}

/** The evidence of a result: a link that opens apart, the paper in words, or both. */
export function Evidence({ result }: { result: Pick<ShownResult, 'evidenceLink' | 'evidencePaper'> }) {
  const { evidenceLink, evidencePaper } = result;
  return (
    <>
      {evidenceLink ? (
        <a href={evidenceLink} rel="noreferrer nofollow" target="_blank">
          {t.openEvidence}
        </a>
      ) : null}
      {evidenceLink && evidencePaper ? ', ' : null}
      {evidencePaper}
    </>
  );
}
