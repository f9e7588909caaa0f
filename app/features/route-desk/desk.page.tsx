import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { grantsFor } from '#app/access/actor.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import type { Id } from '#db/schema.ts';
import { yearOfRoute } from '../educational-routes/route.ts';
import { countCaseLoad, listCaseLoad, listTutorLoads } from './desk.queries.server.ts';
import { type DeskQuery, deskFilterSchema } from './desk.schema.ts';
import { deskText as t } from './desk.text.ts';
import { DESK_FILTERS } from './desk.ts';
import { listHandedToMe } from './handover.queries.server.ts';
import { handoverText } from './handover.text.ts';
import { findNextWaiting } from './review.queries.server.ts';

/** The desk: a tutor's own case load; for the head of a centre the loads of all tutors, and one of them. */
export const loader = pageLoader(
  { need: ['route.accompany', 'route.assignTutor'], query: deskFilterSchema },
  async ({ ctx, query }) => {
    const isTutor = grantsFor(ctx.actor, 'tutor').length > 0;
    const tutorId = query.tutor ?? (isTutor ? personOf(ctx) : null);
    const [load, loads, next, handed] = await Promise.all([
      tutorId ? loadOf(ctx, tutorId, query) : null,
      listTutorLoads(ctx),
      isTutor ? findNextWaiting(ctx, null) : { id: null, total: 0 },
      listHandedToMe(ctx),
    ]);
    return {
      query,
      isTutor,
      load,
      loads,
      next,
      handed,
      whose: loads.find(({ id }) => id === query.tutor)?.name ?? null,
    };
  },
);

async function loadOf(ctx: Context, tutorId: Id, query: DeskQuery) {
  const [routes, counts] = await Promise.all([
    listCaseLoad(ctx, tutorId, query),
    countCaseLoad(ctx, tutorId, query.search),
  ]);
  return { routes: routes.map((route) => ({ ...route, year: yearOfRoute(route, ctx.today) })), counts };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? titleOf(data) : t.title} — ${uiText.brand}` },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = NonNullable<Data['load']>['routes'][number];

function titleOf({ whose, isTutor }: { whose: string | null; isTutor: boolean }): string {
  if (whose) return t.deskOf(whose);
  return isTutor ? t.title : t.titleHead;
}

export default function DeskPage() {
  const data = useLoaderData<typeof loader>();
  const { isTutor, load, whose } = data;
  return (
    <Page
      title={titleOf(data)}
      lede={isTutor && !whose ? t.lede : t.ledeHead}
      back={whose ? { href: paths.desk(), text: isTutor ? t.title : t.titleHead } : undefined}
      actions={<Acts data={data} />}
    >
      {load ? <CaseLoad data={data} load={load} /> : null}
      {data.handed.length > 0 && !whose ? (
        <Card title={handoverText.received}>
          <TaskList
            items={data.handed.map((handover) => ({
              key: handover.id,
              title: handover.owner,
              href: paths.route(handover.routeId),
              why: handover.note,
              tag: formatDay(handover.handedOn),
            }))}
          />
        </Card>
      ) : null}
      {whose || (isTutor && data.loads.length === 0) ? null : <Loads loads={data.loads} />}
    </Page>
  );
}

function Acts({ data: { next, isTutor, loads, query } }: { data: Data }) {
  return (
    <>
      {next.id ? <ButtonLink href={paths.stepReview(next.id)} text={t.readProducts(next.total)} primary /> : null}
      {isTutor ? <ButtonLink href={paths.groupPlan()} text={t.groupTitle} /> : null}
      {loads.length > 0 ? <ButtonLink href={paths.handover(query.tutor ?? undefined)} text={t.handoverTitle} /> : null}
      <ButtonLink href={paths.deficitMap()} text={t.mapTitle} />
      <ButtonLink href={paths.offers()} text={t.offers} />
    </>
  );
}

function CaseLoad({ data: { query }, load }: { data: Data; load: NonNullable<Data['load']> }) {
  const at = (show: string, page = 1) => hrefOf(query, show, page);
  const isEmpty = load.counts.all === 0 && query.search === '';
  return (
    <Card>
      {isEmpty ? null : (
        <>
          <Tabs
            label={t.filters}
            items={DESK_FILTERS.map((show) => ({
              href: at(show),
              text: t.filterWithTotal(t.filterNames[show], load.counts[show]),
              current: show === query.show,
            }))}
          />
          <Filter
            keep={{ show: query.show, tutor: query.tutor ?? undefined }}
            reset={query.search === '' ? undefined : hrefOf({ ...query, search: '' }, query.show, 1)}
          >
            <TextField name="search" label={t.search} type="search" width="20" defaultValue={query.search} />
          </Filter>
        </>
      )}
      <Table
        caption={t.filterNames[query.show]}
        rows={load.routes}
        rowKey={(route) => route.id}
        empty={isEmpty ? t.empty : t.emptyFilter[query.show]}
        columns={columns}
      />
      <Paging
        page={query.page}
        pageSize={PAGE_SIZE}
        total={load.counts[query.show]}
        href={(page) => at(query.show, page)}
      />
    </Card>
  );
}

const columns: Column<Row>[] = [
  {
    title: t.columns.person,
    heading: true,
    cell: (route) => (
      <>
        <a href={paths.route(route.id)}>{route.owner}</a>
        <div className="mute">{route.unitName}</div>
      </>
    ),
  },
  { title: t.columns.year, align: 'num', cell: (route) => t.yearOf(route.year, route.years) },
  {
    title: t.columns.waits,
    cell: (route) =>
      route.firstWaiting ? (
        <a href={paths.stepReview(route.firstWaiting)}>{t.products(route.waits)}</a>
      ) : (
        uiText.notCounted
      ),
  },
  {
    title: t.columns.overdue,
    cell: (route) =>
      route.isPaused ? (
        <Tag>{t.paused}</Tag>
      ) : route.overdue > 0 ? (
        <Tag tone="bad">{t.steps(route.overdue)}</Tag>
      ) : (
        uiText.notCounted
      ),
  },
  { title: t.columns.steps, align: 'num', cell: (route) => t.ofTotal(route.closed, route.total) },
  { title: t.columns.heard, cell: (route) => formatDay(route.heardOn) },
  { title: t.columns.corrected, cell: (route) => formatDay(route.correctedOn) },
  { title: t.columns.cycle, cell: (route) => formatDay(route.cycleEndsOn) },
];

function Loads({ loads }: { loads: Data['loads'] }) {
  return (
    <Card title={t.loads}>
      <Table
        caption={t.loads}
        rows={loads}
        rowKey={(load) => load.id}
        empty={t.loadsEmpty}
        columns={[
          { title: t.columns.tutor, heading: true, cell: (load) => <a href={paths.deskOf(load.id)}>{load.name}</a> },
          { title: t.columns.routes, align: 'num', cell: (load) => load.routes },
          { title: t.columns.withOverdue, align: 'num', cell: (load) => load.overdue },
          { title: t.columns.waits, align: 'num', cell: (load) => load.waits },
        ]}
      />
    </Card>
  );
}

function hrefOf({ search, tutor }: Pick<DeskQuery, 'search' | 'tutor'>, show: string, page: number): string {
  const parts = { show, search, ...(tutor ? { tutor } : {}), page: String(page) };
  return `${paths.desk()}?${new URLSearchParams(parts)}`;
}
