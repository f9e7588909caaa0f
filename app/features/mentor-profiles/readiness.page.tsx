import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { readinessText as t } from './portfolio.text.ts';
import { declareReadiness } from './readiness.operations.server.ts';
import { findOwnReadiness } from './readiness.queries.server.ts';
import { readinessParams, readinessSchema } from './readiness.schema.ts';

/** What the actor says of the own readiness for a side, and the code of that side. */
export const loader = pageLoader({ need: 'signedIn', params: readinessParams }, async ({ ctx, params }) => {
  const { writingReadyOn, internetReadyOn, codeAcceptedOn } = await findOwnReadiness(ctx, params.side);
  const said = (day: string | null) => ({
    isSaid: day !== null,
    since: day === null ? undefined : t.since(formatDay(day)),
  });
  return {
    side: params.side,
    personId: personOf(ctx),
    said: { writing: said(writingReadyOn), internet: said(internetReadyOn), code: said(codeAcceptedOn) },
  };
});

export const action = formAction(
  {
    need: 'signedIn',
    params: readinessParams,
    schema: readinessSchema,
    labels: t.labels,
    sentences: profileSentences,
  },
  async ({ ctx, params, input }) => {
    await declareReadiness(ctx, params.side, input);
    return { to: paths.readiness(params.side), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ReadinessPage() {
  const { side, personId, said } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede[side]} back={{ href: paths.person(personId), text: uiText.back }} narrow>
      <Card title={t.codeTitle[side]}>
        <ul className="govuk-list govuk-list--bullet">
          {t.code[side].map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <Form problem={useActionData<typeof action>()}>
          <CheckboxField
            name="isCodeAccepted"
            label={t.accept[side]}
            hint={said.code.since}
            defaultChecked={said.code.isSaid}
          />
          <CheckboxField
            name="isWritingReady"
            label={t.labels.isWritingReady}
            hint={said.writing.since}
            defaultChecked={said.writing.isSaid}
          />
          <CheckboxField
            name="isInternetReady"
            label={t.labels.isInternetReady}
            hint={said.internet.since}
            defaultChecked={said.internet.isSaid}
          />
        </Form>
      </Card>
    </Page>
  );
}
