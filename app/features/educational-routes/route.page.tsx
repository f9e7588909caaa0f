import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { daysBetween, formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Columns, Page } from '#app/ui/Page.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countSteps, findRoute, listPositions, listSharedSteps, listSteps } from './route.queries.server.ts';
import { routeText } from './route.text.ts';
import { yearOfRoute } from './route.ts';
import { currentPosition } from './route-position.ts';
import { RoutePositions } from './route-positions.tsx';
import { RouteRoadmap } from './route-roadmap.tsx';
import { routeTasks } from './route-tasks.tsx';
import { listTutorPeriods } from './route-tutor.queries.server.ts';

/** One route: the whole for its owner, tutor and centre; the plan for mentor and curator; the state for the head. */
export const loader = pageLoader(
  {
    need: ['route.read', 'route.shared', 'route.state'],
    params: z.object({ id: id() }),
    query: z.object({ view: z.enum(['picture', 'table']).catch('picture') }),
  },
  async ({ ctx, params, query }) => {
    const { view, targetImage, ...route } = await findRoute(ctx, params.id);
    const isWhole = view === 'whole';
    const { overdueSince, ...steps } = await countSteps(ctx, params.id);
    return {
      route: headOf(route),
      isWhole,
      asTable: query.view === 'table',
      today: ctx.today,
      year: yearOfRoute(route, ctx.today),
      counted: { ...steps, overdueDays: overdueSince ? daysBetween(overdueSince, ctx.today) : 0 },
      positions: await listPositions(ctx, params.id),
      whole: isWhole ? { targetImage, steps: await listSteps(ctx, params.id) } : null,
      plan: view === 'shared' ? await listSharedSteps(ctx, params.id) : null,
      tutor: isWhole
        ? ((await listTutorPeriods(ctx, params.id)).find((period) => period.isCurrent)?.name ?? null)
        : null,
    };
  },
);

function headOf(route: Omit<Awaited<ReturnType<typeof findRoute>>, 'view' | 'targetImage'>) {
  const { id, years, startedOn, endedOn, state, unitName, owner, isOwner, isTutor } = route;
  const { mayEdit, mayPlan, mayNote, mayAssign } = route;
  return {
    id,
    years,
    startedOn,
    endedOn,
    state,
    unitName,
    owner,
    isOwner,
    isTutor,
    mayEdit,
    mayPlan,
    mayNote,
    mayAssign,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? routeText.heading(data.route.owner) : routeText.title} — ${uiText.brand}` },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RoutePage() {
  const data = useLoaderData<typeof loader>();
  const { route, whole, plan } = data;
  const steps = whole?.steps ?? plan;
  return (
    <Page
      title={route.isOwner ? routeText.ownHeading : routeText.heading(route.owner)}
      back={{ href: paths.routes(), text: routeText.back }}
      lede={ledeOf(data)}
      actions={steps || route.mayAssign ? <Acts data={data} /> : undefined}
    >
      <Figures items={figuresOf(data)} />
      {steps ? (
        <RouteRoadmap
          routeId={route.id}
          steps={steps}
          whole={whole?.steps ?? []}
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
          aside={<TargetImage data={data} />}
        />
      ) : whole ? (
        <TargetImage data={data} />
      ) : null}
      <RoutePositions routeId={route.id} positions={data.positions} mayComplete={route.mayEdit} />
      {steps ? null : <p className="mute">{routeText.stateOnly}</p>}
    </Page>
  );
}

function Acts({ data: { route, tutor, counted, plan, whole } }: { data: Data }) {
  return (
    <>
      {route.mayPlan ? (
        <ButtonLink href={paths.routeStepAdd(route.id)} text={routeText.addStep} primary={counted.total === 0} />
      ) : null}
      {plan || whole ? <ButtonLink href={paths.routeDiagnosis(route.id)} text={routeText.diagnosis} /> : null}
      {whole ? <ButtonLink href={paths.routeLife(route.id)} text={routeText.life} /> : null}
      {route.mayAssign ? (
        <ButtonLink href={paths.routeTutor(route.id)} text={tutor ? routeText.changeTutor : routeText.assignTutor} />
      ) : null}
    </>
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
