import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { wishFor } from './mentoring-request.operations.server.ts';
import { listColleagues, listWishes } from './mentoring-request.queries.server.ts';
import { requestParams, wishSchema } from './mentoring-request.schema.ts';
import { requestSentences, requestText as t, wishNames } from './mentoring-request.text.ts';
import { ruleAgainstChanging } from './mentoring-request.ts';

/** Whom the author would like and whom he would rather not have: his own page, nobody else's. */
export const loader = pageLoader({ need: 'request.wish', params: requestParams }, async ({ ctx, params }) => {
  const { wishes, state, ...place } = await listWishes(ctx, params.id);
  return { id: params.id, wishes, colleagues: await listColleagues(ctx, place), refusal: ruleAgainstChanging(state) };
});

export const action = formAction(
  { need: 'request.wish', params: requestParams, schema: wishSchema, labels: t.labels, sentences: requestSentences },
  async ({ ctx, params, input }) => {
    await wishFor(ctx, params.id, input);
    return { to: paths.requestWishes(params.id), done: t.wishSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.wishesTitle} — ${uiText.brand}` }];

export default function RequestWishesPage() {
  const { id, wishes, colleagues, refusal } = useLoaderData<typeof loader>();
  return (
    <Page title={t.wishesTitle} lede={t.wishesLede} back={{ href: paths.request(id), text: t.backToRequest }} narrow>
      <Card title={t.wishes}>
        {wishes.length === 0 ? (
          <p className="empty">{t.noWishes}</p>
        ) : (
          <SummaryList rows={wishes.map(({ name, wish }) => ({ key: name, value: wishNames[wish] }))} />
        )}
      </Card>
      <Card>
        <Form problem={useActionData<typeof action>()} refusal={refusal && requestSentences[refusal]}>
          <SelectField
            name="mentorId"
            label={t.labels.mentorId}
            autocomplete
            options={colleagues.map((colleague) => ({ value: colleague.id, text: colleague.name }))}
          />
          <RadioField
            name="wish"
            label={t.labels.wish}
            defaultValue="prefer"
            options={(['prefer', 'avoid', 'none'] as const).map((value) => ({ value, text: t.wishOptions[value] }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
