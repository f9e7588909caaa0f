import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { approveProgramme } from './programme.operations.server.ts';
import { findProgramme } from './programme.queries.server.ts';
import { programmeParams, versionSchema } from './programme.schema.ts';
import { programmeLabels, programmeSentences, programmeText } from './programme.text.ts';
import { ProgrammeView } from './programme-view.tsx';

/** The head reads the whole programme and approves exactly it. */
export const loader = pageLoader({ need: 'programme.approve', params: programmeParams }, async ({ ctx, params }) => {
  const programme = await findProgramme(ctx, params.id);
  if (!programme.canApprove) throw new NotFound('programme');
  const [missing] = programme.missing;
  return { today: ctx.today, programme, refusal: programme.refusalToChange ?? missing ?? null };
});

export const action = formAction(
  {
    need: 'programme.approve',
    params: programmeParams,
    schema: versionSchema,
    labels: programmeLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    await approveProgramme(ctx, params.id, input);
    return { to: paths.programme(params.id), done: programmeText.approved };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.approveTitle} — ${uiText.brand}` }];

export default function ProgrammeApprovePage() {
  const { programme, refusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(programme.mentorshipId);
  const pair = programmeText.pair(programme.mentors.join(', '), programme.mentees.join(', '));
  return (
    <Page
      title={programmeText.approveTitle}
      lede={`${pair}. ${programmeText.approveLede}`}
      back={{ href: back, text: programmeText.toProgramme }}
    >
      <ProgrammeView programme={programme} today={today} />
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          version={programme.version}
          submit={programmeText.approve}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
