import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personOf } from '#app/core/context.server.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { fullName } from '../people/person-name.ts';
import { editMentorProfile } from './mentor-profile.operations.server.ts';
import { findMentorProfile } from './mentor-profile.queries.server.ts';
import { mentorProfileSchema } from './mentorship.schema.ts';
import { allSentences, mentorshipText as t } from './mentorship-pages.text.ts';

const params = z.object({ personId: id() });

/** What a mentor offers, edited by the mentor or by the curator on behalf. */
export const loader = pageLoader({ need: 'mentorProfile.edit', params }, async ({ ctx, params }) => {
  const { loadLimitPeople, strengths, isOpenOutside, version, ...name } = await findMentorProfile(ctx, params.personId);
  const isOwn = personOf(ctx) === params.personId;
  const profile = { loadLimitPeople, strengths, isOpenOutside, version };
  return { personId: params.personId, name: fullName(name), profile, isOwn };
});

export const action = formAction(
  { need: 'mentorProfile.edit', params, schema: mentorProfileSchema, labels: t.labels, sentences: allSentences },
  async ({ ctx, params, input }) => {
    await editMentorProfile(ctx, params.personId, input);
    return { to: paths.mentorProfile(params.personId), done: t.profileSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.profileTitle} — ${uiText.brand}` }];

export default function MentorProfilePage() {
  const { personId, name, profile, isOwn } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.profileTitle}
      lede={t.profileLede(name)}
      back={{ href: paths.person(personId), text: uiText.back }}
      narrow
    >
      {isOwn ? null : (
        <Notice>
          <p>{t.onBehalf}</p>
        </Notice>
      )}
      <Card>
        <Form problem={useActionData<typeof action>()} version={profile.version}>
          <NumberField
            name="loadLimitPeople"
            label={t.labels.loadLimitPeople}
            hint={t.loadLimitHint}
            width="2"
            defaultValue={profile.loadLimitPeople}
          />
          <TextArea
            name="strengths"
            label={t.labels.strengths}
            hint={t.strengthsHint}
            optional
            maxLength={1000}
            defaultValue={profile.strengths}
          />
          {isOwn || profile.isOpenOutside ? (
            <CheckboxField
              name="isOpenOutside"
              label={t.labels.isOpenOutside}
              hint={t.openHint}
              defaultChecked={profile.isOpenOutside}
            />
          ) : null}
        </Form>
      </Card>
    </Page>
  );
}
