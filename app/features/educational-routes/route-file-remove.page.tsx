import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { productFileText as t } from '../product-files/product-file.text.ts';
import { routeSentences } from './route.text.ts';
import { removeFile } from './route-file.operations.server.ts';
import { findRemoval } from './route-file.queries.server.ts';

const params = z.object({ id: id() });
const need = 'route.read';

/** Takes a file away after asking once. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const file = await findRemoval(ctx, params.id);
  const broken = file.closedOn ? 'file-of-closed-step' : file.isRouteActive ? null : 'route-not-active';
  return { name: file.name, back: placeOf(file), refusal: broken && routeSentences[broken] };
});

function placeOf(file: { stepId: string | null; diagnosisId: string | null; routeId: string }): string {
  if (file.stepId) return paths.stepFiles(file.stepId);
  return file.diagnosisId ? paths.diagnosisFiles(file.diagnosisId) : paths.route(file.routeId);
}

export const action = formAction(
  { need, params, schema: z.object({}), labels: {}, sentences: routeSentences },
  async ({ ctx, params }) => {
    const file = await findRemoval(ctx, params.id);
    await removeFile(ctx, params.id);
    return { to: placeOf(file), done: t.removed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.removeTitle} — ${uiText.brand}` }];

export default function RouteFileRemovePage() {
  const { name, back, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.removeTitle} lede={name} back={{ href: back, text: t.files }} narrow>
      <Card>
        <p>{t.removeLede}</p>
        <Form refusal={refusal} problem={problem} submit={t.remove} cancel={back} />
      </Card>
    </Page>
  );
}
