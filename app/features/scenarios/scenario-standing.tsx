import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { ConfirmPanel } from '#app/ui/ConfirmPanel.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { LiveRegion } from '#app/ui/LiveRegion.tsx';
import { Meter } from '#app/ui/Meter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { formatNumber, formatPercent } from '#app/ui/numbers.ts';
import { aimNames, failureSentences, poolNames } from './scenario.text.ts';
import { FAILURES } from './scenario.ts';
import type { ScenarioChanges } from './scenario-changes.server.ts';
import { scenarioText } from './scenario-pages.text.ts';
import type { ShownScenario } from './scenario-shown.ts';

const SECONDS_BETWEEN_LOOKS = 1;
/** So many names are told of each change; the rest is counted. */
const MOST_NAMES = 5;

/** How a scenario is getting on, what came out in numbers, what has changed since. */
export function StandingOfScenario({ shown }: { shown: ShownScenario }) {
  const { scenario, figures } = shown;
  switch (scenario.state) {
    case 'waiting':
    case 'solving':
      return (
        <LiveRegion id="scenario-work" href={paths.scenario(scenario.id)} seconds={SECONDS_BETWEEN_LOOKS}>
          <Meter
            label={scenarioText.working[scenario.state]}
            text={formatPercent(scenario.progress / 100, 0)}
            share={scenario.progress / 100}
          />
        </LiveRegion>
      );
    case 'failed': {
      const code = FAILURES.find((known) => known === scenario.failureCode) ?? 'fault';
      return (
        <Notice tone="bad" title={scenarioText.failedTitle}>
          <p>{failureSentences[code]}</p>
        </Notice>
      );
    }
    case 'published':
      return (
        <>
          <ConfirmPanel
            title={scenarioText.publishedTitle}
            next={<ButtonLink href={paths.mentorships()} text={scenarioText.toMentorships} />}
          >
            <p>
              {scenarioText.publishedText(scenario.proposed ?? 0, (figures?.placed ?? 0) - (scenario.proposed ?? 0))}
            </p>
          </ConfirmPanel>
          <Numbers shown={shown} />
        </>
      );
    case 'solved':
      return (
        <>
          <Numbers shown={shown} />
          <Warnings shown={shown} />
        </>
      );
    case 'discarded':
      return (
        <Notice>
          <p>{scenarioText.discarded}</p>
        </Notice>
      );
  }
}

function Numbers({ shown: { scenario, figures } }: { shown: ShownScenario }) {
  if (!figures) return null;
  const { placed, mentees, median, places } = figures;
  const asked = [
    poolNames[scenario.pool],
    aimNames[scenario.aim].name.toLowerCase(),
    scenario.aim === 'quality' ? scenarioText.threshold(scenario.threshold) : null,
    scenario.isRemoteAllowed ? scenarioText.remote.yes : scenarioText.remote.no,
    scenarioText.weights(scenario.weightsNumber),
    scenario.terms,
  ];
  return (
    <>
      <Figures
        items={[
          { value: formatNumber(placed), label: scenarioText.placed(mentees) },
          { value: formatNumber(mentees - placed), label: scenarioText.unplaced },
          { value: formatNumber(median), label: scenarioText.median },
          { value: formatNumber(placed), label: scenarioText.places(places) },
        ]}
      />
      <p className="mute">
        {scenarioText.asked}: {asked.filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function Warnings({ shown }: { shown: ShownScenario }) {
  const { scenario, figures, changes, brokenPins } = shown;
  if (!figures) return null;
  const { remoteGain, farBelow, line } = figures;
  return (
    <>
      {changes ? (
        <Notice tone="warn" title={scenarioText.staleTitle}>
          <ChangeLines changes={changes} />
          <p>{scenarioText.staleAdvice}</p>
        </Notice>
      ) : null}
      {brokenPins.length > 0 ? (
        <Notice tone="warn" title={scenarioText.brokenPins}>
          <ul className="govuk-list">
            {brokenPins.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {remoteGain !== null && remoteGain > 0 ? (
        <Notice>
          <p>{scenarioText.remoteGain(remoteGain)}</p>
          <ButtonLink href={`${paths.scenarioAgain(scenario.id)}&remote=yes`} text={scenarioText.tryRemote} />
        </Notice>
      ) : null}
      {farBelow > 0 && line !== null ? (
        <Notice>
          <p>{scenarioText.farBelow(farBelow, line)}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** What has changed since a scenario was solved, name by name. */
export function ChangeLines({ changes }: { changes: ScenarioChanges }) {
  const kinds = ['gone', 'come', 'mentorsGone', 'mentorsCome', 'fuller', 'changed'] as const;
  return (
    <ul className="govuk-list">
      {kinds
        .filter((kind) => changes[kind].length > 0)
        .map((kind) => (
          <li key={kind}>{scenarioText.stale[kind](namesLine(changes[kind]))}</li>
        ))}
    </ul>
  );
}

function namesLine(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? scenarioText.andOthers(rest) : '');
}
