import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { signConsent } from './personal-consent.operations.server.ts';
import { findOwnAsk } from './personal-consent.queries.server.ts';
import { ownPurposeParams, signSchema } from './personal-consent.schema.ts';
import {
  categoryNames,
  consentTitles,
  consentWhy,
  personalConsentSentences,
  personalConsentText as t,
} from './personal-consent.text.ts';
import { CATEGORIES } from './personal-consent.ts';

const need = 'signedIn';

/** One consent on a page of its own: why it is asked, the whole text, and the signature. */
export const loader = pageLoader({ need, params: ownPurposeParams }, async ({ ctx, params }) => {
  const { refusal, ...ask } = await findOwnAsk(ctx, params.purpose);
  const why = refusal && personalConsentSentences[refusal];
  return { purpose: params.purpose, ...ask, refusal: why, onceKey: newId() };
});

export const action = formAction(
  { need, params: ownPurposeParams, schema: signSchema, labels: t.labels, sentences: personalConsentSentences },
  async ({ ctx, params, input, onceKey }) => {
    const { id } = await signConsent(ctx, params.purpose, input, onceKey);
    return { to: paths.personalConsent(id), done: t.signed };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? consentTitles[data.purpose] : t.title} — ${uiText.brand}` },
];

export default function ConsentSignPage() {
  const { purpose, name, document, shownHash, state, live, refusal, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isPublic = purpose === 'dissemination';
  const isOpen = state === null || state === 'outdated' || isPublic;
  return (
    <Page
      title={consentTitles[purpose]}
      lede={consentWhy[purpose]}
      back={{ href: paths.myDocuments(), text: t.documents }}
      narrow
    >
      {live ? (
        <Notice tone={state === 'outdated' ? 'warn' : 'ok'}>
          <p>
            {t.already(live.givenOn)}. {state === 'outdated' ? t.renewal : isPublic ? t.change : null}
          </p>
          <ButtonLink href={paths.personalConsent(live.id)} text={t.openSigned} />
        </Notice>
      ) : null}
      <Card title={t.text}>
        <DocumentPreview document={document} />
        {isOpen ? (
          <p>
            <a href={paths.ownConsentBlankPdf(purpose)}>{t.blank}</a>
          </p>
        ) : null}
      </Card>
      {isOpen ? (
        <Card title={t.signing}>
          <p>{t.voluntary}</p>
          {refusal ? null : <p className="mute">{t.signingNote(name)}</p>}
          <Form problem={problem} refusal={refusal} once={onceKey} submit={t.sign}>
            <HiddenField name="shownHash" value={shownHash} />
            {isPublic ? (
              <>
                <CheckboxList
                  name="categories"
                  label={t.labels.categories}
                  hint={t.categoriesHint}
                  defaultValue={live?.categories ?? []}
                  options={CATEGORIES.map((value) => ({ value, text: categoryNames[value] }))}
                />
                <TextArea
                  name="conditions"
                  label={t.labels.conditions}
                  hint={t.conditionsHint}
                  maxLength={500}
                  defaultValue={live?.conditions}
                  optional
                />
              </>
            ) : null}
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}
