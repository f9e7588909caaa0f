import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { mayHold } from '#app/access/actor.ts';
import { requestContext } from '#app/core/context.server.ts';
import { edgeResponse } from '#app/core/edge.server.ts';
import { readFlash } from '#app/core/flash.server.ts';
import { whoAmI } from '#app/features/home/who-am-i.server.ts';
import { Page } from '#app/ui/Page.tsx';
import { Shell } from '#app/ui/Shell.tsx';
import { errorTexts, faultLabel, navigationText } from './navigation.text.ts';
import { sectionsFor } from './navigation.ts';
import { paths } from './paths.ts';

/** What the frame around every page needs: who, sections, confirmation of the last act, appearance. */
export async function loader({ request, context: load }: LoaderFunctionArgs) {
  try {
    const ctx = await requestContext(request, load);
    return {
      assets: load.services.assets,
      sections: sectionsFor(ctx.actor, new URL(request.url).pathname),
      me: whoAmI(ctx),
      demoDay: load.services.clock.offsetDays === 0 ? null : ctx.today,
      mayMoveClock: mayHold(ctx.actor, 'installation.manage'),
      flash: readFlash(request.headers.get('Cookie')),
    };
  } catch (error) {
    throw edgeResponse(error, request, load.services);
  }
}
loader.need = 'public' as const;

type Frame = ReturnType<typeof useLoaderData<typeof loader>>;

/** The browser's document; the frame may be missing when the root loader itself failed. */
function Document({ frame, children }: { frame: Frame | undefined; children: ReactNode }) {
  const theme = frame?.me?.theme ?? 'normal';
  return (
    <html
      lang="ru"
      className="govuk-template govuk-template--rebranded"
      data-contrast={theme.includes('contrast') ? 'high' : undefined}
      data-text={theme.includes('large') ? 'large' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href={frame?.assets['favicon.svg'] ?? '/assets/favicon.svg'} type="image/svg+xml" />
        {frame ? <link rel="stylesheet" href={frame.assets['styles.css']} /> : null}
      </head>
      <body className="govuk-template__body">
        <Shell
          homeHref={paths.home()}
          nav={frame?.sections ?? []}
          who={frame?.me?.who}
          whoHref={frame?.me ? paths.mySessions() : undefined}
          signOutHref={frame?.me ? paths.signOut() : undefined}
          notice={frame?.flash ?? undefined}
          demoDate={frame?.demoDay ?? undefined}
          demoHref={frame?.mayMoveClock ? paths.clock() : undefined}
          theme={frame?.me ? themeSwitches(theme) : undefined}
        >
          {children}
        </Shell>
        {frame ? <script src={frame.assets['enhance.js']} defer /> : null}
      </body>
    </html>
  );
}

function themeSwitches(theme: string) {
  return {
    highContrast: theme.includes('contrast'),
    largeText: theme.includes('large'),
    contrastHref: paths.myTheme(),
    textHref: paths.myTheme(),
  };
}

/** Title of the tab; an error names what it is. */
export const meta: MetaFunction = ({ error }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title = error ? (errorTexts[status] ?? errorTexts[500])?.title : undefined;
  return [{ title: title ? `${title} — ${navigationText.brand}` : navigationText.brand }];
};

/** The frame with the page inside. */
export default function Root() {
  return (
    <Document frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </Document>
  );
}

/** One page for every refused or failed request, told what each status means. */
export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = errorTexts[status] ?? errorTexts[500];
  const faultId = status === 500 && isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null;
  return (
    <Document frame={frame}>
      <Page title={words?.title} lede={words?.text}>
        {faultId ? <p className="govuk-body">{faultLabel(faultId)}</p> : null}
        <p className="govuk-body">
          <a className="govuk-link" href={paths.home()}>
            {navigationText.homeLink}
          </a>
        </p>
      </Page>
    </Document>
  );
}
