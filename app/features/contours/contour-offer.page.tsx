import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { kindNames } from '#app/features/org-units/unit.text.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { contourParams } from './contour.schema.ts';
import { contourText } from './contour.text.ts';
import { listComponents } from './contour-area.queries.server.ts';
import { offerComponent } from './contour-offer.operations.server.ts';
import { findOfferTarget } from './contour-offer.queries.server.ts';
import { offerQuery, offerSchema } from './contour-offer.schema.ts';
import { offerLabels, offerSentences, offerText as t } from './contour-offer.text.ts';
import { findOfferer, listOfferProviders } from './offer-place.server.ts';

/** Offering to take a component over: to one organisation, or to all of an area. */
export const loader = pageLoader(
  { need: 'contour.offer', params: contourParams, query: offerQuery },
  async ({ ctx, params, query }) => {
    const target = await findOfferTarget(ctx, params.unitId);
    const offerer = await findOfferer(ctx, target.id);
    const isClosed = target.endedOn !== null && target.endedOn < ctx.today;
    return {
      target: { id: target.id, name: target.name, isOrganisation: target.isOrganisation },
      isClosed,
      component: query.component ?? null,
      components: (await listComponents(ctx)).filter(({ mayBeOutside }) => mayBeOutside),
      providers: await listOfferProviders(ctx, offerer.id, target.isOrganisation ? target.id : null),
      today: ctx.today,
      onceKey: newId(),
    };
  },
);

export const action = formAction(
  {
    need: 'contour.offer',
    params: contourParams,
    schema: offerSchema,
    labels: offerLabels,
    sentences: offerSentences,
  },
  async ({ ctx, params, input, onceKey }) => {
    await offerComponent(ctx, { ...input, targetUnitId: params.unitId }, onceKey);
    const { isOrganisation } = await findOfferTarget(ctx, params.unitId);
    return { to: isOrganisation ? paths.contour(params.unitId) : paths.contourOffers(params.unitId), done: t.offered };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.offerTitle(data.target.name) : contourText.title} — ${uiText.brand}` },
];

export default function ContourOfferPage() {
  const { target, isClosed, component, components, providers, today, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const href = target.isOrganisation ? paths.contour(target.id) : paths.contourArea(target.id);
  return (
    <Page
      title={t.offerTitle(target.name)}
      lede={target.isOrganisation ? t.offerLedeOne : t.offerLedeAll}
      back={{ href, text: contourText.of(target.name) }}
      narrow
    >
      <Card>
        <Form
          refusal={isClosed ? t.nothing : null}
          problem={problem}
          once={onceKey}
          submit={t.offerSubmit}
          cancel={href}
        >
          <SelectField
            name="componentCode"
            label={offerLabels.componentCode}
            defaultValue={component}
            options={components.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <SelectField
            name="providerUnitId"
            label={offerLabels.providerUnitId}
            options={providers.map(({ id, name, kind }) => ({
              value: id,
              text: isUnitKind(kind) ? `${name} (${kindNames[kind]})` : name,
            }))}
          />
          <DateField name="startedOn" label={offerLabels.startedOn} defaultValue={today} />
          <DateField name="endedOn" label={offerLabels.endedOn} hint={t.endedOnHint} optional />
          <TextField name="ground" label={offerLabels.ground} hint={t.groundHint} />
        </Form>
      </Card>
    </Page>
  );
}
