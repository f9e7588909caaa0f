import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id, optionalId } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { actTypeOf } from './act-type.ts';
import { templateAt } from './template-unit.server.ts';
import { endVariant } from './template-variant.operations.server.ts';
import { findOptionalVariant } from './template-variant.queries.server.ts';
import { variantText as t, variantSentences } from './template-variant.text.ts';

const params = z.object({ kind: z.string() });

/** Returning to the standard template. */
export const loader = pageLoader(
  { need: 'template.manage', params, query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, params, query }) => {
    const { kind, unitId } = await templateAt(ctx, params.kind, query.unit);
    const own = await findOptionalVariant(ctx, unitId, kind);
    return { kind, unitId, title: actTypeOf(kind).title, refusal: own ? null : variantSentences['variant-missing'] };
  },
);

export const action = formAction(
  {
    need: 'template.manage',
    params,
    schema: z.object({ unitId: id() }),
    labels: t.labels,
    sentences: variantSentences,
  },
  async ({ ctx, params, input }) => {
    const { kind, unitId } = await templateAt(ctx, params.kind, input.unitId);
    await endVariant(ctx, unitId, kind);
    return { to: paths.actTemplate(kind, unitId), done: t.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.endTitle} — ${uiText.brand}` }];

export default function TemplateEndPage() {
  const { kind, unitId, title, refusal } = useLoaderData<typeof loader>();
  const back = paths.actTemplate(kind, unitId);
  return (
    <Page title={t.endTitle} lede={`${title}. ${t.endLede}`} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} refusal={refusal} submit={t.end} danger cancel={back}>
          <HiddenField name="unitId" value={unitId} />
        </Form>
      </Card>
    </Page>
  );
}
