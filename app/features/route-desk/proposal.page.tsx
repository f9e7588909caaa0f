import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { deskParams, proposalSchema } from './desk.schema.ts';
import { deskSentences } from './desk.text.ts';
import { findProposal } from './group.queries.server.ts';
import { groupText as t } from './group.text.ts';
import { answerProposal, seeProposal } from './proposal.operations.server.ts';

const sentences = { ...routeSentences, ...deskSentences };

/** What the tutor proposes, and the owner's answer. */
export const loader = pageLoader({ need: 'proposal.answer', params: deskParams }, async ({ ctx, params }) => {
  const { madeOn: _, state, ...proposal } = await findProposal(ctx, params.id);
  await seeProposal(ctx, params.id);
  return { proposal, refusal: state === 'proposed' ? null : deskSentences['proposal-answered'] };
});

export const action = formAction(
  { need: 'proposal.answer', params: deskParams, schema: proposalSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    const { routeId } = await answerProposal(ctx, params.id, input);
    return { to: paths.route(routeId), done: t[input.answer] };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answer} — ${uiText.brand}` }];

export default function ProposalPage() {
  const { proposal, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const words = t.proposalFacts;
  return (
    <Page
      title={t.proposalTitle(proposal.title)}
      lede={t.proposalLede(proposal.tutor)}
      back={{ href: paths.route(proposal.routeId), text: t.backToRoute }}
      narrow
    >
      <Card>
        <SummaryList
          rows={[
            { key: words.provider, value: proposal.providerName },
            ...(proposal.area ? [{ key: words.area, value: areaNames[proposal.area] }] : []),
            ...(proposal.hours === null ? [] : [{ key: words.hours, value: proposal.hours }]),
            { key: words.term, value: `${formatDay(proposal.startsOn)} – ${formatDay(proposal.dueOn)}` },
            { key: words.product, value: proposal.expectedProduct },
            { key: words.about, value: <a href={paths.offer(proposal.offerId)}>{t.aboutOffer}</a> },
          ]}
        />
        <Form
          refusal={refusal}
          problem={problem}
          version={proposal.version}
          submit={t.answer}
          cancel={paths.route(proposal.routeId)}
        >
          <RadioField
            name="answer"
            label={t.labels.answer}
            inline
            options={[
              { value: 'accepted', text: t.choices.accepted },
              { value: 'declined', text: t.choices.declined },
            ]}
          />
        </Form>
      </Card>
    </Page>
  );
}
