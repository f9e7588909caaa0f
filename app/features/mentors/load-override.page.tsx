import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { profileSentences } from '../mentor-profiles/mentor-profile.text.ts';
import { USUAL_LIMITS } from '../mentor-profiles/workload.ts';
import { usualEnd } from '../mentorships/mentorship.ts';
import { findOptionalLimits } from './mentor.queries.server.ts';
import { overrideLoadLimit } from './mentoring-limits.operations.server.ts';
import { findMentorToRaise } from './mentoring-limits.queries.server.ts';
import { overrideSchema, personParams } from './mentors.schema.ts';
import { limitsText as t } from './mentors.text.ts';

/** The head lets one mentor carry more than the act allows, for a period, with a reason. */
export const loader = pageLoader(
  { need: 'mentorship.overrideLimit', params: personParams },
  async ({ ctx, params }) => {
    const { name, unitId } = await findMentorToRaise(ctx, params.personId);
    const { peopleHard, hoursHard } = (await findOptionalLimits(ctx, unitId, ctx.today)) ?? USUAL_LIMITS;
    const period = { startedOn: ctx.today, endedOn: usualEnd(ctx.today) };
    return { personId: params.personId, name, peopleHard, hoursHard, period };
  },
);

export const action = formAction(
  {
    need: 'mentorship.overrideLimit',
    params: personParams,
    schema: overrideSchema,
    labels: t.labels,
    sentences: profileSentences,
  },
  async ({ ctx, params, input }) => {
    await overrideLoadLimit(ctx, params.personId, input);
    return { to: paths.mentorProfile(params.personId), done: t.raised };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.raiseTitle} — ${uiText.brand}` }];

export default function LoadOverridePage() {
  const { personId, name, peopleHard, hoursHard, period } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.raiseTitle} lede={t.raiseLede(name)} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <p>{t.raiseNow(peopleHard, hoursHard)}</p>
        <Form problem={useActionData<typeof action>()} submit={t.raiseSubmit} cancel={back} keep>
          <NumberField name="people" label={t.labels.people} width="2" defaultValue={peopleHard + 1} />
          <NumberField name="hours" label={t.labels.hours} width="2" defaultValue={hoursHard + 1} />
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={period.startedOn} />
          <DateField name="endedOn" label={t.labels.endedOn} defaultValue={period.endedOn} />
          <TextArea name="reason" label={t.labels.reason} hint={t.reasonHint} maxLength={1000} />
        </Form>
      </Card>
    </Page>
  );
}
