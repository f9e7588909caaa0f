import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { ruleAgainstEnding } from '../local-acts/act-force.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences, actText } from '../local-acts/local-act.text.ts';
import { beginVersion } from './act-version.operations.server.ts';
import { versionSchema } from './act-version.schema.ts';
import { versionText as t } from './act-version.text.ts';

const params = z.object({ id: id() });

/** A new version of an approved act. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const rule = ruleAgainstEnding(act, ctx.today) ?? (act.origin === 'paper' ? 'paper-has-no-text' : null);
  return { id: act.id, heading: act.heading, refusal: rule && actSentences[rule], once: newId() };
});

export const action = formAction(
  { need: 'act.edit', params, schema: versionSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, onceKey }) => {
    const { id: draft } = await beginVersion(ctx, params.id, onceKey);
    return { to: paths.act(draft), done: t.begun };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.beginTitle} — ${uiText.brand}` }];

export default function ActVersionPage() {
  const { id, heading, refusal, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.beginTitle} lede={t.beginLede(heading)} back={{ href: paths.act(id), text: uiText.back }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} once={once} submit={t.begin} cancel={paths.act(id)} />
      </Card>
    </Page>
  );
}
