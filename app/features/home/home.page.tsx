import { useLoaderData } from '@remix-run/react';
import { formatDayAndMonth } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { Page } from '#app/ui/Page.tsx';
import { homeText } from './home.text.ts';

/** The work list of whoever is signed in. */
export const loader = pageLoader({ need: 'signedIn' }, async ({ ctx }) => ({ today: ctx.today }));

export default function HomePage() {
  const { today } = useLoaderData<typeof loader>();
  return <Page title={homeText.title(formatDayAndMonth(today))}>{null}</Page>;
}
