import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { Timeline } from '#app/ui/Timeline.tsx';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import { uiText } from '#app/ui/ui.text.ts';
import type { Day, Id } from '#db/schema.ts';
import { presentationLevelNames, routeText, stepKindNames } from '../educational-routes/route.text.ts';
import { STEP_KINDS, type StepKind } from '../educational-routes/route.ts';
import type { PresentationLevel } from '../educational-routes/route-step.ts';
import { ProductText } from '../educational-routes/route-step-rows.tsx';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import { productFileText } from '../product-files/product-file.text.ts';
import { bookText } from './route-book.text.ts';

/** A step as anybody who sees the plan sees it. */
export interface PlannedStep {
  id: Id;
  kind: StepKind;
  area: Area | null;
  title: string;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
  closedOn: Day | null;
  state: LaneState;
  goal: string;
  organisation: string;
  registerNumber: string;
  hours: number | null;
  presentationForm: string;
  presentationLevel: PresentationLevel | null;
  presentationPlace: string;
  presentedOn: Day | null;
}

/** What the owner and the tutor have written about it. */
export type WrittenStep = PlannedStep & {
  product: string | null;
  productLink: string;
  attitude: string | null;
  tutorNote: string;
  choiceReason: string;
  alternatives: string;
  files: readonly { id: Id; name: string }[];
};

interface RoadmapProps {
  routeId: Id;
  steps: readonly PlannedStep[];
  /** The same steps with what was written, for those who see the whole route; empty for the others. */
  whole: readonly WrittenStep[];
  /** Corrections of the plan, as marks on the picture. */
  revisions: readonly { id: Id; day: Day; title: string }[];
  today: Day;
  asTable: boolean;
  mayClose: boolean;
  mayPlan: boolean;
  mayNote: boolean;
}

const tones: Record<LaneState, Tone> = { closed: 'ok', going: 'info', overdue: 'bad', later: 'grey' };

/** The roadmap as lanes over school years, or as a table with everything written and every act. */
export function RouteRoadmap(props: RoadmapProps) {
  const { routeId, steps, asTable } = props;
  const empty = props.mayPlan ? routeText.roadmapEmpty : routeText.roadmapEmptyReader;
  const turn = asTable ? (
    <a href={paths.route(routeId)}>{routeText.asPicture}</a>
  ) : (
    <a href={paths.routeTable(routeId)}>{routeText.asTable}</a>
  );
  return (
    <Card title={routeText.roadmap} aside={steps.length > 0 ? turn : undefined}>
      {asTable || steps.length === 0 ? (
        <Table
          caption={routeText.roadmap}
          rows={steps}
          rowKey={(step) => step.id}
          empty={empty}
          columns={columns(props)}
        />
      ) : (
        <Timeline
          title={routeText.roadmap}
          lanes={lanesOf(steps)}
          today={props.today}
          empty={empty}
          events={eventsOf(props)}
        />
      )}
    </Card>
  );
}

function lanesOf(steps: readonly PlannedStep[]) {
  return STEP_KINDS.map((kind) => ({
    title: stepKindNames[kind].lane,
    steps: steps
      .filter((step) => step.kind === kind)
      .map(({ title, startedOn, dueOn, state }) => ({ title, startsOn: startedOn, endsOn: dueOn, state })),
  }));
}

function eventsOf({ steps, revisions }: RoadmapProps) {
  const products = steps.flatMap(({ closedOn, title, expectedProduct }) =>
    closedOn ? [{ day: closedOn, title: `${expectedProduct}: ${title}` }] : [],
  );
  const made = revisions.map(({ id, day, title }) => ({ day, title, href: paths.routeRevision(id) }));
  return [
    { title: bookText.products, shape: 'diamond' as const, items: products },
    { title: bookText.revisions, shape: 'triangle' as const, items: made },
  ];
}

