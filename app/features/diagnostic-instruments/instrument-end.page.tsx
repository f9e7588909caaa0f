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
import { uiText } from '#app/ui/ui.text.ts';
import { endInstrument } from './instrument.operations.server.ts';
import { findInstrument } from './instrument.queries.server.ts';
import { endInstrumentSchema } from './instrument.schema.ts';
import { instrumentSentences, instrumentText } from './instrument.text.ts';

const params = z.object({ id: id() });

/** The keeper says until when an edition is used. */
export const loader = pageLoader({ need: 'instrument.manage', params }, async ({ ctx, params }) => {
  const { id, name, edition, version, mayManage } = await findInstrument(ctx, params.id);
  if (!mayManage) throw new NotFound('instrument');
  return { id, name, edition, version, today: ctx.today };
});

export const action = formAction(
  {
    need: 'instrument.manage',
    params,
    schema: endInstrumentSchema,
    labels: instrumentText.labels,
    sentences: instrumentSentences,
  },
  async ({ ctx, params, input }) => {
    await endInstrument(ctx, params.id, input);
    return { to: paths.instrument(params.id), done: instrumentText.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${instrumentText.endTitle} — ${uiText.brand}` }];

export default function InstrumentEndPage() {
  const { id, name, edition, version, today } = useLoaderData<typeof loader>();
  return (
    <Page
      title={instrumentText.endTitle}
      lede={instrumentText.endLede}
      back={{ href: paths.instrument(id), text: name }}
      narrow
    >
      <Card title={`${name}, ${instrumentText.edition(edition)}`}>
        <Form
          problem={useActionData<typeof action>()}
          version={version}
          submit={instrumentText.end}
          cancel={paths.instrument(id)}
        >
          <DateField name="endedOn" label={instrumentText.labels.endedOn} defaultValue={today} />
        </Form>
      </Card>
    </Page>
  );
}
