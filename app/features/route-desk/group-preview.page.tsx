import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOptionalOpenOffer } from '../offers/offer.queries.server.ts';
import { groupPreviewQuery, groupSchema } from './desk.schema.ts';
import { deskSentences, groupRefusals } from './desk.text.ts';
import { proposeToGroup } from './group.operations.server.ts';
import { previewGroup } from './group.queries.server.ts';
import { groupText as t } from './group.text.ts';

/** Whom a plan concerns and whom it passes over, before anything is sent. */
export const loader = pageLoader({ need: 'route.accompany', query: groupPreviewQuery }, async ({ ctx, query }) => {
  const offer = query && (await findOptionalOpenOffer(ctx, query.offerId));
  if (!query || !offer) return { plan: null, rows: [], onceKey: newId() };
  const rows = await previewGroup(ctx, query);
  return {
    plan: { ...query, title: offer.title },
    rows: rows.map(({ id, owner, unitName, refusal }) => ({ id, owner, unitName, refusal })),
    onceKey: newId(),
  };
});

export const action = formAction(
  { need: 'route.accompany', schema: groupSchema, labels: t.labels, sentences: deskSentences },
  async ({ ctx, input, onceKey }) => {
    const { id, proposed } = await proposeToGroup(ctx, input, onceKey);
    return { to: paths.groupPlanMade(id), done: t.proposed(proposed) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.previewTitle} — ${uiText.brand}` }];

export default function GroupPreviewPage() {
  const { plan, rows, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  if (!plan) {
    return (
      <Page title={t.previewTitle} back={{ href: paths.groupPlan(), text: t.back }}>
        <Empty>{t.previewEmpty}</Empty>
      </Page>
    );
  }
  const fitting = rows.filter(({ refusal }) => refusal === null);
  return (
    <Page
      title={t.previewTitle}
      lede={t.previewLede(plan.title, formatDay(plan.startsOn), formatDay(plan.dueOn))}
      back={{ href: paths.groupPlan(plan.offerId), text: t.back }}
    >
      <Card>
        <Table
          caption={t.previewTitle}
          rows={rows}
          rowKey={(row) => row.id}
          empty={t.previewEmpty}
          columns={[
            { title: t.columns.person, heading: true, cell: (row) => row.owner },
            { title: t.columns.unit, cell: (row) => row.unitName },
            {
              title: t.columns.result,
              cell: (row) =>
                row.refusal ? <Tag tone="warn">{groupRefusals[row.refusal]}</Tag> : <Tag tone="ok">{t.fits}</Tag>,
            },
          ]}
        />
        <Form
          refusal={fitting.length === 0 ? deskSentences['group-nobody-fits'] : null}
          problem={problem}
          submit={t.propose(fitting.length)}
          cancel={paths.groupPlan(plan.offerId)}
          once={onceKey}
        >
          <HiddenField name="offerId" value={plan.offerId} />
          <HiddenField name="area" value={plan.area} />
          <HiddenField name="startsOn" value={formatDay(plan.startsOn)} />
          <HiddenField name="dueOn" value={formatDay(plan.dueOn)} />
          <HiddenField name="expectedProduct" value={plan.expectedProduct} />
          {fitting.map((row) => (
            <HiddenField key={row.id} name="routeIds" value={row.id} />
          ))}
        </Form>
      </Card>
    </Page>
  );
}
