import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Context } from '#app/core/context.server.ts';
import { daysBetween, formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Columns, Page } from '#app/ui/Page.tsx';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import { uiText } from '#app/ui/ui.text.ts';
import type { Id } from '#db/schema.ts';
import {
  countSteps,
  findRoute,
  listDrawnSteps,
  listPositions,
  listSharedSteps,
  listSteps,
} from '../educational-routes/route.queries.server.ts';
import { causeNames, routeText } from '../educational-routes/route.text.ts';
import { yearOfRoute } from '../educational-routes/route.ts';
import { countContents } from '../educational-routes/route-contents.queries.server.ts';
import { listRouteFiles } from '../educational-routes/route-file.queries.server.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import type { LookedPart } from '../educational-routes/route-look.ts';
import { currentPosition, positionNumber } from '../educational-routes/route-position.ts';
import { listTutorPeriods } from '../educational-routes/route-tutor.queries.server.ts';
import { listRevisions } from '../route-corrections/revision.queries.server.ts';
import { findOptionalShift } from '../route-corrections/shift.queries.server.ts';
import { type AreaResult, listAreaResults } from '../route-diagnosis/route-diagnosis.queries.server.ts';
import { listMotivation } from '../route-reflections/reflection.queries.server.ts';
import { AreaStrips } from './area-strips.tsx';
import { RoadmapPicture } from './roadmap-picture.tsx';
import { RoadmapTable, type TableStep } from './roadmap-table.tsx';
import { RouteActs } from './route-acts.tsx';
import { bookText } from './route-book.text.ts';
import { nextAct } from './route-next.ts';
import { RoutePath } from './route-path.tsx';
import { RouteTasks } from './route-tasks.tsx';

const LOOKS = { whole: 'whole', shared: 'plan', state: 'state' } as const satisfies Record<string, LookedPart>;

/** One route: the whole for its owner, tutor and centre; the plan for mentor and curator; the state for the head. */
export const loader = pageLoader(
  {
    need: ['route.read', 'route.shared', 'route.state'],
    params: z.object({ id: id() }),
    query: z.object({ view: z.enum(['picture', 'table']).catch('picture') }),
  },
  async ({ ctx, params, query }) => {
    const routeId = params.id;
    const { view, targetImage, ...route } = await findRoute(ctx, routeId);
    const isWhole = view === 'whole';
    const seesPlan = view !== 'state';
    const asTable = seesPlan && query.view === 'table';
    const [counted, positions, drawn, table, periods, areas, revisions, shift, next] = await Promise.all([
      seesPlan ? null : countSteps(ctx, routeId),
      listPositions(ctx, routeId),
      seesPlan && !asTable ? listDrawnSteps(ctx, routeId) : null,
      asTable ? stepTable(ctx, routeId, isWhole) : null,
      isWhole ? listTutorPeriods(ctx, routeId) : [],
      seesPlan ? listAreaResults(ctx, routeId) : Promise.resolve<AreaResult[]>([]),
      seesPlan ? listRevisions(ctx, routeId) : [],
      isWhole ? findOptionalShift(ctx, routeId) : null,
      route.mayEdit ? nextOf(ctx, routeId, targetImage ?? '') : null,
      recordLook(ctx, route, LOOKS[view]),
    ]);
    const { overdueSince, ...stepCounts } = counted ?? countOf(drawn ?? table ?? []);
    const position = positionNumber(currentPosition(positions) ?? 0);
    return {
      route: headOf(route),
      isWhole,
      seesPlan,
      today: ctx.today,
      year: yearOfRoute(route, ctx.today),
      counted: { ...stepCounts, overdueDays: overdueSince ? daysBetween(overdueSince, ctx.today) : 0 },
      positions,
      next: next && position ? nextAct(position, next) : null,
      targetImage,
      drawn,
      table,
      areas,
      revisions: revisions.map(({ id, number, madeOn, cause }) => ({ id, number, madeOn, cause })),
      shift,
      tutor: periods.find((period) => period.isCurrent)?.name ?? null,
    };
  },
);

/** The same counts as `countSteps` gives, of steps at hand. */
function countOf(steps: readonly { state: LaneState; dueOn: string }[]) {
  const late = steps.filter(({ state }) => state === 'overdue').map(({ dueOn }) => dueOn);
  const closed = steps.filter(({ state }) => state === 'closed').length;
  return { total: steps.length, closed, overdue: late.length, overdueSince: late.sort()[0] ?? null };
}

