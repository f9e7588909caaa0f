import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { weigh } from '../mentor-choice/suggestions.server.ts';
import { formatNames, remoteReasonNames } from '../mentoring-requests/mentoring-request.text.ts';
import { FORMATS, REMOTE_REASONS } from '../mentoring-requests/mentoring-request.ts';
import { offerFromOutside } from './outward-offer.operations.server.ts';
import {
  findLiveOffer,
  findOutwardRequest,
  isFarFrom,
  listAgreementsBetween,
  listOpenMentors,
} from './outward-offer.queries.server.ts';
import { outwardMentorParams, outwardOfferSchema } from './outward-offer.schema.ts';
import { outwardSentences, outwardText as t } from './outward-offer.text.ts';
import type { OutwardRule } from './outward-offer.ts';

/** Terms on which a mentor of another organisation is offered. */
export const loader = pageLoader({ need: 'request.offer', params: outwardMentorParams }, async ({ ctx, params }) => {
  const request = await findOutwardRequest(ctx, params.id);
  const mentor = (await listOpenMentors(ctx, request.unitId, '')).get(params.mentorId);
  const { result, candidates } = await weigh(ctx, request, mentor ? [params.mentorId] : []);
  const name = candidates.get(params.mentorId)?.name;
  if (!mentor || !name) throw new NotFound('person');
  const agreements = await listAgreementsBetween(ctx, request.unitId, mentor.unitId);
  const isFar = await isFarFrom(ctx, request.unitId, mentor.unitId);
  const isLive = (await findLiveOffer(ctx, params.id)) !== null;
  const isSuitable = result.ranked.length > 0;
  return {
    id: request.id,
    lede: t.offerLede(name, mentor.unitName, request.name),
    isFar,
    format: isFar || request.remoteReason ? ('remote' as const) : ('in_person' as const),
    remoteReason: request.remoteReason ?? (isFar ? ('nobody_near' as const) : null),
    agreements: agreements.map(({ id, number, signedOn }) => ({ id, text: t.agreementOption(number, signedOn) })),
    refusal: refusalOf({ isLive, isSuitable, hasAgreement: agreements.length > 0 }),
  };
});

function refusalOf(facts: { isLive: boolean; isSuitable: boolean; hasAgreement: boolean }): OutwardRule | null {
  if (facts.isLive) return 'outward-offer-live';
  if (!facts.isSuitable) return 'mentor-not-suitable';
  return facts.hasAgreement ? null : 'no-agreement';
}

export const action = formAction(
  {
    need: 'request.offer',
    params: outwardMentorParams,
    schema: outwardOfferSchema,
    labels: t.labels,
    sentences: outwardSentences,
  },
  async ({ ctx, params, input }) => {
    await offerFromOutside(ctx, params.id, { mentorId: params.mentorId, ...input });
    return { to: paths.request(params.id), done: t.offered };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.offerTitle} — ${uiText.brand}` }];

export default function OutwardOfferPage() {
  const { id, lede, isFar, format, remoteReason, agreements, refusal } = useLoaderData<typeof loader>();
  const back = paths.outwardMentors(id);
  return (
    <Page title={t.offerTitle} lede={lede} back={{ href: back, text: t.backToMentors }} narrow>
      <Card>
        {isFar ? <p>{t.far}</p> : null}
        <p className="mute">{t.offerNote}</p>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && outwardSentences[refusal]}
          submit={t.offerSend}
          cancel={back}
        >
          <SelectField
            name="agreementId"
            label={t.labels.agreementId}
            defaultValue={agreements.length === 1 ? agreements[0]?.id : undefined}
            options={agreements.map((agreement) => ({ value: agreement.id, text: agreement.text }))}
          />
          <RadioField
            name="format"
            label={t.labels.format}
            defaultValue={format}
            options={FORMATS.map((value) => ({ value, text: formatNames[value] }))}
          />
          <SelectField
            name="remoteReason"
            label={t.labels.remoteReason}
            hint={t.reasonHint}
            optional
            defaultValue={remoteReason}
            options={REMOTE_REASONS.map((value) => ({ value, text: remoteReasonNames[value] }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
