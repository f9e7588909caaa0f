import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import { uiText } from '#app/ui/ui.text.ts';
import type { Day, Id } from '#db/schema.ts';
import { presentationLevelNames, routeText, stepKindNames } from '../educational-routes/route.text.ts';
import type { StepKind } from '../educational-routes/route.ts';
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

/** What the owner and the tutor have written about a step, with its files. */
interface WrittenWords {
  product: string | null;
  productLink: string;
  attitude: string | null;
  tutorNote: string;
  choiceReason: string;
  alternatives: string;
  files: readonly { id: Id; name: string }[];
}

/** A row of the table; what was written only for those who see the whole route. */
export type TableStep = PlannedStep & { written: WrittenWords | null };

interface Acts {
  mayEdit: boolean;
  mayPlan: boolean;
  mayNote: boolean;
}

const tones: Record<LaneState, Tone> = { closed: 'ok', going: 'info', overdue: 'bad', later: 'grey' };

/** The roadmap as a table with everything written, every act and the corrections made. */
export function RoadmapTable(props: {
  route: { id: Id } & Acts;
  steps: readonly TableStep[];
  revisions: readonly { id: Id; day: Day; title: string }[];
  isWhole: boolean;
}) {
  const { route, steps, revisions } = props;
  return (
    <Card title={routeText.roadmap} aside={<a href={paths.route(route.id)}>{routeText.asPicture}</a>}>
      <Table
        caption={routeText.roadmap}
        rows={steps}
        rowKey={(step) => step.id}
        empty={route.mayPlan ? routeText.roadmapEmpty : routeText.roadmapEmptyReader}
        columns={columns(route, props.isWhole)}
      />
      {revisions.length > 0 ? (
        <p>
          <span className="mute">{bookText.revisions}:</span>{' '}
          {revisions.map(({ id, day, title }, index) => (
            <span key={id}>
              {index > 0 ? '; ' : null}
              <a href={paths.routeRevision(id)}>{title}</a>, {formatDay(day)}
            </span>
          ))}
        </p>
      ) : null}
    </Card>
  );
}

function columns(acts: Acts, isWhole: boolean): Column<TableStep>[] {
  const words = routeText.stepFacts;
  const result: Column<TableStep> = { title: words.result, cell: (step) => <Result written={step.written} /> };
  return [
    { title: words.title, heading: true, cell: (step) => <Subject step={step} /> },
    { title: words.state, cell: (step) => <State step={step} /> },
    { title: words.term, cell: (step) => routeText.term(formatDay(step.startedOn), formatDay(step.dueOn)) },
    { title: words.learning, cell: (step) => <Where step={step} /> },
    { title: words.expected, cell: (step) => step.expectedProduct },
    ...(isWhole ? [result] : []),
    { title: words.acts, cell: (step) => <StepActs step={step} {...acts} /> },
  ];
}

function State({ step: { state, closedOn } }: { step: PlannedStep }) {
  return <Tag tone={tones[state]}>{closedOn ? bookText.closed(formatDay(closedOn)) : uiText.laneStates[state]}</Tag>;
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

function Result({ written }: { written: WrittenWords | null }) {
  const words = routeText.stepFacts;
  const texts = [
    { key: words.choice, text: written?.choiceReason },
    { key: words.alternatives, text: written?.alternatives },
    {
      key: words.product,
      text: written?.product ? <ProductText product={written.product} link={written.productLink} /> : null,
    },
    { key: productFileText.files, text: written && written.files.length > 0 ? <Files files={written.files} /> : null },
    { key: words.attitude, text: written?.attitude },
    { key: words.note, text: written?.tutorNote },
  ].filter(({ text }) => text);
  if (texts.length === 0) return uiText.notCounted;
  return texts.map(({ key, text }) => (
    <div key={key}>
      <span className="mute">{key}:</span> {text}
    </div>
  ));
}

function Files({ files }: { files: WrittenWords['files'] }) {
  return files.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : null}
      <a href={paths.routeFile(id)} download>
        {name}
      </a>
    </span>
  ));
}

function StepActs({ step, mayEdit, mayPlan, mayNote }: { step: PlannedStep } & Acts) {
  const isOpen = step.closedOn === null;
  return (
    <span className="acts">
      {mayEdit && isOpen ? <a href={paths.routeStepClose(step.id)}>{routeText.closeStep}</a> : null}{' '}
      {mayEdit && isOpen ? <a href={paths.stepFiles(step.id)}>{routeText.filesStep}</a> : null}{' '}
      {mayPlan && isOpen ? <a href={paths.routeStepEdit(step.id)}>{routeText.editStep}</a> : null}{' '}
      {mayNote ? <a href={paths.routeStepNote(step.id)}>{routeText.noteStep}</a> : null}{' '}
      {mayEdit && isOpen ? <a href={paths.stepPlanItems(step.id)}>{routeText.itemsStep}</a> : null}{' '}
      <a href={paths.stepTalk(step.id)}>{routeText.talkStep}</a>
    </span>
  );
}
