import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { recordConsentPaper } from './personal-consent.operations.server.ts';
import { findConsentOwner, listGuardianChoices } from './personal-consent.queries.server.ts';
import { paperSchema, personPurposeParams } from './personal-consent.schema.ts';
import {
  categoryNames,
  consentTitles,
  personalConsentSentences,
  personalConsentText as t,
} from './personal-consent.text.ts';
import { CATEGORIES } from './personal-consent.ts';

const need = 'consentPaper.record';

/** A consent signed by hand, as it stands on the paper. */
export const loader = pageLoader({ need, params: personPurposeParams }, async ({ ctx, params }) => {
  const { id, name, canRecord } = await findConsentOwner(ctx, params.id);
  if (!canRecord) throw new NotFound('person');
  return { id, name, purpose: params.purpose, guardians: await listGuardianChoices(ctx, id) };
});

export const action = formAction(
  { need, params: personPurposeParams, schema: paperSchema, labels: t.labels, sentences: personalConsentSentences },
  async ({ ctx, params, input }) => {
    const { id } = await recordConsentPaper(ctx, { personId: params.id, purpose: params.purpose }, input);
    return { to: paths.personalConsent(id), done: t.recordSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.recordTitle} — ${uiText.brand}` }];

export default function ConsentPaperPage() {
  const { id, name, purpose, guardians } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.personConsents(id);
  return (
    <Page
      title={t.recordTitle}
      lede={`${consentTitles[purpose]}. ${t.recordLede(name)}`}
      back={{ href: back, text: t.ofPerson(name) }}
      narrow
    >
      <Card>
        <Form problem={problem} cancel={back}>
          <DateField name="givenOn" label={t.labels.givenOn} />
          {guardians.length > 0 ? (
            <SelectField
              name="guardianId"
              label={t.labels.guardianId}
              options={guardians.map((guardian) => ({ value: guardian.id, text: guardian.fullName }))}
              optional
            />
          ) : null}
          {purpose === 'dissemination' ? (
            <>
              <CheckboxList
                name="categories"
                label={t.labels.categories}
                options={CATEGORIES.map((value) => ({ value, text: categoryNames[value] }))}
              />
              <TextArea name="conditions" label={t.labels.conditions} maxLength={500} optional />
            </>
          ) : null}
        </Form>
      </Card>
    </Page>
  );
}
