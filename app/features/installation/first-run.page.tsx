import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { assertFirstRun } from './installation.queries.server.ts';
import { firstRunText } from './installation.text.ts';

/** The two ways on from an empty database; gone once anybody has an account. */
export const loader = pageLoader({ need: 'public' }, async ({ ctx, services }) => {
  await assertFirstRun(ctx.db);
  return { offersDemonstration: services.openDemonstration !== undefined };
});

export const meta: MetaFunction = () => [{ title: `${firstRunText.title} — ${uiText.brand}` }];

export default function FirstRunPage() {
  const { offersDemonstration } = useLoaderData<typeof loader>();
  return (
    <Page title={firstRunText.title} lede={firstRunText.lede} narrow>
      <Card title={firstRunText.setUpTitle}>
        <p>{firstRunText.setUpText}</p>
        <ButtonLink href={paths.firstRunSetup()} text={firstRunText.setUp} primary />
      </Card>
      {offersDemonstration ? (
        <Card title={firstRunText.demonstrationTitle}>
          <p>{firstRunText.demonstrationText}</p>
          <ButtonLink href={paths.firstRunDemonstration()} text={firstRunText.demonstration} />
        </Card>
      ) : null}
    </Page>
  );
}
