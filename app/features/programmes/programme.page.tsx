import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { NextItems } from './plan-next.tsx';
import { findMentorshipToPlan, findOptionalProgramme } from './programme.queries.server.ts';
import { programmeParams } from './programme.schema.ts';
import { programmeSentences, programmeStateNames, programmeText } from './programme.text.ts';
import { ProgrammeView } from './programme-view.tsx';

/** The programme of a mentorship, or the invitation to start one. */
export const loader = pageLoader(
  { need: ['programme.read', 'mentorship.content'], params: programmeParams },
  async ({ ctx, params }) => {
    const programme = await findOptionalProgramme(ctx, params.id);
    const mentorship = programme ? null : await findMentorshipToPlan(ctx, params.id);
    return { today: ctx.today, programme, mentorship };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.title} — ${uiText.brand}` }];

export default function ProgrammePage() {
  const { programme, mentorship, today } = useLoaderData<typeof loader>();
  if (mentorship) return <NoProgramme mentorship={mentorship} />;
  if (!programme) return null;
  const isDraft = programme.state === 'draft';
  const editable = isDraft && programme.canEdit && programme.refusal === null;
  const { mentorshipId, missing } = programme;
  const [first] = missing;
  const markable = !isDraft && programme.canEdit;
  return (
    <Page
      title={programmeText.title}
      back={programme.idea ? { href: paths.mentorship(mentorshipId), text: programmeText.toMentorship } : undefined}
      lede={
        <>
          {programmeText.pair(programme.mentors.join(', '), programme.mentees.join(', '))}{' '}
          <Tag tone={isDraft ? 'warn' : 'ok'}>{programmeStateNames[programme.state]}</Tag>{' '}
          {programme.approved
            ? programmeText.approvedBy(programme.approved.by, formatDay(programme.approved.on))
            : null}
        </>
      }
      actions={<Acts programme={programme} editable={editable} />}
    >
      {programme.idea ? null : <Notice>{programmeText.planOnly}</Notice>}
      {isDraft && programme.idea ? <Readiness missing={missing} /> : null}
      {markable ? <NextItems items={programme.items} today={today} /> : null}
      <ProgrammeView
        programme={programme}
        today={today}
        editable={editable}
        markable={markable}
        addGoal={
          editable ? (
            <ButtonLink
              href={paths.goalAdd(mentorshipId)}
              text={programmeText.goalAdd}
              primary={first === 'programme-needs-goal'}
            />
          ) : null
        }
        addItem={
          editable ? (
            <ButtonLink
              href={paths.planItemAdd(mentorshipId)}
              text={programmeText.itemAdd}
              primary={first === 'programme-needs-item'}
            />
          ) : null
        }
      />
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function NoProgramme({ mentorship }: { mentorship: NonNullable<Shown['mentorship']> }) {
  const start = programmeText.draft;
  return (
    <Page
      title={programmeText.title}
      lede={programmeText.pair(mentorship.mentors.join(', '), mentorship.mentees.join(', '))}
      back={{ href: paths.mentorship(mentorship.id), text: programmeText.toMentorship }}
    >
      <Card>
        <Empty action={mentorship.canStart ? <StartAct mentorship={mentorship} text={start} /> : undefined}>
          {programmeText.none}. {mentorship.canStart ? programmeText.noneLede : programmeText.noneForHead}
        </Empty>
      </Card>
    </Page>
  );
}

function StartAct({ mentorship, text }: { mentorship: NonNullable<Shown['mentorship']>; text: string }) {
  if (mentorship.refusal) return <DisabledAct text={text} reason={programmeSentences[mentorship.refusal]} />;
  return <ButtonLink href={paths.programmeDraft(mentorship.id)} text={text} primary />;
}

function Acts({ programme, editable }: { programme: NonNullable<Shown['programme']>; editable: boolean }) {
  const { mentorshipId, missing } = programme;
  const [first] = missing;
  const decides = programme.canApprove && programme.state === 'draft';
  const why = programme.refusal ?? first;
  return (
    <>
      {decides && why ? <DisabledAct text={programmeText.approve} reason={programmeSentences[why]} /> : null}
      {decides && !why ? (
        <ButtonLink href={paths.programmeApprove(mentorshipId)} text={programmeText.approveOpen} primary />
      ) : null}
      {editable ? (
        <ButtonLink
          href={paths.programmeEdit(mentorshipId)}
          text={programmeText.edit}
          primary={first === 'programme-needs-problem' || first === 'programme-needs-aim'}
        />
      ) : null}
      {programme.idea ? <ButtonLink href={paths.programmePdf(mentorshipId)} text={programmeText.pdf} download /> : null}
    </>
  );
}

function Readiness({ missing }: { missing: NonNullable<Shown['programme']>['missing'] }) {
  if (missing.length === 0) return <Notice>{programmeText.ready}</Notice>;
  return (
    <Notice tone="warn" title={programmeText.missing}>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map((part) => (
          <li key={part}>{programmeSentences[part]}</li>
        ))}
      </ul>
    </Notice>
  );
}
