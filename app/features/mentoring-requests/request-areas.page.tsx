import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { nameAreas } from './mentoring-request.operations.server.ts';
import { findRequestToEdit, listAreas } from './mentoring-request.queries.server.ts';
import { areasSchema, requestParams } from './mentoring-request.schema.ts';
import { requestSentences, requestText as t } from './mentoring-request.text.ts';
import { ruleAgainstChanging } from './mentoring-request.ts';

/** Which of the nine areas a request is about. */
export const loader = pageLoader({ need: 'request.edit', params: requestParams }, async ({ ctx, params }) => {
  const { id, version, state } = await findRequestToEdit(ctx, params.id);
  return { id, version, areas: await listAreas(ctx, id), refusal: ruleAgainstChanging(state) };
});

export const action = formAction(
  { need: 'request.edit', params: requestParams, schema: areasSchema, labels: t.labels, sentences: requestSentences },
  async ({ ctx, params, input }) => {
    await nameAreas(ctx, params.id, input);
    return { to: paths.request(params.id), done: t.areasSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.areasTitle} — ${uiText.brand}` }];

export default function RequestAreasPage() {
  const { id, version, areas, refusal } = useLoaderData<typeof loader>();
  const back = paths.request(id);
  return (
    <Page title={t.areasTitle} lede={t.areasLede} back={{ href: back, text: t.backToRequest }} narrow>
      <Card>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && requestSentences[refusal]}
          version={version}
          cancel={back}
        >
          <CheckboxList
            name="areas"
            label={t.labels.areas}
            optional
            defaultValue={areas.filter(({ isChosen }) => isChosen).map(({ code }) => code)}
            options={areas.map(({ code, name }) => ({ value: code, text: name }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
