import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personOf } from '#app/core/context.server.ts';
import { id } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { fullName } from '../people/person-name.ts';
import { findMentorProfile } from './mentor-profile.queries.server.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { addResult } from './mentor-result.operations.server.ts';
import { resultSchema } from './mentor-result.schema.ts';
import { RESULT_KINDS } from './mentor-result.ts';
import { resultKindNames, resultText as t } from './portfolio.text.ts';

const params = z.object({ personId: id() });

/** A new result with its evidence. */
export const loader = pageLoader({ need: 'mentorProfile.edit', params }, async ({ ctx, params }) => {
  const name = fullName(await findMentorProfile(ctx, params.personId));
  const isOwn = personOf(ctx) === params.personId;
  return { personId: params.personId, name, isOwn, year: Number(ctx.today.slice(0, 4)), onceKey: newId() };
});

export const action = formAction(
  { need: 'mentorProfile.edit', params, schema: resultSchema, labels: t.labels, sentences: profileSentences },
  async ({ ctx, params, input, onceKey }) => {
    await addResult(ctx, params.personId, input, onceKey);
    return { to: paths.mentorProfile(params.personId), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function MentorResultAddPage() {
  const { personId, name, year, onceKey } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.addTitle} lede={t.addLede(name)} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} cancel={back} submit={t.addSubmit} keep>
          <TextField name="title" label={t.labels.title} hint={t.titleHint} maxLength={200} />
          <SelectField
            name="kind"
            label={t.labels.kind}
            defaultValue="pupils"
            empty={null}
            options={RESULT_KINDS.map((value) => ({ value, text: resultKindNames[value] }))}
          />
          <NumberField name="year" label={t.labels.year} width="4" defaultValue={year} />
          <TextField name="measure" label={t.labels.measure} hint={t.measureHint} optional maxLength={200} />
          <TextField name="valueBefore" label={t.labels.valueBefore} width="10" optional maxLength={60} />
          <TextField name="valueAfter" label={t.labels.valueAfter} width="10" optional maxLength={60} />
          <TextField
            name="evidenceLink"
            label={t.labels.evidenceLink}
            hint={t.evidenceHint}
            type="url"
            optional
            maxLength={500}
          />
          <TextArea
            name="evidencePaper"
            label={t.labels.evidencePaper}
            hint={t.paperHint}
            optional
            rows={2}
            maxLength={500}
          />
        </Form>
      </Card>
    </Page>
  );
}
