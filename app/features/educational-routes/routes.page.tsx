import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { grantsFor, mayHold } from '#app/access/actor.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { ROUTE_FILTERS, routeFilterSchema } from './route.schema.ts';
import { positionNames, routeStateNames, routeText } from './route.text.ts';
import { yearOfRoute } from './route.ts';
import { countRoutes, listRoutes } from './route-list.queries.server.ts';
import { positionNumber } from './route-position.ts';

/** Routes within reach: a tutor's own, a region's, or those of which one knows the state. */
export const loader = pageLoader(
  { need: ['route.read', 'route.shared', 'route.state'], query: routeFilterSchema },
  async ({ ctx, query }) => {
    const { total, routes } = await listRoutes(ctx, query);
    return {
      filter: query,
      total,
      figures: await countRoutes(ctx),
      canOpen: mayHold(ctx.actor, 'route.open'),
      isHead: mayHold(ctx.actor, 'route.assignTutor'),
      isTutor: grantsFor(ctx.actor, 'tutor').length > 0,
      routes: routes.map((route) => ({ ...route, year: yearOfRoute(route, ctx.today) })),
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.title} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RoutesPage() {
  const data = useLoaderData<typeof loader>();
  const { filter, isHead, isTutor } = data;
  const isFiltered = filter.search !== '' || filter.show !== 'all';
  const isBare = !isFiltered && data.total === 0;
  const empty = isFiltered ? routeText.emptyFiltered : isTutor ? routeText.emptyTutor : routeText.empty;
  const address = (page: number, show: string = filter.show) =>
    `${paths.routes()}?search=${encodeURIComponent(filter.search)}&show=${show}&page=${page}`;
  return (
    <Page
      title={routeText.title}
      lede={isHead ? routeText.ledeRegion : isTutor ? routeText.ledeTutor : routeText.lede}
      actions={data.canOpen || isTutor ? <Acts canOpen={data.canOpen} /> : undefined}
    >
      {isBare ? null : <Figures items={figuresOf(data, (show) => address(1, show))} />}
      <Card>
        {isBare ? null : (
          <Filter reset={isFiltered ? paths.routes() : undefined}>
            <TextField name="search" label={routeText.search} type="search" defaultValue={filter.search} />
            <SelectField
              name="show"
              label={routeText.show}
              empty={null}
              defaultValue={filter.show}
              options={ROUTE_FILTERS.filter((show) => show !== 'untutored' || isHead).map((show) => ({
                value: show,
                text: routeText.filters[show],
              }))}
            />
          </Filter>
        )}
        <Table
          caption={routeText.title}
          rows={data.routes}
          rowKey={(route) => route.id}
          empty={empty}
          columns={columnsFor(isHead, new Set(data.routes.map((route) => route.unitName)).size > 1)}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={data.total} href={(page) => address(page)} />
      </Card>
    </Page>
  );
}

function Acts({ canOpen }: { canOpen: boolean }) {
  return (
    <>
      {canOpen ? <ButtonLink href={paths.routeOpen()} text={routeText.open} primary /> : null}
      <ButtonLink href={paths.instruments()} text={routeText.instruments} />
      <ButtonLink href={paths.diagnosisImport()} text={routeText.importResults} />
    </>
  );
}

function figuresOf({ figures, isHead }: Data, filtered: (show: string) => string) {
  const words = routeText.figures;
  return [
    { value: figures.active, label: words.active },
    { value: figures.overdueRoutes, label: words.overdueRoutes, href: filtered('overdue') },
    { value: figures.overdueSteps, label: words.overdueSteps },
    isHead
      ? { value: figures.untutored, label: words.untutored, href: filtered('untutored') }
      : { value: routeText.ofTotal(figures.closed, figures.steps), label: words.closed },
  ];
}

function columnsFor(isHead: boolean, showsUnit: boolean): Column<Data['routes'][number]>[] {
  const words = routeText.columns;
  const school = { title: words.school, cell: (route: Data['routes'][number]) => route.unitName };
  const tutor = { title: words.tutor, cell: (route: Data['routes'][number]) => route.tutor ?? routeText.noTutor };
  return [
    { title: words.person, heading: true, cell: (route) => <a href={paths.route(route.id)}>{route.owner}</a> },
    ...(showsUnit ? [school] : []),
    {
      title: words.overdue,
      cell: (route) =>
        route.overdue > 0 ? <Tag tone="bad">{routeText.overdueSteps(route.overdue)}</Tag> : uiText.notCounted,
    },
    { title: words.year, align: 'num', cell: (route) => routeText.ofTotal(route.year, route.years) },
    { title: words.position, cell: (route) => positionOf(route) },
    { title: words.steps, align: 'num', cell: (route) => routeText.ofTotal(route.closed, route.total) },
    ...(isHead ? [tutor] : []),
  ];
}

function positionOf(route: Data['routes'][number]): string {
  const position = route.state === 'active' ? positionNumber(route.position ?? 0) : null;
  return position ? `${position}. ${positionNames[position]}` : routeStateNames[route.state];
}
