import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { actSentences } from '../local-acts/local-act.text.ts';
import { confirmAcquaintance } from './acquaintance.operations.server.ts';
import { findToRead } from './acquaintance.queries.server.ts';
import { confirmSchema } from './acquaintance.schema.ts';
import { acquaintanceSentences, acquaintanceText as t } from './acquaintance.text.ts';

const params = z.object({ id: id() });

/** A person named in the list reads the act and confirms it. */
export const loader = pageLoader({ need: 'acquaintance.confirm', params }, ({ ctx, params }) =>
  findToRead(ctx, params.id),
);

export const action = formAction(
  {
    need: 'acquaintance.confirm',
    params,
    schema: confirmSchema,
    labels: t.labels,
    sentences: { ...actSentences, ...acquaintanceSentences },
  },
  async ({ ctx, params, input }) => {
    await confirmAcquaintance(ctx, params.id, input);
    return { to: paths.home(), done: t.confirmed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.confirmTitle} — ${uiText.brand}` }];

export default function ActAcquaintPage() {
  const { heading, document, documentHash, acquaintedOn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.confirmTitle} lede={t.confirmLede(heading)} back={{ href: paths.home(), text: uiText.back }}>
      <Card>
        <DocumentPreview document={document} />
      </Card>
      <Card>
        <Form
          refusal={acquaintedOn ? acquaintanceSentences['acquainted-already'] : null}
          problem={problem}
          submit={t.confirm}
          cancel={paths.home()}
        >
          <HiddenField name="hash" value={documentHash} />
        </Form>
      </Card>
    </Page>
  );
}
