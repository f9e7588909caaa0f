import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { revisionText, shiftSentences } from './revision.text.ts';
import { proposeShift } from './shift.operations.server.ts';
import { proposeShiftSchema } from './shift.schema.ts';

const need = ['route.accompany', 'route.assignTutor'] as const;
const params = z.object({ id: id() });

/** Tutor or head of the centre proposes another first day. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayNote && !route.mayAssign) throw new NotFound('route');
  return { id: route.id, owner: route.owner, startedOn: route.startedOn };
});

export const action = formAction(
  { need, params, schema: proposeShiftSchema, labels: revisionText.labels, sentences: shiftSentences },
  async ({ ctx, params, input }) => {
    await proposeShift(ctx, params.id, input);
    return { to: paths.route(params.id), done: revisionText.shiftProposed };
  },
);

export const meta: MetaFunction = () => [{ title: `${revisionText.shiftTitle} — ${uiText.brand}` }];

export default function ShiftProposePage() {
  const { id, owner, startedOn } = useLoaderData<typeof loader>();
  const { labels } = revisionText;
  return (
    <Page
      title={revisionText.shiftTitle}
      lede={revisionText.shiftLede(owner)}
      back={{ href: paths.route(id), text: revisionText.backToRoute }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} submit={revisionText.shiftPropose} cancel={paths.route(id)} keep>
          <DateField name="newStartOn" label={labels.newStartOn} defaultValue={startedOn} />
          <TextArea name="reason" label={labels.reason} rows={2} />
        </Form>
      </Card>
    </Page>
  );
}
