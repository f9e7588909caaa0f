import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { listAgreementChoices, listPartners } from '#app/features/agreements/agreement.queries.server.ts';
import { agreementName } from '#app/features/agreements/agreement.text.ts';
import { kindNames } from '#app/features/org-units/unit.text.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findComponentToPlace } from './component-to-place.server.ts';
import { placeOutside } from './contour.operations.server.ts';
import { componentParams, outsideSchema, providerQuery } from './contour.schema.ts';
import { contourLabels, contourSentences, groundKindNames, contourText as t } from './contour.text.ts';
import { GROUND_KINDS } from './contour.ts';

/** Placing a component outside: by an agreement, or with a unit of the region on another ground. */
export const loader = pageLoader(
  { need: 'contour.place', params: componentParams, query: providerQuery },
  async ({ ctx, params, query }) => ({
    ...(await findComponentToPlace(ctx, params)),
    today: ctx.today,
    search: query.search,
    agreements: await listAgreementChoices(ctx, params.unitId),
    providers: await listPartners(ctx, [params.unitId], query.search),
  }),
);

export const action = formAction(
  {
    need: 'contour.place',
    params: componentParams,
    schema: outsideSchema,
    labels: contourLabels,
    sentences: contourSentences,
  },
  async ({ ctx, params, input }) => {
    await placeOutside(ctx, params.unitId, params.code, input);
    return { to: paths.component(params.unitId, params.code), done: t.placedOutside };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.toOutside} — ${uiText.brand}` }];

export default function ComponentOutsidePage() {
  const { unitId, component, version, outsideRefusal, today, search, agreements, providers } =
    useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.component(unitId, component.code), text: component.name };
  return (
    <Page title={t.outsideTitle(component.name)} lede={t.outsideLede} back={back} narrow>
      {outsideRefusal ? null : (
        <Filter reset={search === '' ? undefined : paths.componentOutside(unitId, component.code)}>
          <TextField
            name="search"
            label={t.findProvider}
            hint={t.findProviderHint}
            type="search"
            defaultValue={search}
          />
        </Filter>
      )}
      <Card>
        <Form
          refusal={outsideRefusal && contourSentences[outsideRefusal]}
          problem={problem}
          version={version}
          submit={t.outsideSubmit}
          cancel={back.href}
        >
          <DateField name="from" label={contourLabels.from} defaultValue={today} />
          <SelectField
            name="agreementId"
            label={contourLabels.agreementId}
            hint={agreements.length === 0 ? t.noAgreements : undefined}
            empty={t.noAgreement}
            options={agreements.map(({ id, number, signedOn, partner }) => ({
              value: id,
              text: agreementName(number, signedOn, partner),
            }))}
          />
          <SelectField
            name="providerUnitId"
            label={contourLabels.providerUnitId}
            empty={t.noProvider}
            options={providers.map(({ id, name, kind }) => ({
              value: id,
              text: isUnitKind(kind) ? `${name} (${kindNames[kind]})` : name,
            }))}
          />
          <RadioField
            name="groundKind"
            label={contourLabels.groundKind}
            inline
            defaultValue="order"
            options={GROUND_KINDS.map((kind) => ({ value: kind, text: groundKindNames[kind] }))}
          />
          <TextField name="ground" label={contourLabels.ground} hint={t.groundHintOutside} optional />
        </Form>
      </Card>
    </Page>
  );
}
