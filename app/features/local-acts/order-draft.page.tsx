import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addDays, formatDay } from '#app/core/dates.ts';
import { optionalId } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { shortNamesOf } from '../mentorships/mentorship-sides.server.ts';
import { draftOrder } from './local-act.operations.server.ts';
import { listReadyMentorships } from './local-act.queries.server.ts';
import { orderDraftSchema } from './local-act.schema.ts';
import { actSentences, actText } from './local-act.text.ts';

const PROGRAMME_DAYS = 30;

/** Choosing what an order of assignment will hold. */
export const loader = pageLoader(
  { need: 'act.edit', query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, query }) => {
    const ready = await listReadyMentorships(ctx);
    const units = [...new Map(ready.map((pair) => [pair.unitId, pair.unitName]))].map(([id, name]) => ({ id, name }));
    const unitId = units.find(({ id }) => id === query.unit)?.id ?? units[0]?.id ?? null;
    return {
      units,
      unitId,
      onceKey: newId(),
      programmeDueOn: addDays(ctx.today, PROGRAMME_DAYS),
      pairs: ready
        .filter((pair) => pair.unitId === unitId)
        .map((pair) => ({
          id: pair.id,
          mentor: shortNamesOf(pair.mentors),
          mentee: shortNamesOf(pair.mentees),
          period: actText.period(formatDay(pair.startedOn), formatDay(pair.endedOn)),
        })),
    };
  },
);

export const action = formAction(
  { need: 'act.edit', schema: orderDraftSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, input, onceKey }) => {
    const order = { ...input, mentorshipIds: input.mentorshipIds ?? [] };
    const { id } = await draftOrder(ctx, order, onceKey);
    return { to: paths.actEdit(id), done: actText.created };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.draftTitle} — ${uiText.brand}` }];

export default function OrderDraftPage() {
  const { units, unitId, onceKey, programmeDueOn, pairs } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.acts(), text: actText.back };
  if (unitId === null) {
    return (
      <Page title={actText.draftTitle} back={back}>
        {problem ? <ErrorSummary summary={problem.summary} /> : null}
        <Empty action={<ButtonLink href={paths.mentorships()} text={actText.toMentorships} />}>
          {actText.draftEmpty}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={actText.draftTitle} lede={actText.draftLede} back={back} narrow>
      {units.length > 1 ? (
        <Tabs
          label={actText.labels.unitId}
          items={units.map(({ id, name }) => ({
            href: `${paths.orderDraft()}?unit=${id}`,
            text: name,
            current: id === unitId,
          }))}
        />
      ) : null}
      <Card>
        <Form problem={problem} once={onceKey} submit={actText.create} cancel={paths.acts()}>
          <HiddenField name="unitId" value={unitId} />
          <CheckboxList
            name="mentorshipIds"
            label={actText.labels.mentorshipIds}
            defaultValue={pairs.map(({ id }) => id)}
            options={pairs.map((pair) => ({
              value: pair.id,
              text: actText.pairOption(pair.mentor, pair.mentee),
              hint: pair.period,
            }))}
          />
          <DateField name="programmeDueOn" label={actText.labels.programmeDueOn} defaultValue={programmeDueOn} />
          <ControlField />
        </Form>
      </Card>
    </Page>
  );
}

function ControlField() {
  return (
    <RadioField
      name="control"
      label={actText.labels.control}
      defaultValue="head"
      options={[
        { value: 'head', text: actText.controlOptions.head },
        { value: 'author', text: actText.controlOptions.author },
      ]}
    />
  );
}
