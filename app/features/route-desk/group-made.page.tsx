import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { deskParams, undoSchema } from './desk.schema.ts';
import { deskSentences } from './desk.text.ts';
import type { DeskRule } from './desk.ts';
import { undoGroupPlan } from './group.operations.server.ts';
import { findGroupPlan, type ProposalState } from './group.queries.server.ts';
import { proposalStateNames, groupText as t } from './group.text.ts';

/** A group plan: who has seen and answered it; until then it can be taken back. */
export const loader = pageLoader({ need: 'groupPlan.read', params: deskParams }, async ({ ctx, params }) => {
  const { plan, proposals } = await findGroupPlan(ctx, params.id);
  const { id, title, startsOn, dueOn, madeOn, version } = plan;
  return { plan: { id, title, startsOn, dueOn, madeOn, version }, refusal: refusalOf(plan, proposals), proposals };
});

function refusalOf(
  plan: { undoneOn: string | null },
  proposals: readonly { state: ProposalState; isSeen: boolean }[],
): DeskRule | null {
  if (plan.undoneOn !== null) return 'group-already-undone';
  return proposals.some(({ state, isSeen }) => state === 'proposed' && !isSeen) ? null : 'group-all-seen';
}

export const action = formAction(
  { need: 'groupPlan.read', params: deskParams, schema: undoSchema, labels: t.labels, sentences: deskSentences },
  async ({ ctx, params, input }) => {
    const { withdrawn, seen } = await undoGroupPlan(ctx, params.id, input);
    return { to: paths.groupPlanMade(params.id), done: t.undone(withdrawn, seen) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

const tones = { proposed: 'info', accepted: 'ok', declined: 'warn', withdrawn: 'grey' } as const;

export default function GroupMadePage() {
  const { plan, refusal, proposals } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.planTitle(plan.title)}
      lede={t.planLede(formatDay(plan.startsOn), formatDay(plan.dueOn), formatDay(plan.madeOn))}
      back={{ href: paths.groupPlan(), text: t.title }}
    >
      <Card>
        <Table
          caption={t.planTitle(plan.title)}
          rows={proposals}
          rowKey={(row) => row.id}
          empty={t.nobody}
          columns={[
            {
              title: t.columns.person,
              heading: true,
              cell: (row) => <a href={paths.route(row.routeId)}>{row.owner}</a>,
            },
            {
              title: t.columns.state,
              cell: (row) => <Tag tone={tones[row.state]}>{proposalStateNames[row.state]}</Tag>,
            },
            { title: t.columns.seen, cell: (row) => (row.isSeen ? t.seen : t.unseen) },
          ]}
        />
        <Form
          refusal={refusal && deskSentences[refusal]}
          problem={problem}
          version={plan.version}
          submit={t.undo}
          cancel={paths.desk()}
        />
      </Card>
    </Page>
  );
}
