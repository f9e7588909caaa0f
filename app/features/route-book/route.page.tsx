import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { daysBetween, formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Columns, Page } from '#app/ui/Page.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import {
  countSteps,
  findRoute,
  listPositions,
  listSharedSteps,
  listSteps,
} from '../educational-routes/route.queries.server.ts';
import { causeNames, routeText } from '../educational-routes/route.text.ts';
import { yearOfRoute } from '../educational-routes/route.ts';
import { countContents } from '../educational-routes/route-contents.queries.server.ts';
import { listRouteFiles, type ShownFile } from '../educational-routes/route-file.queries.server.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import type { LookedPart } from '../educational-routes/route-look.ts';
import { currentPosition, positionNumber } from '../educational-routes/route-position.ts';
import { listTutorPeriods } from '../educational-routes/route-tutor.queries.server.ts';
import { listRevisions } from '../route-corrections/revision.queries.server.ts';
import { findOptionalShift } from '../route-corrections/shift.queries.server.ts';
import { listAreaDiagnoses } from '../route-diagnosis/route-diagnosis.queries.server.ts';
import { listMotivation } from '../route-reflections/reflection.queries.server.ts';
import { AreaStrips } from './area-strips.tsx';
import { RouteActs } from './route-acts.tsx';
import { bookText } from './route-book.text.ts';
import { nextAct } from './route-next.ts';
import { RoutePath } from './route-path.tsx';
import { RouteRoadmap } from './route-roadmap.tsx';
import { routeTasks } from './route-tasks.tsx';

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
    const [counted, positions, steps, plan, periods, areas, revisions, shift, contents, motivation, files] =
      await Promise.all([
        countSteps(ctx, routeId),
        listPositions(ctx, routeId),
        isWhole ? listSteps(ctx, routeId) : null,
        view === 'shared' ? listSharedSteps(ctx, routeId) : null,
        listTutorPeriods(ctx, routeId),
        listAreaDiagnoses(ctx, routeId),
        listRevisions(ctx, routeId),
        findOptionalShift(ctx, routeId),
        route.mayEdit ? countContents(ctx, routeId, targetImage ?? '') : null,
        listMotivation(ctx, routeId),
        isWhole && query.view === 'table' ? listRouteFiles(ctx, routeId) : [],
        recordLook(ctx, route, LOOKS[view]),
      ]);
    const { overdueSince, ...stepCounts } = counted;
    const position = positionNumber(currentPosition(positions) ?? 0);
    const isMotivationTold = motivation.some(({ reflectionId }) => reflectionId === null);
    return {
      route: headOf(route),
      isWhole,
      seesPlan,
      asTable: query.view === 'table',
      today: ctx.today,
      year: yearOfRoute(route, ctx.today),
      counted: { ...stepCounts, overdueDays: overdueSince ? daysBetween(overdueSince, ctx.today) : 0 },
      positions,
      next: contents && position ? nextAct(position, { ...contents, isMotivationTold }) : null,
      whole: steps ? { targetImage, steps: steps.map((step) => ({ ...step, files: filesOf(files, step.id) })) } : null,
      plan,
      areas,
      revisions: revisions.map(({ id, number, madeOn, cause }) => ({ id, number, madeOn, cause })),
      shift,
      tutor: periods.find((period) => period.isCurrent)?.name ?? null,
    };
  },
);

function filesOf(files: readonly ShownFile[], stepId: string): { id: string; name: string }[] {
  return files.filter((file) => file.stepId === stepId).map(({ id, name }) => ({ id, name }));
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
  const { route, whole, plan, isWhole, seesPlan, shift } = data;
  const steps = whole?.steps ?? plan;
  const strips = <AreaStrips routeId={route.id} areas={data.areas} isWhole={isWhole} />;
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
      {steps ? (
        <RouteRoadmap
          routeId={route.id}
          steps={steps}
          whole={whole?.steps ?? []}
          revisions={data.revisions.map(({ id, number, madeOn, cause }) => ({
            ...{ id, day: madeOn, title: bookText.revision(number, causeNames[cause]) },
          }))}
          today={data.today}
          asTable={data.asTable}
          mayClose={route.mayEdit}
          mayPlan={route.mayPlan}
          mayNote={route.mayNote}
        />
      ) : null}
      {whole && (route.mayPlan || route.mayNote) ? (
        <Columns
          main={
            <Card title={routeText.tasks}>
              <TaskList
                empty={routeText.tasksEmpty}
                items={routeTasks(whole.steps, { isOwner: route.mayEdit, today: data.today })}
              />
            </Card>
          }
          aside={
            <>
              <TargetImage data={data} />
              {strips}
            </>
          }
        />
      ) : (
        <>
          {whole ? <TargetImage data={data} /> : null}
          {seesPlan && (isWhole || data.areas.length > 0) ? strips : null}
        </>
      )}
      {steps ? null : <p className="mute">{routeText.stateOnly}</p>}
    </Page>
  );
}

function TargetImage({ data: { route, whole } }: { data: Data }) {
  const edit = <a href={paths.routeImage(route.id)}>{whole?.targetImage ? uiText.change : routeText.writeImage}</a>;
  return (
    <Card title={routeText.image} aside={route.mayEdit ? edit : undefined}>
      <p className={whole?.targetImage ? 'prose' : 'empty'}>{whole?.targetImage || routeText.imageEmpty}</p>
    </Card>
  );
}

function ledeOf({ route, year, isWhole, tutor }: Data): string {
  const line = routeText.routeLine(year, route.years, formatDay(route.startedOn), formatDay(route.endedOn));
  return [route.unitName, line, ...(isWhole ? [routeText.tutorLine(tutor)] : [])].join(' · ');
}

function figuresOf({ counted, positions, whole, route }: Data) {
  const position = currentPosition(positions);
  const waiting = whole?.steps.filter((step) => step.closedOn && step.tutorNote === '').length ?? 0;
  return [
    { value: routeText.ofTotal(counted.closed, counted.total), label: routeText.figures.closed },
    {
      value: counted.overdue,
      label: counted.overdue > 0 ? routeText.figure.overdueFor(counted.overdueDays) : routeText.figures.overdueSteps,
    },
    { value: position === null ? uiText.notCounted : routeText.ofTotal(position, 7), label: routeText.figure.position },
    ...(route.isTutor ? [{ value: waiting, label: routeText.figure.waiting }] : []),
  ];
}
