import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole, mayHold } from '#app/access/actor.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { drawText } from './act-fields.text.ts';
import { ActForceTag } from './act-life-card.tsx';
import { countActs, listActs, listActYears } from './act-list.queries.server.ts';
import { ActStateTag } from './act-state-tag.tsx';
import { ActsFilter, daysOf, filterQuery } from './acts-filter.tsx';
import { actFilterSchema } from './local-act.schema.ts';
import { actText } from './local-act.text.ts';
import { outputText } from './output-standard.text.ts';

/** The organisation's acts. */
export const loader = pageLoader({ need: 'act.read', query: actFilterSchema }, async ({ ctx, query }) => {
  const [acts, total, years] = await Promise.all([listActs(ctx, query), countActs(ctx, query), listActYears(ctx)]);
  return {
    filter: query,
    ...{ acts, total, years },
    canDraw: mayHold(ctx.actor, 'mentorship.propose') && mayHold(ctx.actor, 'act.edit'),
    mayDraw: holdsByRole(ctx.actor, 'act.edit'),
  };
});

export const meta: MetaFunction = () => [{ title: `${actText.title} — ${uiText.brand}` }];

export default function ActsPage() {
  const { filter, acts, total, years, canDraw, mayDraw } = useLoaderData<typeof loader>();
  const isWhole = filterQuery(filter) === '';
  const actions = (
    <>
      {mayDraw ? <ButtonLink href={paths.actTypes()} text={drawText.newTitle} primary /> : null}
      {canDraw ? <ButtonLink href={paths.orderDraft()} text={actText.draw} /> : null}
      {mayDraw ? <ButtonLink href={paths.actSet()} text={actText.toSet} /> : null}
      {mayDraw ? <ButtonLink href={paths.numbering()} text={actText.toNumbering} /> : null}
      <ButtonLink href={paths.bundles()} text={outputText.bundles} />
      {canDraw ? <ButtonLink href={paths.outputStandard()} text={outputText.title} /> : null}
      {total > 0 && mayDraw ? (
        <ButtonLink href={paths.actsXlsx(filterQuery(filter))} text={actText.export} download />
      ) : null}
    </>
  );
  return (
    <Page title={actText.title} lede={actText.lede} actions={actions}>
      <Card>
        <ActsFilter filter={filter} years={years} isWhole={isWhole} />
        <Table
          caption={actText.title}
          empty={isWhole ? actText.empty : actText.emptyFiltered}
          rows={acts}
          rowKey={(act) => act.id}
          columns={[
            { title: actText.heading, cell: (act) => <a href={paths.act(act.id)}>{act.heading}</a> },
            {
              title: actText.number,
              cell: (act) =>
                act.number && act.registeredOn
                  ? actText.numbered(act.number, formatDay(act.registeredOn))
                  : actText.noNumber,
            },
            {
              title: actText.state,
              cell: (act) => (act.force ? <ActForceTag force={act.force} /> : <ActStateTag state={act.state} />),
            },
            { title: actText.force, cell: (act) => daysOf(act) },
            { title: actText.author, cell: (act) => act.author },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => `${paths.acts()}?${filterQuery(filter, page)}`}
        />
      </Card>
    </Page>
  );
}
