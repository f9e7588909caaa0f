import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { cancelAct } from './local-act.operations.server.ts';
import { findAct } from './local-act.queries.server.ts';
import { versionOnlySchema } from './local-act.schema.ts';
import { actSentences, actText } from './local-act.text.ts';
import { ruleAgainstEditing } from './local-act.ts';

const params = z.object({ id: id() });

/** Giving a draft up. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  return { id: act.id, version: act.version, heading: act.heading, refusal: ruleAgainstEditing(act.state) };
});

export const action = formAction(
  { need: 'act.edit', params, schema: versionOnlySchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    await cancelAct(ctx, params.id, input);
    return { to: paths.act(params.id), done: actText.cancelled };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.cancel} — ${uiText.brand}` }];

export default function ActCancelPage() {
  const { id, version, heading, refusal } = useLoaderData<typeof loader>();
  return (
    <Page
      title={actText.cancel}
      lede={`${heading}. ${actText.cancelLede}`}
      back={{ href: paths.act(id), text: uiText.back }}
      narrow
    >
      <Card>
        <Form
          refusal={refusal && actSentences[refusal]}
          problem={useActionData<typeof action>()}
          version={version}
          submit={actText.cancel}
          danger
          cancel={paths.act(id)}
        />
      </Card>
    </Page>
  );
}
