import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { drawText } from './act-fields.text.ts';
import { ActStateTag } from './act-state-tag.tsx';
import { countActs, listActs } from './local-act.queries.server.ts';
import { actFilterSchema } from './local-act.schema.ts';
import { actStateNames, actText } from './local-act.text.ts';
import { ACT_STATES } from './local-act.ts';
import { outputText } from './output-standard.text.ts';

/** The organisation's acts. */
export const loader = pageLoader({ need: 'act.read', query: actFilterSchema }, async ({ ctx, query }) => ({
  filter: query,
  acts: await listActs(ctx, query),
  total: await countActs(ctx, query),
  mayDraw: mayHold(ctx.actor, 'act.edit'),
  canDraw: mayHold(ctx.actor, 'mentorship.propose') && mayHold(ctx.actor, 'act.edit'),
}));

export const meta: MetaFunction = () => [{ title: `${actText.title} — ${uiText.brand}` }];

export default function ActsPage() {
  const { filter, acts, total, canDraw, mayDraw } = useLoaderData<typeof loader>();
  const options = [
    { value: '', text: actText.all },
    ...ACT_STATES.map((state) => ({ value: state, text: actStateNames[state] })),
  ];
  const draw = (
    <>
      {canDraw ? <ButtonLink href={paths.orderDraft()} text={actText.draw} /> : null}
      {canDraw ? <ButtonLink href={paths.outputStandard()} text={outputText.title} /> : null}
      {mayDraw ? <ButtonLink href={paths.actTypes()} text={drawText.newTitle} primary /> : null}
    </>
  );
  return (
    <Page title={actText.title} lede={actText.lede} actions={draw}>
      <Card>
        <Filter>
          <SelectField name="state" label={actText.stateFilter} options={options} defaultValue={filter.state} />
        </Filter>
        <Table
          caption={actText.title}
          empty={filter.state === '' ? actText.empty : actText.emptyFiltered}
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
            { title: actText.state, cell: (act) => <ActStateTag state={act.state} /> },
            { title: actText.pairs, align: 'num', cell: (act) => act.pairs },
            { title: actText.author, cell: (act) => act.author },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => `${paths.acts()}?state=${filter.state}&page=${page}`}
        />
      </Card>
    </Page>
  );
}
