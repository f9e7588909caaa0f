import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { askBundle } from './bundle.operations.server.ts';
import { findBundleMentorship, listBundleUnits } from './bundle.queries.server.ts';
import { bundleNewFilter, bundleSchema } from './bundle.schema.ts';
import { bundleFormats, bundleSentences, bundleText } from './bundle.text.ts';
import { BUNDLE_FORMATS, type BundleRule } from './bundle.ts';

/** Asking for the papers of a mentorship, or of an organisation's year. */
export const loader = pageLoader({ need: 'signedIn', query: bundleNewFilter }, async ({ ctx, query }) => {
  const [mentorship, units] = await Promise.all([
    query.mentorshipId ? findBundleMentorship(ctx, query.mentorshipId) : null,
    listBundleUnits(ctx),
  ]);
  return { mentorship, units: mentorship ? [] : units, year: Number(ctx.today.slice(0, 4)), onceKey: newId() };
});

export const action = formAction(
  { need: 'signedIn', schema: bundleSchema, labels: bundleText.labels, sentences: bundleSentences },
  async ({ ctx, input, onceKey, services }) => {
    const { mentorshipId = null, unitId = null, year = null, format } = input;
    if (mentorshipId === null && year === null) {
      throw new RuleBroken('bundle-of-nothing' satisfies BundleRule, 'year');
    }
    const scope = mentorshipId === null ? { mentorshipId, year: year ?? 0 } : { mentorshipId, year: null };
    const { id } = await askBundle(ctx, { ...scope, unitId, format }, onceKey);
    services.wake('bundle');
    return { to: paths.bundle(id), done: bundleText.asked };
  },
);

export const meta: MetaFunction = () => [{ title: `${bundleText.newTitle} — ${uiText.brand}` }];

export default function BundleNewPage() {
  const { mentorship, units } = useLoaderData<typeof loader>();
  const back = mentorship
    ? { href: paths.mentorship(mentorship.id), text: uiText.back }
    : { href: paths.bundles(), text: bundleText.back };
  return (
    <Page title={bundleText.newTitle} lede={mentorship?.name ?? bundleText.newLede} back={back} narrow>
      {mentorship || units.length > 0 ? <Choice cancel={back.href} /> : <Empty>{bundleText.nowhere}</Empty>}
    </Page>
  );
}

function Choice({ cancel }: { cancel: string }) {
  const { mentorship, units, year, onceKey } = useLoaderData<typeof loader>();
  const [only, ...others] = units;
  return (
    <Card>
      <Form
        problem={useActionData<typeof action>()}
        once={onceKey}
        submit={bundleText.submit}
        cancel={cancel}
        action={mentorship ? paths.bundleOf(mentorship.id) : paths.bundleNew()}
      >
        {mentorship ? <HiddenField name="mentorshipId" value={mentorship.id} /> : null}
        {only && others.length === 0 ? <HiddenField name="unitId" value={only.id} /> : null}
        {others.length > 0 ? (
          <SelectField
            name="unitId"
            label={bundleText.labels.unitId}
            options={units.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : null}
        {mentorship ? null : (
          <NumberField
            name="year"
            label={bundleText.labels.year}
            hint={bundleText.yearHint}
            defaultValue={year}
            width="4"
          />
        )}
        <RadioField
          name="format"
          label={bundleText.labels.format}
          defaultValue="pdf"
          options={BUNDLE_FORMATS.map((value) => ({ value, text: bundleFormats[value] }))}
        />
      </Form>
    </Card>
  );
}
