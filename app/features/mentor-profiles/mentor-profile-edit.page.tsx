import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personOf } from '#app/core/context.server.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { fullName } from '../people/person-name.ts';
import { editMentorProfile } from './mentor-profile.operations.server.ts';
import { findMentorProfile } from './mentor-profile.queries.server.ts';
import { mentorProfileSchema } from './mentor-profile.schema.ts';
import { formatNames, profileSentences, profileText as t } from './mentor-profile.text.ts';
import { FORMATS } from './mentor-profile.ts';

const params = z.object({ personId: id() });

/** What a mentor offers, edited by the mentor or by the curator on behalf. */
export const loader = pageLoader({ need: 'mentorProfile.edit', params }, async ({ ctx, params }) => {
  const { lastName, firstName, middleName, ...profile } = await findMentorProfile(ctx, params.personId);
  const name = fullName({ lastName, firstName, middleName });
  return { personId: params.personId, name, profile, isOwn: personOf(ctx) === params.personId };
});

export const action = formAction(
  { need: 'mentorProfile.edit', params, schema: mentorProfileSchema, labels: t.labels, sentences: profileSentences },
  async ({ ctx, params, input }) => {
    await editMentorProfile(ctx, params.personId, input);
    return { to: paths.mentorProfile(params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function MentorProfileEditPage() {
  const { personId, name, profile, isOwn } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.editTitle} lede={t.editLede(name)} back={{ href: back, text: uiText.back }} narrow>
      {isOwn ? null : (
        <Notice>
          <p>{t.onBehalf}</p>
        </Notice>
      )}
      <Card>
        <Form problem={useActionData<typeof action>()} version={profile.version} cancel={back}>
          <CheckboxList
            name="formats"
            label={t.labels.formats}
            hint={t.formatsHint}
            defaultValue={profile.formats}
            options={FORMATS.map((value) => ({ value, text: formatNames[value] }))}
          />
          <NumberField
            name="loadLimitPeople"
            label={t.labels.loadLimitPeople}
            hint={t.loadLimitHint}
            width="2"
            optional
            defaultValue={profile.loadLimitPeople}
          />
          <NumberField
            name="loadLimitHours"
            label={t.labels.loadLimitHours}
            hint={t.loadHoursHint}
            width="2"
            optional
            defaultValue={profile.loadLimitHours}
          />
          <RadioField
            name="isTaking"
            label={t.labels.isTaking}
            inline
            defaultValue={profile.isTaking ? 'yes' : 'no'}
            options={[
              { value: 'yes', text: t.takingOptions.yes },
              { value: 'no', text: t.takingOptions.no },
            ]}
          />
          <DateField
            name="notTakingUntil"
            label={t.labels.notTakingUntil}
            hint={t.untilHint}
            optional
            defaultValue={profile.notTakingUntil}
          />
          <TextField
            name="subjects"
            label={t.labels.subjects}
            hint={t.subjectsHint}
            optional
            maxLength={300}
            defaultValue={profile.subjects.join(', ')}
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
