import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { findAct, refusalToApprove } from './local-act.queries.server.ts';
import { approveSchema } from './local-act.schema.ts';
import { actSentences, actText } from './local-act.text.ts';
import { approveAct } from './local-act-approval.operations.server.ts';

const params = z.object({ id: id() });

/** The head reads the whole text and approves exactly it. */
export const loader = pageLoader({ need: 'act.approve', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canApprove) throw new NotFound('act');
  const refusal = refusalToApprove(ctx, act);
  return {
    id: act.id,
    document: act.document,
    hash: act.documentHash,
    registeredOn: ctx.today,
    refusal: refusal ? actSentences[refusal] : null,
  };
});

export const action = formAction(
  { need: 'act.approve', params, schema: approveSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    const { number } = await approveAct(ctx, params.id, input);
    return { to: paths.act(params.id), done: actText.approved(number) };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.approveTitle} — ${uiText.brand}` }];

export default function ActApprovePage() {
  const { id, document, hash, registeredOn, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.act(id), text: uiText.back };
  const toReturn = <ButtonLink href={paths.actReturn(id)} text={actText.returnAct} />;
  return (
    <Page title={actText.approveTitle} lede={actText.approveLede} back={back}>
      <Card title={actText.preview}>
        <DocumentPreview document={document} />
        <p className="mute">{actText.hashLine(hash)}</p>
      </Card>
      <Card>
        <Form refusal={refusal} problem={problem} submit={actText.approve} actions={toReturn} cancel={paths.act(id)}>
          <HiddenField name="hash" value={hash} />
          <DateField name="registeredOn" label={actText.labels.registeredOn} defaultValue={registeredOn} />
        </Form>
      </Card>
    </Page>
  );
}
