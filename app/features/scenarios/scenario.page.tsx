import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay, formatMoment } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { scorePartNames } from '../matching/score.text.ts';
import { pairName } from '../mentorships/mentorship.text.ts';
import { shortName } from '../people/person-name.ts';
import {
  countOutcomes,
  findScenario,
  listOutcomes,
  listPins,
  listScenarioMentors,
  type OutcomeLine,
} from './scenario.queries.server.ts';
import { outcomesFilter, scenarioParams } from './scenario.schema.ts';
import { brokenPinWords, publishRefusalWords, unplacedWords } from './scenario.text.ts';
import { ruleAgainstDiscarding, ruleAgainstPublishing, type ScenarioFigures } from './scenario.ts';
import { findChanges } from './scenario-changes.server.ts';
import { OutcomesCard } from './scenario-outcomes-card.tsx';
import { scenarioText } from './scenario-pages.text.ts';
import { PinsCard } from './scenario-pins-card.tsx';
import { StandingOfScenario } from './scenario-standing.tsx';

/** One scenario: how far it is, what came out and why, what has changed since, what can be done with it. */
export const loader = pageLoader(
  { need: 'scenario.run', params: scenarioParams, query: outcomesFilter },
  async ({ ctx, params, query }) => {
    const scenario = await findScenario(ctx, params.id);
    const { state, figures } = scenario;
    const hasOutcomes = state === 'solved' || state === 'published';
    const mentors = hasOutcomes ? await listScenarioMentors(ctx, scenario.id) : [];
    const names = new Map(mentors.map(({ id, name }) => [id, name]));
    const lines = hasOutcomes ? await listOutcomes(ctx, scenario.id, query) : [];
    const pins = await listPins(ctx, scenario.id);
    const shownFigures = figures && withoutPins(figures);
    const proposed =
      state === 'published' ? await countOutcomes(ctx, scenario.id, { page: 1, search: '', show: 'proposed' }) : null;
    return {
      scenario: {
        ...{ id: scenario.id, name: scenario.name, state, failureCode: scenario.failureCode },
        about: scenarioText.about(
          scenario.unitName,
          formatMoment(scenario.createdAt, scenario.timeZone),
          shortName(scenario.author),
        ),
        terms: scenarioText.terms(
          scenario.formName,
          scenario.kindName,
          formatDay(scenario.startedOn),
          formatDay(scenario.endedOn),
        ),
        ...{ pool: scenario.pool, aim: scenario.aim, threshold: scenario.threshold },
        ...{ isRemoteAllowed: scenario.isRemoteAllowed, weightsNumber: scenario.weights.number },
        progress: scenario.progressPercent,
        resultHash: scenario.resultHash?.slice(0, 12) ?? null,
        inputHash: scenario.inputHash?.slice(0, 12) ?? null,
        proposed,
      },
      figures: shownFigures,
      brokenPins: (figures?.brokenPins ?? []).flatMap((broken) => {
        const pin = pins.find(({ menteeId, mentorId }) => broken.menteeId === menteeId && broken.mentorId === mentorId);
        return pin ? [`${pairName(pin.mentor, pin.mentee)}: ${brokenPinWords(broken.code)}`] : [];
      }),
      changes: state === 'solved' ? await findChanges(ctx, scenario) : null,
      lines: lines.map((line) => shownLine(line, names)),
      total: hasOutcomes ? await countOutcomes(ctx, scenario.id, query) : 0,
      filter: query,
      pins: pins.map(({ menteeId: _mentee, mentorId: _mentor, ...pin }) => pin),
      waitingPins: pins.filter(({ state: how }) => how !== 'counted').length,
      publishRefusal: ruleAgainstPublishing({ state, placed: figures?.placed ?? 0 }),
      mayDiscard: ruleAgainstDiscarding(state) === null,
    };
  },
);

function withoutPins({ brokenPins: _pins, ...figures }: ScenarioFigures) {
  return figures;
}

function shownLine(line: OutcomeLine, names: ReadonlyMap<string, string>) {
  const { mentee, mentor, total, isPinned, parts, reasons, alternative, unplaced, mentorshipId, refusalCode } = line;
  return {
    mentee,
    mentor,
    total,
    isPinned,
    mentorshipId,
    refusal: refusalCode === null ? null : publishRefusalWords(refusalCode),
    parts: parts.map(({ code, points }) => ({ label: scorePartNames[code], value: points })),
    reasons: reasons.map((code) => scorePartNames[code]),
    alternative:
      alternative &&
      scenarioText.alternative(names.get(alternative.mentorId) ?? '', alternative.total, alternative.isFull),
    unplaced: unplaced && unplacedWords(unplaced),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.scenario.name ?? scenarioText.title} — ${uiText.brand}` },
];

export default function ScenarioPage() {
  const shown = useLoaderData<typeof loader>();
  const { scenario, lines } = shown;
  const hasOutcomes = scenario.state === 'solved' || scenario.state === 'published';
  return (
    <Page
      title={scenario.name}
      lede={scenario.about}
      back={{ href: paths.scenarios(), text: scenarioText.backToList }}
      actions={<Acts />}
    >
      <StandingOfScenario shown={shown} />
      {hasOutcomes ? <OutcomesCard shown={shown} lines={lines} /> : null}
      {hasOutcomes || shown.pins.length > 0 ? (
        <PinsCard pins={shown.pins} isOpen={scenario.state === 'solved'} />
      ) : null}
      {scenario.resultHash && scenario.inputHash ? (
        <p className="mute">{scenarioText.hash(scenario.resultHash, scenario.inputHash)}</p>
      ) : null}
    </Page>
  );
}

function Acts() {
  const { scenario, publishRefusal, mayDiscard, waitingPins } = useLoaderData<typeof loader>();
  const { id, state } = scenario;
  const isSettled = state === 'solved' || state === 'published' || state === 'failed';
  const again = waitingPins > 0 ? scenarioText.againWithPins(waitingPins) : scenarioText.again;
  return (
    <>
      {publishRefusal === null ? (
        <ButtonLink href={paths.scenarioPublish(id)} text={scenarioText.publish} primary={waitingPins === 0} />
      ) : null}
      {isSettled ? <ButtonLink href={paths.scenarioAgain(id)} text={again} primary={waitingPins > 0} /> : null}
      {state === 'solved' || state === 'published' ? (
        <ButtonLink href={paths.scenarioCompare(id)} text={scenarioText.compare} />
      ) : null}
      {mayDiscard ? <ButtonLink href={paths.scenarioDiscard(id)} text={scenarioText.discard} /> : null}
    </>
  );
}
