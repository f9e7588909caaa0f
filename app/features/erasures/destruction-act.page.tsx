import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { findDestructionAct } from './erasure.queries.server.ts';
import { actParams } from './erasure.schema.ts';
import { erasureText as t } from './erasure.text.ts';

/** An act of destruction word for word. */
export const loader = pageLoader({ need: 'destructionAct.read', params: actParams }, async ({ ctx, params }) => ({
  ...(await findDestructionAct(ctx, params.id)),
  keeps: holdsByRole(ctx.actor, 'erasure.manage'),
}));

export const meta: MetaFunction = () => [{ title: `${t.actTitle} — ${uiText.brand}` }];

export default function DestructionActPage() {
  const { id, actedOn, document, documentHash, keeps } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.actOf(actedOn)}
      lede={t.actTitle}
      back={keeps ? { href: paths.erasures(), text: t.title } : { href: paths.home(), text: uiText.back }}
      actions={
        <>
          <ButtonLink href={paths.destructionActPdf(id)} text={t.pdf} download />
          <ButtonLink href={paths.destructionActDocx(id)} text={t.docx} download />
        </>
      }
      narrow
    >
      <Card title={t.preview}>
        <DocumentPreview document={document} />
        <p className="mute">{t.hashLine(documentHash)}</p>
      </Card>
    </Page>
  );
}
