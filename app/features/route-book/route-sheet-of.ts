import { formatDay } from '#app/core/dates.ts';
import { formatNumber } from '#app/ui/numbers.ts';
import { placeOfDay, schoolYearsOf } from '#app/ui/timeline-layout.ts';
import { uiText } from '#app/ui/ui.text.ts';
import type { Lane } from '#reports/document.ts';
import { routeSheetText as words } from '#reports/route-sheet.text.ts';
import type { RouteSheet } from '#reports/route-sheet.ts';
import {
  causeNames,
  masteryNames,
  positionNames,
  presentationLevelNames,
  routeText,
  stepKindNames,
} from '../educational-routes/route.text.ts';
import { STEP_KINDS } from '../educational-routes/route.ts';
import { positionNumber } from '../educational-routes/route-position.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { BeforeAfter } from '../route-diagnosis/route-diagnosis.ts';
import { reflectionText } from '../route-reflections/reflection.text.ts';
import { motivationOf } from '../route-reflections/reflection.ts';
import { bookText } from './route-book.text.ts';
import type { findRouteFile } from './route-file.queries.server.ts';

type RouteFile = Awaited<ReturnType<typeof findRouteFile>>;

const none = uiText.notCounted;
const dayOr = (day: string | null) => (day ? formatDay(day) : none);

/** A route as its printed sheet says it. */
export function routeSheetOf(file: RouteFile, today: string): RouteSheet {
  const { route } = file;
  const period = words.term(
    formatDay(route.startedOn),
    formatDay(route.endedOn),
    route.years === 4 ? routeText.years[4] : routeText.years[5],
  );
  return {
    owner: route.owner,
    organisation: route.unitName,
    centre: file.centre,
    tutor: file.tutor,
    period,
    image: route.targetImage ?? '',
    positions: file.positions.map(({ position, openedOn, completedOn, note }) => [
      String(position),
      positionNames[positionNumber(position) ?? 1],
      dayOr(openedOn),
      dayOr(completedOn),
      note || none,
    ]),
    areas: file.areas.map(({ area, self, external, strength, deficits }) => [
      areaNames[area],
      resultOf(self),
      resultOf(external),
      strength ? [strength.note, strength.evidence].filter(Boolean).join('. ') : none,
      deficits
        .map(({ description, closedOn }) => `${description || areaNames[area]} (${standing(closedOn)})`)
        .join('; ') || none,
    ]),
    areaBars: file.areas.flatMap(({ area, self }) =>
      self
        ? [{ area: areaNames[area], before: self.first.percent, after: self.last.percent, text: resultOf(self) }]
        : [],
    ),
    ...pictureOf(file, today),
    steps: file.steps.map((step, index) => stepRow(step, index + 1, file.files)),
    revisions: [...file.revisions].reverse().map((revision) => [
      String(revision.number),
      formatDay(revision.madeOn),
      causeNames[revision.cause],
      revision.reason ?? none,
      file.changes
        .filter(({ number }) => number === revision.number)
        .flatMap(({ changes }) => changes.map(({ after }) => after.title))
        .join('; '),
    ]),
    cycles: cyclesOf(file),
    printedOn: formatDay(today),
  };
}

function stepRow(step: RouteFile['steps'][number], number: number, files: RouteFile['files']): string[] {
  const attached = files.filter(({ stepId }) => stepId === step.id).map(({ name }) => name);
  const { presentationForm, presentationLevel, presentationPlace, presentedOn } = step;
  const level = presentationLevel ? presentationLevelNames[presentationLevel] : '';
  const presentation = [presentationForm, level, presentationPlace, presentedOn ? formatDay(presentedOn) : ''];
  return [
    String(number),
    step.area ? areaNames[step.area] : none,
    step.goal || none,
    `${step.title} (${stepKindNames[step.kind].full})`,
    routeText.learningPlace(step.organisation, step.registerNumber, step.hours) || none,
    formatDay(step.startedOn),
    formatDay(step.dueOn),
    [step.product ?? step.expectedProduct, step.productLink, bookText.attached(attached)].filter(Boolean).join(' '),
    presentation.filter(Boolean).join(', ') || none,
    step.closedOn ? routeText.stepClosedOn(formatDay(step.closedOn)) : uiText.laneStates[step.state],
    step.tutorNote || none,
    step.attitude || none,
  ];
}

const tones = { closed: 'done', going: 'going', overdue: 'late', later: 'later' } as const;

function pictureOf(
  { steps, revisions }: RouteFile,
  today: string,
): Pick<RouteSheet, 'years' | 'lanes' | 'pictureText'> {
  const numbered = steps.map((step, index) => ({ ...step, number: index + 1 }));
  const spans = [
    {
      title: '',
      steps: steps.map(({ title, startedOn, dueOn, state }) => ({ title, startsOn: startedOn, endsOn: dueOn, state })),
    },
  ];
  const years = schoolYearsOf(spans, today);
  const at = (day: string) => Math.min(1, Math.max(0, placeOfDay(day, years) / 100));
  const lanes: Lane[] = STEP_KINDS.map((kind) => ({
    title: stepKindNames[kind].lane,
    bars: numbered
      .filter((step) => step.kind === kind)
      .map(({ startedOn, dueOn, state, number }) => {
        return { from: at(startedOn), to: at(dueOn), label: String(number), tone: tones[state] };
      }),
    points: [],
  }));
  const products = numbered.flatMap(({ closedOn, number }) =>
    closedOn ? [{ at: at(closedOn), label: String(number) }] : [],
  );
  const corrections = revisions.map(({ madeOn, number }) => ({ at: at(madeOn), label: routeText.numbered(number) }));
  const said = numbered.map(({ number, title, startedOn, dueOn, state }) => {
    return `${number}. ${title}, ${formatDay(startedOn)} – ${formatDay(dueOn)}, ${uiText.laneStates[state]}`;
  });
  return {
    years: years.map((year) => `${year}/${String(year + 1).slice(2)}`),
    lanes: [
      ...lanes,
      { title: words.pictureProducts, bars: [], points: products },
      { title: words.pictureRevisions, bars: [], points: corrections },
    ],
    pictureText: said.join('; '),
  };
}

function cyclesOf({ years, final, motivation }: RouteFile): string[][] {
  const told = (id: string | null) => {
    const found = motivation.find(({ reflectionId }) => reflectionId === id);
    return found ? formatNumber(motivationOf(found), 1) : none;
  };
  return [
    [reflectionText.start, none, none, none, told(null)],
    ...years.map((year) => [
      reflectionText.cycle(year.number),
      reflectionText.cycleTerm(formatDay(year.startedOn), formatDay(year.endedOn)),
      dayOr(year.reviewedOn),
      year.nearness === null ? none : reflectionText.ofTen(year.nearness),
      year.reflectionId ? told(year.reflectionId) : none,
    ]),
    ...(final
      ? [[reflectionText.final, none, formatDay(final.madeOn), reflectionText.ofTen(final.nearness), told(final.id)]]
      : []),
  ];
}

function resultOf(result: BeforeAfter | null): string {
  if (!result) return none;
  const { first, last } = result;
  const percent =
    first.madeOn === last.madeOn ? bookText.percent(last.percent) : bookText.wasIs(first.percent, last.percent);
  return `${percent}, ${masteryNames[last.level]}`;
}

function standing(closedOn: string | null): string {
  return closedOn ? bookText.closed(formatDay(closedOn)) : bookText.open;
}
