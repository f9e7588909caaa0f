import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOwnPurposes } from '../personal-consents/personal-consent.queries.server.ts';
import { consentTitles, consentWhy } from '../personal-consents/personal-consent.text.ts';
import { linksOf } from './my-document.ts';
import { countOwnDocuments, listAwaited, listOwnDocuments } from './my-documents.queries.server.ts';
import { documentsFilterSchema } from './my-documents.schema.ts';
import { documentState, documentTitle, myDocumentsText as t } from './my-documents.text.ts';

/** What waits for the person, what may be signed, and everything signed. */
export const loader = pageLoader({ need: 'signedIn', query: documentsFilterSchema }, async ({ ctx, query }) => {
  const me = personOf(ctx);
  const [awaited, purposes, documents, total] = await Promise.all([
    listAwaited(ctx),
    listOwnPurposes(ctx),
    listOwnDocuments(ctx, query.page),
    countOwnDocuments(ctx),
  ]);
  return {
    page: query.page,
    total,
    awaited,
    optional: purposes
      .filter(({ state, isForAdults }) => !isForAdults && (state === null || state === 'outdated'))
      .map(({ purpose, state }) => ({ purpose, isRenewal: state === 'outdated' })),
    documents: documents.map((one) => ({
      key: `${one.kind}-${one.id}`,
      title: documentTitle(one),
      state: documentState(one),
      on: one.on,
      withdrawal: one.kind === 'participation' ? t.giveUp : t.withdraw,
      ...linksOf(one, me),
    })),
    keepsTexts: holdsByRole(ctx.actor, 'consentText.manage'),
    destroys: holdsByRole(ctx.actor, 'erasure.manage'),
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MyDocumentsPage() {
  const { page, total, awaited, optional, documents, keepsTexts, destroys } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.title}
      lede={t.lede}
      back={{ href: paths.home(), text: uiText.back }}
      actions={
        keepsTexts || destroys ? (
          <>
            {keepsTexts ? <ButtonLink href={paths.consentTexts()} text={t.texts} /> : null}
            {destroys ? <ButtonLink href={paths.erasures()} text={t.erasures} /> : null}
          </>
        ) : null
      }
    >
      {awaited.length > 0 ? (
        <Card title={t.waits}>
          <TaskList
            items={awaited.map(({ key, href, title, why }, position) => ({
              key,
              href,
              title,
              why,
              action: { href, text: t.answer, primary: position === 0 },
            }))}
          />
        </Card>
      ) : null}
      <Card title={t.optional}>
        <p className="mute">{t.optionalLede}</p>
        <TaskList
          empty={t.optionalEmpty}
          items={optional.map(({ purpose, isRenewal }) => ({
            key: purpose,
            href: paths.ownConsent(purpose),
            title: consentTitles[purpose],
            why: isRenewal ? t.renew : consentWhy[purpose],
            action: { href: paths.ownConsent(purpose), text: t.read },
          }))}
        />
      </Card>
      <Card title={t.list}>
        <Table
          caption={t.list}
          rows={documents}
          rowKey={({ key }) => key}
          empty={t.empty}
          columns={[
            {
              title: t.document,
              heading: true,
              cell: ({ href, title }) => (href ? <a href={href}>{title}</a> : title),
            },
            { title: t.state, cell: ({ state }) => <Tag tone={state.tone}>{state.text}</Tag> },
            { title: t.day, cell: ({ on }) => t.dayOf(on) },
            {
              title: t.print,
              cell: ({ pdf, docx, title }) =>
                pdf && docx ? (
                  <>
                    <a href={pdf} aria-label={`${t.pdf}: ${title}`}>
                      {t.pdf}
                    </a>
                    {' · '}
                    <a href={docx} aria-label={`${t.docx}: ${title}`}>
                      {t.docx}
                    </a>
                  </>
                ) : null,
            },
            {
              title: <span className="govuk-visually-hidden">{t.withdraw}</span>,
              cell: ({ withdraw, withdrawal, title }) =>
                withdraw ? (
                  <a href={withdraw} aria-label={`${withdrawal}: ${title}`}>
                    {withdrawal}
                  </a>
                ) : null,
            },
          ]}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(to) => `${paths.myDocuments()}?page=${to}`} />
      </Card>
    </Page>
  );
}
