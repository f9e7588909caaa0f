import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStep } from '../educational-routes/route.queries.server.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { moveParams, planItemsSchema } from './move.schema.ts';
import { moveSentences, moveText as t } from './move.text.ts';
import { choosePlanItems } from './plan-items.operations.server.ts';
import { listOwnPlanItems } from './plan-items.queries.server.ts';

const sentences = { ...routeSentences, ...moveSentences };

/** The owner says which items of his mentorship programme are this step. */
export const loader = pageLoader({ need: 'route.edit', params: moveParams }, async ({ ctx, params }) => {
  const step = await findStep(ctx, params.id);
  if (!step.isOwner || ctx.actor.kind !== 'person') throw new NotFound('step');
  const items = await listOwnPlanItems(ctx, params.id, ctx.actor.personId);
  return {
    routeId: step.routeId,
    title: step.title,
    items,
    refusal: step.isRouteActive ? null : sentences['route-not-active'],
  };
});

export const action = formAction(
  { need: 'route.edit', params: moveParams, schema: planItemsSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    const { routeId } = await findStep(ctx, params.id);
    await choosePlanItems(ctx, params.id, input.itemIds);
    return { to: paths.route(routeId), done: t.itemsSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.itemsTitle('')} — ${uiText.brand}` }];

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

export default function PlanItemsPage() {
  const { routeId, title, items, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.route(routeId), text: t.backToRoute };
  return (
    <Page title={t.itemsTitle(title)} lede={t.itemsLede} back={back} narrow>
      <Card>
        {items.length === 0 ? <Empty>{t.itemsEmpty}</Empty> : null}
        <Form refusal={refusal} problem={problem} cancel={paths.route(routeId)}>
          <CheckboxList
            name="itemIds"
            label={t.labels.itemIds}
            defaultValue={items.filter((item) => item.servesThis).map((item) => item.id)}
            options={items.map((item) => ({
              value: item.id,
              text: item.topic,
              hint: hintOf(item),
              disabled: item.servesOther,
            }))}
          />
        </Form>
      </Card>
    </Page>
  );
}

function hintOf(item: Item): string {
  if (item.servesOther) return t.itemTaken;
  return item.doneOn ? t.itemDone(formatDay(item.doneOn)) : t.itemDue(formatDay(item.dueOn));
}
