import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { daysBetween, formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { planFieldNames, revisionText, shiftSentences } from './revision.text.ts';
import { answerShift } from './shift.operations.server.ts';
import { findShift } from './shift.queries.server.ts';
import { answerShiftSchema } from './shift.schema.ts';

const params = z.object({ id: id() });

/** The owner consents to another first day, or leaves everything as it is. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const { state, ...shift } = await findShift(ctx, params.id);
  return { shift, refusal: state === 'proposed' ? null : shiftSentences['shift-already-answered'] };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: answerShiftSchema,
    labels: revisionText.labels,
    sentences: shiftSentences,
  },
  async ({ ctx, params, input }) => {
    const { routeId } = await findShift(ctx, params.id);
    await answerShift(ctx, params.id, input.answer);
    const done = input.answer === 'accepted' ? revisionText.shiftAccepted : revisionText.shiftDeclined;
    return { to: paths.route(routeId), done };
  },
);

export const meta: MetaFunction = () => [{ title: `${revisionText.shiftAnswerTitle} — ${uiText.brand}` }];

export default function ShiftAnswerPage() {
  const { shift, refusal } = useLoaderData<typeof loader>();
  const { startedOn, newStartOn, steps } = shift;
  const days = daysBetween(startedOn, newStartOn);
  return (
    <Page
      title={revisionText.shiftAnswerTitle}
      lede={revisionText.shiftAnswerLede(formatDay(startedOn), formatDay(newStartOn), days)}
      back={{ href: paths.route(shift.routeId), text: revisionText.backToRoute }}
    >
      <Card title={revisionText.proposedBy(shift.proposer, formatDay(shift.proposedOn))}>
        <p>{shift.reason}</p>
        <Form refusal={refusal} problem={useActionData<typeof action>()} submit={revisionText.shiftAnswer}>
          <RadioField
            name="answer"
            label={revisionText.labels.answer}
            options={(['accepted', 'declined'] as const).map((answer) => ({
              value: answer,
              text: revisionText.answers[answer],
            }))}
          />
        </Form>
      </Card>
      <Card title={revisionText.shiftSteps}>
        <Table
          caption={revisionText.shiftSteps}
          rows={steps}
          rowKey={(step) => step.id}
          empty={revisionText.shiftNoSteps}
          columns={[
            { title: planFieldNames.title, heading: true, cell: (step) => step.title },
            { title: revisionText.before, cell: (step) => `${formatDay(step.startedOn)} – ${formatDay(step.dueOn)}` },
            {
              title: revisionText.after,
              cell: (step) => `${formatDay(step.newStartedOn)} – ${formatDay(step.newDueOn)}`,
            },
          ]}
        />
      </Card>
    </Page>
  );
}
