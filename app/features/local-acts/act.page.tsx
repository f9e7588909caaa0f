import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOutdated } from '../legal-references/legal-reference.queries.server.ts';
import { OutdatedNotice } from '../legal-references/outdated-notice.tsx';
import { issuedDocument, issueOf } from './act-issue.server.ts';
import { findActLife } from './act-life.server.ts';
import { lifeText } from './act-life.text.ts';
import { ActForceTag, ActLifeCard } from './act-life-card.tsx';
import { ActSheet } from './act-sheet.tsx';
import { ActStateTag } from './act-state-tag.tsx';
import { actTemplate } from './act-templates.server.ts';
import { actTypeOf, isDrawnUp } from './act-type.ts';
import { isDrawn } from './act-values.ts';
import { findAct, refusalToApprove } from './local-act.queries.server.ts';
import { actSentences, actText } from './local-act.text.ts';
import { isEditable } from './local-act.ts';
import { findShortTenure } from './mentoring-tenure.server.ts';

/** One act: its state, its text word for word, and what can be done with it now. */
export const loader = pageLoader(
  { need: 'act.read', params: z.object({ id: id() }) },
  async ({ ctx, params, services }) => {
    const act = await findAct(ctx, params.id);
    const { number, registeredOn } = act;
    const isOpen = isEditable(act.state) || act.state === 'review';
    const candidate =
      act.kind === 'award_submission' && isOpen && isDrawn(act.values) ? act.values.given.candidate : null;
    const [issue, refusal, life, shortTenure] = await Promise.all([
      issueOf(ctx, act, services.config.origin),
      act.canApprove && act.state === 'review' ? refusalToApprove(ctx, act) : null,
      findActLife(ctx, act),
      typeof candidate === 'string' ? findShortTenure(ctx, act.unitId, candidate) : null,
    ]);
    return {
      id: act.id,
      kind: act.kind,
      outdated:
        act.canEdit && isEditable(act.state)
          ? await listOutdated(ctx, actTemplate(actTypeOf(act.kind).code).references)
          : [],
      heading: act.heading,
      state: act.state,
      number,
      registeredOn,
      approver: act.approver,
      signer: act.values.signerName,
      returnReason: act.returnReason,
      documentHash: act.documentHash,
      document: issuedDocument(ctx, act),
      issue,
      mayEdit: Boolean(act.canEdit) && isEditable(act.state),
      mayDecide: Boolean(act.canApprove) && act.state === 'review',
      shortTenure,
      refusal: refusal ? actSentences[refusal] : null,
      life,
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.heading ?? actText.heading} — ${uiText.brand}` },
];

export default function ActPage() {
  const act = useLoaderData<typeof loader>();
  const numbered = act.number && act.registeredOn ? actText.numbered(act.number, formatDay(act.registeredOn)) : null;
  return (
    <Page
      title={act.heading}
      back={{ href: paths.acts(), text: actText.back }}
      lede={
        <>
          {act.life.force ? <ActForceTag force={act.life.force} /> : <ActStateTag state={act.state} />} {numbered}
          {act.approver && act.registeredOn
            ? ` · ${actText.approvedLine(act.approver, formatDay(act.registeredOn))}`
            : null}
          {act.state === 'review' ? actText.waitsFor(act.signer) : null}
        </>
      }
      actions={<Acts act={act} />}
    >
      {act.state === 'returned' && act.returnReason ? (
        <Notice tone="warn">{actText.returnedBecause(act.returnReason)}</Notice>
      ) : null}
      {act.shortTenure === null ? null : <Notice tone="warn">{actText.shortTenure(act.shortTenure)}</Notice>}
      <ActLifeCard life={act.life} />
      <OutdatedNotice outdated={act.outdated} />
      <ActSheet document={act.document} issue={act.issue} hash={act.documentHash} />
    </Page>
  );
}

function Acts({ act }: { act: ReturnType<typeof useLoaderData<typeof loader>> }) {
  return (
    <>
      {act.life.mayAnswer ? <ButtonLink href={paths.actReview(act.id)} text={lifeText.answer} primary /> : null}
      {act.life.mayConfirm ? <ButtonLink href={paths.actAcquaint(act.id)} text={lifeText.acquaint} primary /> : null}
      {act.mayDecide && act.refusal ? <DisabledAct text={actText.approve} reason={act.refusal} /> : null}
      {act.mayDecide && !act.refusal ? (
        <ButtonLink href={paths.actApprove(act.id)} text={actText.approve} primary />
      ) : null}
      {act.mayDecide ? <ButtonLink href={paths.actReturn(act.id)} text={actText.returnAct} /> : null}
      {act.mayEdit ? <ButtonLink href={paths.actSubmit(act.id)} text={actText.submit} primary /> : null}
      {act.mayEdit ? (
        <ButtonLink
          href={isDrawnUp(act.kind) && act.kind !== 'assignment_order' ? paths.actText(act.id) : paths.actEdit(act.id)}
          text={actText.edit}
        />
      ) : null}
      <ButtonLink href={paths.actPdf(act.id)} text={actText.pdf} download />
      <ButtonLink href={paths.actDocx(act.id)} text={actText.docx} download />
      {act.mayEdit ? <ButtonLink href={paths.actCancel(act.id)} text={actText.cancel} /> : null}
      {act.life.mayWithdraw ? <ButtonLink href={paths.actWithdraw(act.id)} text={lifeText.withdraw} /> : null}
    </>
  );
}
