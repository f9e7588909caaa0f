import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { id, version } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { listChoices } from './act-choices.queries.server.ts';
import { editAct } from './act-draft.operations.server.ts';
import { drawSentences, drawText as t } from './act-fields.text.ts';
import { drawnKind, fieldsOf } from './act-fields.ts';
import { ActFields } from './act-fields.tsx';
import { actFormLabels, actFormSchema, givenFrom } from './act-form.ts';
import { isDrawn } from './act-values.ts';
import { findAct } from './local-act.queries.server.ts';
import { actSentences, actText } from './local-act.text.ts';
import { ruleAgainstEditing } from './local-act.ts';

const params = z.object({ id: id() });

/** Correcting a document drawn up from fields: every field with what was given. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const { act, fields, given } = await findDrawn(ctx, params.id);
  return {
    id: act.id,
    heading: act.heading,
    version: act.version,
    refusal: ruleAgainstEditing(act.state),
    document: act.document,
    fields,
    given,
    choices: await listChoices(ctx, act.unitId, fields),
  };
});

export const action = formAction(
  {
    need: 'act.edit',
    params,
    formFor: async ({ ctx, params }) => {
      const { fields } = await findDrawn(ctx, params.id);
      return {
        schema: actFormSchema(fields).safeExtend({ version: version() }),
        labels: actFormLabels(fields),
        sentences: { ...actSentences, ...drawSentences },
      };
    },
  },
  async ({ ctx, params, input }) => {
    const { fields } = await findDrawn(ctx, params.id);
    await editAct(ctx, params.id, { values: givenFrom(fields, input), version: Number(input.version) });
    return { to: paths.act(params.id), done: actText.saved };
  },
);

/** The act with its fields. Throws NotFound when it is out of reach or was not drawn up from fields. */
async function findDrawn(ctx: Context, actId: string) {
  const act = await findAct(ctx, actId);
  const kind = drawnKind(act.kind);
  if (!act.canEdit || kind === null || !isDrawn(act.values)) throw new NotFound('act');
  return { act, fields: fieldsOf(kind), given: act.values.given };
}

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function ActTextPage() {
  const { id, heading, version, refusal, document, fields, given, choices } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.editTitle} lede={`${heading}. ${t.editLede}`} back={{ href: paths.act(id), text: uiText.back }}>
      <Card>
        <Form refusal={refusal && actSentences[refusal]} problem={problem} version={version} cancel={paths.act(id)}>
          <ActFields fields={fields} given={given} choices={choices} />
        </Form>
      </Card>
      <Card title={actText.preview}>
        <DocumentPreview document={document} />
      </Card>
    </Page>
  );
}