function columns(props: RoadmapProps): Column<PlannedStep>[] {
  const words = routeText.stepFacts;
  const written = new Map(props.whole.map((step) => [step.id, step]));
  const result: Column<PlannedStep> = { title: words.result, cell: (step) => <Result step={written.get(step.id)} /> };
  const acts: Column<PlannedStep> = { title: words.acts, cell: (step) => <StepActs step={step} {...props} /> };
  return [
    { title: words.title, heading: true, cell: (step) => <Subject step={step} /> },
    { title: words.state, cell: (step) => <Tag tone={tones[step.state]}>{uiText.laneStates[step.state]}</Tag> },
    { title: words.term, cell: (step) => routeText.term(formatDay(step.startedOn), formatDay(step.dueOn)) },
    { title: words.learning, cell: (step) => <Where step={step} /> },
    { title: words.expected, cell: (step) => step.expectedProduct },
    ...(props.whole.length > 0 ? [result] : []),
    acts,
  ];
}

function Subject({ step }: { step: PlannedStep }) {
  const area = step.area ? areaNames[step.area] : routeText.noArea;
  return (
    <>
      {step.title}
      <div className="mute">{`${stepKindNames[step.kind].full} · ${area}`}</div>
      {step.goal ? (
        <div>
          <span className="mute">{routeText.stepFacts.goal}:</span> {step.goal}
        </div>
      ) : null}
    </>
  );
}

/** Where one learns, and how the product will be presented. */
function Where({ step }: { step: PlannedStep }) {
  const learning = routeText.learningPlace(step.organisation, step.registerNumber, step.hours);
  const level = step.presentationLevel ? presentationLevelNames[step.presentationLevel] : '';
  const on = step.presentedOn ? formatDay(step.presentedOn) : '';
  const presentation = [step.presentationForm, level, step.presentationPlace, on].filter(Boolean).join(', ');
  if (!learning && !presentation) return uiText.notCounted;
  return (
    <>
      {learning}
      {presentation ? <div className="mute">{`${routeText.stepFacts.presentation}: ${presentation}`}</div> : null}
    </>
  );
}

function Result({ step }: { step: WrittenStep | undefined }) {
  const words = routeText.stepFacts;
  const texts = [
    { key: words.choice, text: step?.choiceReason },
    { key: words.alternatives, text: step?.alternatives },
    {
      key: words.product,
      text: step?.product ? <ProductText product={step.product} link={step.productLink} /> : null,
    },
    { key: productFileText.files, text: step && step.files.length > 0 ? <Files files={step.files} /> : null },
    { key: words.attitude, text: step?.attitude },
    { key: words.note, text: step?.tutorNote },
  ].filter(({ text }) => text);
  if (texts.length === 0) return uiText.notCounted;
  return texts.map(({ key, text }) => (
    <div key={key}>
      <span className="mute">{key}:</span> {text}
    </div>
  ));
}

function Files({ files }: { files: WrittenStep['files'] }) {
  return files.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : null}
      <a href={paths.routeFile(id)} download>
        {name}
      </a>
    </span>
  ));
}

function StepActs({ step, mayClose, mayPlan, mayNote }: { step: PlannedStep } & RoadmapProps) {
  const isOpen = step.closedOn === null;
  return (
    <span className="acts">
      {mayClose && isOpen ? <a href={paths.routeStepClose(step.id)}>{routeText.closeStep}</a> : null}{' '}
      {mayClose && isOpen ? <a href={paths.stepFiles(step.id)}>{routeText.filesStep}</a> : null}{' '}
      {mayPlan && isOpen ? <a href={paths.routeStepEdit(step.id)}>{routeText.editStep}</a> : null}{' '}
      {mayNote ? <a href={paths.routeStepNote(step.id)}>{routeText.noteStep}</a> : null}{' '}
      {mayClose && isOpen ? <a href={paths.stepPlanItems(step.id)}>{routeText.itemsStep}</a> : null}{' '}
      <a href={paths.stepTalk(step.id)}>{routeText.talkStep}</a>
    </span>
  );
}
