import { Details } from '#app/ui/Details.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { monitoringText } from './monitoring.text.ts';
import { indicatorWords } from './monitoring-indicators.text.ts';
import { indicatorsOf, type Stage } from './monitoring-indicators.ts';

/** Formula, legend, rule, version and source of every indicator of the stage (BR-45). */
export function HowCounted({ stage }: { stage: Stage }) {
  return (
    <Details card summary={monitoringText.howCounted}>
      <SummaryList
        rows={indicatorsOf(stage).map((indicator) => {
          const words = indicatorWords[indicator.id];
          return {
            key: words.name,
            value: (
              <>
                <p>{monitoringText.legend(words.formula, words.part, words.whole)}</p>
                <p>{words.definition}</p>
                <p className="mute">
                  {monitoringText.source(words.source)} {monitoringText.version(indicator.version)}
                </p>
              </>
            ),
          };
        })}
      />
    </Details>
  );
}
