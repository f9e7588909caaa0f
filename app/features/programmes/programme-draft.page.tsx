import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { draftProgramme } from './programme.operations.server.ts';
import { findMentorshipToPlan } from './programme.queries.server.ts';
import { draftSchema, programmeParams } from './programme.schema.ts';
import { programmeLabels, programmeSentences, programmeText } from './programme.text.ts';
import { ProgrammeFields } from './programme-fields.tsx';

const need = 'mentorship.startProgramme';

/** The first page of a programme: what troubles, what for, from when until when. */
export const loader = pageLoader({ need, params: programmeParams }, async ({ ctx, params }) => {
  const mentorship = await findMentorshipToPlan(ctx, params.id);
  if (!mentorship.canStart) throw new NotFound('mentorship');
  return mentorship;
});

export const action = formAction(
  { need, params: programmeParams, schema: draftSchema, labels: programmeLabels, sentences: programmeSentences },
  async ({ ctx, params, input }) => {
    await draftProgramme(ctx, params.id, input);
    return { to: paths.programme(params.id), done: programmeText.drafted };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.draftTitle} — ${uiText.brand}` }];

export default function ProgrammeDraftPage() {
  const mentorship = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { id, startedOn, endedOn, refusal } = mentorship;
  const pair = programmeText.pair(mentorship.mentors.join(', '), mentorship.mentees.join(', '));
  return (
    <Page
      title={programmeText.draftTitle}
      lede={`${pair}. ${programmeText.mentorshipPeriod(formatDay(startedOn), formatDay(endedOn))} ${programmeText.draftLede}`}
      back={{ href: paths.programme(id), text: programmeText.toProgramme }}
      narrow
    >
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          submit={programmeText.draft}
          cancel={paths.programme(id)}
          keep
        >
          <ProgrammeFields startedOn={startedOn} endedOn={endedOn} />
        </Form>
      </Card>
    </Page>
  );
}
