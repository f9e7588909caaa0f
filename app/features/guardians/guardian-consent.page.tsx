import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findMinor } from './guardian.queries.server.ts';
import { guardianConsentSchema, minorParams } from './guardian.schema.ts';
import { guardianSentences, guardianText as t } from './guardian.text.ts';
import { recordGuardianConsent } from './guardian-consent.operations.server.ts';

const need = 'mentorship.recordConsent';

/** A guardian's consent to a minor's part, from paper. */
export const loader = pageLoader({ need, params: minorParams }, async ({ ctx, params }) => {
  const { id: personId, name, other, guardians } = await findMinor(ctx, params.id, params.personId);
  return { id: params.id, personId, name, other, guardians: guardians.map(({ id, fullName }) => ({ id, fullName })) };
});

export const action = formAction(
  { need, params: minorParams, schema: guardianConsentSchema, labels: t.labels, sentences: guardianSentences },
  async ({ ctx, params, input }) => {
    await recordGuardianConsent(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.mentorship(params.id), done: t.consentSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.consentTitle} — ${uiText.brand}` }];

export default function GuardianConsentPage() {
  const { id, personId, name, other, guardians } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorship(id);
  return (
    <Page
      title={t.consentTitle}
      lede={t.consentLede(name, other)}
      back={{ href: back, text: t.backToPair }}
      actions={
        guardians.length > 0 ? <ButtonLink href={paths.guardianBlankPdf(id, personId)} text={t.print} download /> : null
      }
      narrow
    >
      <Card>
        {guardians.length === 0 && !problem ? (
          <>
            <p>{t.noGuardians}</p>
            <ButtonLink href={paths.guardianAdd(personId)} text={t.addFirst} primary />
          </>
        ) : (
          <Form problem={problem} cancel={back}>
            <SelectField
              name="guardianId"
              label={t.labels.guardianId}
              options={guardians.map((guardian) => ({ value: guardian.id, text: guardian.fullName }))}
            />
            <DateField name="consentedOn" label={t.labels.consentedOn} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
