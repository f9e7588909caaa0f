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
import { editProgramme } from './programme.operations.server.ts';
import { findProgramme } from './programme.queries.server.ts';
import { editSchema, programmeParams } from './programme.schema.ts';
import { programmeLabels, programmeSentences, programmeText } from './programme.text.ts';
import { ProgrammeFields } from './programme-fields.tsx';

/** Changing the problem, the aim and the dates of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const { idea, canEdit, ...programme } = await findProgramme(ctx, params.id);
  if (!canEdit || !idea) throw new NotFound('programme');
  return {
    mentorshipId: params.id,
    version: programme.version,
    problem: idea.problem,
    aim: idea.aim,
    startedOn: programme.startedOn,
    endedOn: programme.endedOn,
    mentorship: programme.mentorship,
    refusal: programme.refusalToChange,
  };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: editSchema,
    labels: programmeLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    await editProgramme(ctx, params.id, input);
    return { to: paths.programme(params.id), done: programmeText.edited };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.editTitle} — ${uiText.brand}` }];

export default function ProgrammeEditPage() {
  const { mentorshipId, version, mentorship, refusal, ...programme } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page
      title={programmeText.editTitle}
      lede={programmeText.mentorshipPeriod(formatDay(mentorship.startedOn), formatDay(mentorship.endedOn))}
      back={{ href: back, text: programmeText.toProgramme }}
      narrow
    >
      <Card>
        <Form refusal={refusal && programmeSentences[refusal]} problem={answer} version={version} cancel={back} keep>
          <ProgrammeFields {...programme} />
        </Form>
      </Card>
    </Page>
  );
}
