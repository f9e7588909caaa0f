import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sessionHashOf } from '#app/access/session.server.ts';
import { formatMoment } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOwnAccount, listOwnSessions } from './account.queries.server.ts';
import { ownAccountText as words } from './account.text.ts';

/** Where the person is signed in, and the ways to the password and the look of pages. */
export const loader = pageLoader({ need: 'signedIn' }, async ({ ctx, request }) => {
  const current = sessionHashOf(ctx.db, request.headers.get('Cookie'));
  const sessions = await listOwnSessions(ctx);
  return {
    login: (await findOwnAccount(ctx)).login,
    timeZone: ctx.timeZone,
    sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === current })),
  };
});

export const meta: MetaFunction = () => [{ title: `${words.title} — ${uiText.brand}` }];

export default function MySessionsPage() {
  const { login, timeZone, sessions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lede={words.lede(login)}
      actions={
        <>
          <ButtonLink href={paths.myDocuments()} text={words.documents} />
          <ButtonLink href={paths.myPassword()} text={words.changePassword} />
          <ButtonLink href={paths.myTheme()} text={words.appearance} />
        </>
      }
    >
      <Card title={words.sessions}>
        <p className="mute">{words.sessionsLede}</p>
        <Table
          caption={words.sessions}
          rows={sessions}
          rowKey={(session) => session.id}
          empty={words.empty}
          columns={[
            {
              title: words.device,
              heading: true,
              cell: (session) => (
                <>
                  {session.device} {session.isCurrent ? <Tag tone="ok">{words.thisOne}</Tag> : null}
                </>
              ),
            },
            { title: words.since, cell: (session) => formatMoment(session.createdAt, timeZone) },
            { title: words.seen, cell: (session) => formatMoment(session.lastSeenAt, timeZone) },
            {
              title: <span className="govuk-visually-hidden">{words.end}</span>,
              cell: (session) => (session.isCurrent ? null : <a href={paths.mySessionEnd(session.id)}>{words.end}</a>),
            },
          ]}
        />
        {sessions.some((session) => !session.isCurrent) ? (
          <div className="buttons">
            <ButtonLink href={paths.myOtherSessionsEnd()} text={words.endOthers} />
          </div>
        ) : (
          <p className="mute">{words.noOthers}</p>
        )}
      </Card>
    </Page>
  );
}
