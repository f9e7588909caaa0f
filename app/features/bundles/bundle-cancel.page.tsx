import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { cancelBundle } from './bundle.operations.server.ts';
import { findBundle } from './bundle.queries.server.ts';
import { bundleParams, bundleVersion } from './bundle.schema.ts';
import { bundleSentences, bundleText } from './bundle.text.ts';
import { ruleAgainstCancelling } from './bundle.ts';

/** Stopping the making of a bundle. */
export const loader = pageLoader({ need: 'signedIn', params: bundleParams }, async ({ ctx, params }) => {
  const { id, name, version, state } = await findBundle(ctx, params.id);
  return { bundle: { id, name, version }, refusal: ruleAgainstCancelling(state) };
});

export const action = formAction(
  {
    need: 'signedIn',
    params: bundleParams,
    schema: bundleVersion,
    labels: bundleText.labels,
    sentences: bundleSentences,
  },
  async ({ ctx, params, input }) => {
    await cancelBundle(ctx, params.id, input);
    return { to: paths.bundle(params.id), done: bundleText.cancelled };
  },
);

export const meta: MetaFunction = () => [{ title: `${bundleText.cancelTitle} — ${uiText.brand}` }];

export default function BundleCancelPage() {
  const { bundle, refusal } = useLoaderData<typeof loader>();
  const back = paths.bundle(bundle.id);
  return (
    <Page title={bundleText.cancelTitle} lede={bundleText.cancelLede} back={{ href: back, text: bundle.name }} narrow>
      <Form
        problem={useActionData<typeof action>()}
        refusal={refusal === null ? null : bundleSentences[refusal]}
        version={bundle.version}
        submit={bundleText.cancelSubmit}
        danger
        cancel={back}
      />
    </Page>
  );
}