async function stepTable(ctx: Context, routeId: Id, isWhole: boolean): Promise<TableStep[]> {
  if (!isWhole) return (await listSharedSteps(ctx, routeId)).map((step) => ({ ...step, written: null }));
  const [steps, files] = await Promise.all([listSteps(ctx, routeId), listRouteFiles(ctx, routeId)]);
  return steps.map(({ product, productLink, attitude, tutorNote, choiceReason, alternatives, ...step }) => {
    const attached = files.filter((file) => file.stepId === step.id).map(({ id, name }) => ({ id, name }));
    const words = { product, productLink, attitude, tutorNote, choiceReason, alternatives };
    return { ...step, written: { ...words, files: attached } };
  });
}

async function nextOf(ctx: Context, routeId: Id, targetImage: string) {
  const [contents, motivation] = await Promise.all([
    countContents(ctx, routeId, targetImage),
    listMotivation(ctx, routeId),
  ]);
  return { ...contents, isMotivationTold: motivation.some(({ reflectionId }) => reflectionId === null) };
}

function headOf(route: Omit<Awaited<ReturnType<typeof findRoute>>, 'view' | 'targetImage'>) {
  const { id, years, startedOn, endedOn, state, unitName, owner, isOwner, isTutor } = route;
  const { mayEdit, mayPlan, mayNote, mayAssign } = route;
  return {
    ...{ id, years, startedOn, endedOn, state, unitName, owner, isOwner, isTutor },
    ...{ mayEdit, mayPlan, mayNote, mayAssign },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? routeText.heading(data.route.owner) : routeText.title} — ${uiText.brand}` },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RoutePage() {
  const data = useLoaderData<typeof loader>();
  const { route, drawn, table, isWhole, seesPlan, shift } = data;
  const strips = <AreaStrips routeId={route.id} areas={data.areas} isWhole={isWhole} />;
  const revisions = data.revisions.map(({ id, number, madeOn, cause }) => ({
    ...{ id, day: madeOn, title: bookText.revision(number, causeNames[cause]) },
  }));
  return (
    <Page
      title={route.isOwner ? routeText.ownHeading : routeText.heading(route.owner)}
      back={{ href: paths.routes(), text: routeText.back }}
      lede={ledeOf(data)}
      actions={<RouteActs route={route} seesPlan={seesPlan} isWhole={isWhole} tutor={data.tutor} />}
    >
      {shift ? (
        <Notice tone="warn">
          {bookText.shift(formatDay(shift.newStartOn))} <a href={paths.routeShiftAnswer(shift.id)}>{bookText.answer}</a>
        </Notice>
      ) : null}
      <Figures items={figuresOf(data)} />
      <RoutePath
        routeId={route.id}
        positions={data.positions}
        next={data.next}
        seesPlan={seesPlan}
        seesWhole={isWhole}
      />
      {table ? <RoadmapTable route={route} steps={table} revisions={revisions} isWhole={isWhole} /> : null}
      {drawn ? <RoadmapPicture route={route} steps={drawn} revisions={revisions} today={data.today} /> : null}
      {isWhole && drawn && (route.mayPlan || route.mayNote) ? (
        <Columns
          main={<RouteTasks routeId={route.id} steps={drawn} isOwner={route.mayEdit} today={data.today} />}
          aside={
            <>
              <TargetImage data={data} />
              {strips}
            </>
          }
        />
      ) : (
        <>
          {isWhole ? <TargetImage data={data} /> : null}
          {seesPlan && (isWhole || data.areas.length > 0) ? strips : null}
        </>
      )}
      {seesPlan ? null : <p className="mute">{routeText.stateOnly}</p>}
    </Page>
  );
}

function TargetImage({ data: { route, targetImage } }: { data: Data }) {
  const edit = <a href={paths.routeImage(route.id)}>{targetImage ? uiText.change : routeText.writeImage}</a>;
  return (
    <Card title={routeText.image} aside={route.mayEdit ? edit : undefined}>
      <p className={targetImage ? 'prose' : 'empty'}>{targetImage || routeText.imageEmpty}</p>
    </Card>
  );
}

function ledeOf({ route, year, isWhole, tutor }: Data): string {
  const line = routeText.routeLine(year, route.years, formatDay(route.startedOn), formatDay(route.endedOn));
  return [route.unitName, line, ...(isWhole ? [routeText.tutorLine(tutor)] : [])].join(' · ');
}

function figuresOf({ counted, positions, drawn, route }: Data) {
  const position = currentPosition(positions);
  const waiting = drawn?.filter((step) => step.waiting !== null).length;
  return [
    { value: routeText.ofTotal(counted.closed, counted.total), label: routeText.figures.closed },
    {
      value: counted.overdue,
      label: counted.overdue > 0 ? routeText.figure.overdueFor(counted.overdueDays) : routeText.figures.overdueSteps,
    },
    { value: position === null ? uiText.notCounted : routeText.ofTotal(position, 7), label: routeText.figure.position },
    ...(route.isTutor && waiting !== undefined ? [{ value: waiting, label: routeText.figure.waiting }] : []),
  ];
}
