import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { kindNames } from '#app/features/org-units/unit.text.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addAgreement } from './agreement.operations.server.ts';
import { listKeepers, listPartners } from './agreement.queries.server.ts';
import { agreementAddSchema, partnerFilterSchema } from './agreement.schema.ts';
import { agreementLabels, agreementSentences, agreementText as t } from './agreement.text.ts';
import { AgreementTermsFields } from './agreement-terms.tsx';

/** Recording a signed agreement: with whom, then what stands on the paper. */
export const loader = pageLoader({ need: 'agreement.manage', query: partnerFilterSchema }, async ({ ctx, query }) => {
  const keepers = await listKeepers(ctx);
  const ids = keepers.map(({ id }) => id);
  return { search: query.search, keepers, partners: await listPartners(ctx, ids, query.search), onceKey: newId() };
});

export const action = formAction(
  { need: 'agreement.manage', schema: agreementAddSchema, labels: agreementLabels, sentences: agreementSentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await addAgreement(ctx, input, onceKey);
    return { to: paths.agreement(id), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function AgreementAddPage() {
  const { search, keepers, partners, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [keeper] = keepers;
  return (
    <Page title={t.addTitle} lede={t.addLede} back={{ href: paths.agreements(), text: t.back }} narrow>
      <Filter reset={search === '' ? undefined : paths.agreementAdd()}>
        <TextField name="search" label={t.findPartner} hint={t.findPartnerHint} type="search" defaultValue={search} />
      </Filter>
      <Card>
        <Form problem={problem} once={onceKey} keep submit={t.add} cancel={paths.agreements()}>
          {keeper && keepers.length === 1 ? (
            <HiddenField name="unitId" value={keeper.id} />
          ) : (
            <SelectField
              name="unitId"
              label={agreementLabels.unitId}
              options={keepers.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          <SelectField
            name="partnerUnitId"
            label={agreementLabels.partnerUnitId}
            hint={partners.length === 0 ? t.noPartner : undefined}
            empty={t.partnerChoose}
            options={partners.map(({ id, name, kind }) => ({
              value: id,
              text: isUnitKind(kind) ? `${name} (${kindNames[kind]})` : name,
            }))}
          />
          <TextField name="partnerName" label={agreementLabels.partnerName} optional />
          <AgreementTermsFields />
        </Form>
      </Card>
    </Page>
  );
}
