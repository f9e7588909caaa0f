import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { listReviews } from '../local-acts/act-life.queries.server.ts';
import { lifeText, signatureHints, signatureNames } from '../local-acts/act-life.text.ts';
import { ReviewList } from '../local-acts/act-review-list.tsx';
import { actTypeOf } from '../local-acts/act-type.ts';
import { findAct, refusalToApprove } from '../local-acts/local-act.queries.server.ts';
import { actSentences, actText } from '../local-acts/local-act.text.ts';
import { pairName } from '../mentorships/mentorship.text.ts';
import { missingWords, paperNames } from '../mentorships/mentorship-papers.text.ts';
import { programmeSentences } from '../programmes/programme.text.ts';
import { ProgrammeView } from '../programmes/programme-view.tsx';
import { approveOrder } from './order-approval.operations.server.ts';
import { findOrderReadiness } from './order-approval.queries.server.ts';
import { approveOrderSchema } from './papers.schema.ts';
import { papersText as t } from './papers.text.ts';

const params = z.object({ id: id() });

/** The head reads the order and the programmes that wait for him, and approves exactly them in one sitting (M-04). */
export const loader = pageLoader({ need: 'act.approve', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canApprove) throw new NotFound('act');
  const [refusal, { programmes, lacking }] = await Promise.all([
    refusalToApprove(ctx, act),
    findOrderReadiness(ctx, params.id),
  ]);
  const pairs = new Map(
    act.values.assignments.map(({ mentorshipId, mentorName, menteeName }) => [
      mentorshipId,
      pairName(mentorName, menteeName),
    ]),
  );
  return {
    id: act.id,
    today: ctx.today,
    document: act.document,
    hash: act.documentHash,
    registeredOn: ctx.today,
    signatureKinds: actTypeOf(act.kind).signatureKinds,
    reviews: await listReviews(ctx, act),
    programmes,
    lacking: act.state === 'review' ? lacking.map((one) => ({ ...one, pair: pairs.get(one.mentorshipId) ?? '' })) : [],
    refusal: refusal ? actSentences[refusal] : lacking.length > 0 ? t.lacking : null,
  };
});

export const action = formAction(
  {
    need: 'act.approve',
    params,
    schema: approveOrderSchema,
    labels: actText.labels,
    sentences: { ...programmeSentences, ...actSentences },
  },
  async ({ ctx, params, input, services }) => {
    const { programme, ...order } = input;
    const programmes = (programme ?? []).map((shown) => {
      const [mentorshipId = '', version] = shown.split(':');
      return { mentorshipId, version: Number(version) };
    });
    const { number } = await approveOrder(ctx, params.id, { ...order, programmes });
    services.wake('act-issue');
    return { to: paths.act(params.id), done: t.approved(number) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.approveTitle} — ${uiText.brand}` }];

export default function OrderApprovePage() {
  const data = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { id, programmes, lacking } = data;
  const toReturn = <ButtonLink href={paths.actReturn(id)} text={actText.returnAct} />;
  return (
    <Page title={t.approveTitle} lede={t.approveLede} back={{ href: paths.act(id), text: uiText.back }}>
      {lacking.length > 0 ? (
        <Notice tone="warn" title={t.lackingTitle}>
          <ul className="govuk-list govuk-list--bullet">
            {lacking.map(({ mentorshipId, pair, paper, rule }) => (
              <li key={`${mentorshipId}:${rule}`}>
                <a href={paths.mentorship(mentorshipId)}>{pair}</a>: {paperNames[paper].toLowerCase()} —{' '}
                {missingWords[rule]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Card title={actText.preview}>
        <DocumentPreview document={data.document} />
        <p className="mute">{actText.hashLine(data.hash)}</p>
      </Card>
      {data.reviews.length > 0 ? (
        <Card title={lifeText.reviews}>
          <ReviewList reviews={data.reviews} />
        </Card>
      ) : null}
      {programmes.length > 0 ? <h2>{t.programmes}</h2> : null}
      {programmes.map((programme) => (
        <Details
          key={programme.id}
          card
          open={programmes.length === 1}
          summary={t.programmeOf(pairName(programme.mentors.join(', '), programme.mentees.join(', ')))}
        >
          <ProgrammeView programme={programme} today={data.today} />
        </Details>
      ))}
      <Card>
        <Form
          refusal={data.refusal}
          problem={problem}
          submit={t.approveBoth(programmes.length)}
          actions={toReturn}
          cancel={paths.act(id)}
        >
          <HiddenField name="hash" value={data.hash} />
          {programmes.map(({ mentorshipId, version }) => (
            <HiddenField key={mentorshipId} name="programme" value={`${mentorshipId}:${version}`} />
          ))}
          <DateField name="registeredOn" label={actText.labels.registeredOn} defaultValue={data.registeredOn} />
          <DateField name="inForceOn" label={actText.labels.inForceOn} defaultValue={data.registeredOn} />
          <RadioField
            name="signatureKind"
            label={actText.labels.signatureKind}
            defaultValue={data.signatureKinds[0]}
            options={data.signatureKinds.map((value) => ({
              value,
              text: signatureNames[value],
              hint: signatureHints[value],
            }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
